/**
 * A plain table of what serves where, and with which demo credentials.
 * @param {{ service: string, url: string, docs: string, credentials?: { label: string, user: string, secret: string }[] }[]} ready
 * @returns {string} several lines, without colours
 */
export function table(ready) {
  const rows = [['Service', 'URL', 'Docs', 'Demo credentials'], ...ready.flatMap(rowsOf)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return ['', lines[0], '-'.repeat(Math.max(...lines.map(({ length }) => length))), ...lines.slice(1), ''].join('\n');
}

/** The first credential stands beside the service, the others below it. */
function rowsOf({ service, url, docs, credentials = [] }) {
  const [first = '', ...others] = credentials.map(({ label, user, secret }) => `${user} / ${secret} (${label})`);
  return [[service, url, docs, first], ...others.map((credential) => ['', '', '', credential])];
}
