/** How long a start may take, in seconds. */
const limits = { firstStart: 5, laterStart: 2 };

const number = (value, digits = 0) => (value === undefined ? 'n/a' : value.toFixed(digits));

/** Rows as lines of equal columns, the first row above a rule. */
export function columns(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()); // prettier-ignore
  return [lines[0], '-'.repeat(Math.max(...lines.map(({ length }) => length))), ...lines.slice(1)].join('\n');
}

/** The medians of one service at one number of rows. */
export function measurements({ name, rows: noun }, size, measured) {
  const header = ['work', 'server', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs', 'PostgreSQL µs', 'ratio'];
  const line = (work, server, { rate, p50, p99, serverCpu, postgresCpu }, ratio) => [
    work,
    server,
    number(rate),
    number(p50, 2),
    number(p99, 2),
    number(serverCpu),
    number(postgresCpu),
    ratio,
  ];
  const rows = measured.flatMap(({ work, service, bare, ratio }) => [
    line(work.name, 'service', service, number(ratio, 2)),
    line('', 'bare', bare, ''),
  ]);
  return `\n${name}: ${size.toLocaleString('en-GB')} ${noun}\n${columns([header, ...rows])}\n`;
}

/**
 * Each goal of a service with what was measured.
 * @param {{ rows: string, rssMb: number }} service
 * @param {{ sizes: { size: number, measured: object[] }[], rssMb?: number, once: object[] }} results
 * @returns {{ goal: string, wanted: string, measured: string, held: boolean | undefined }[]} undefined: not measured
 */
export function goals(service, { sizes, rssMb, once }) {
  const ratios = sizes.flatMap(({ size, measured }) =>
    measured.map(({ work, ratio }) => ({
      goal: `${work.title}, ${size.toLocaleString('en-GB')} ${service.rows}`,
      wanted: `at least ${work.goal} of bare`,
      measured: number(ratio, 2),
      held: ratio >= work.goal,
    })),
  );
  return [...ratios, ...growth(sizes), memory(service, rssMb), ...once];
}

function growth(sizes) {
  if (sizes.length < 2) return [];
  const [small, large] = [sizes[0], sizes.at(-1)];
  return small.measured.flatMap(({ work, service }) => {
    const later = large.measured.find((each) => each.work === work);
    if (work.growth === undefined || !later) return [];
    const grown = later.service.p50 / service.p50;
    return {
      goal: `p50 of ${work.title}, largest against smallest`,
      wanted: `within ${work.growth} times`,
      measured: number(grown, 2),
      held: grown <= work.growth,
    };
  });
}

const memory = (service, rssMb) => ({
  goal: 'memory of the service throughout',
  wanted: `under ${service.rssMb} MB`,
  measured: rssMb === undefined ? 'n/a' : `${number(rssMb)} MB`,
  held: rssMb === undefined ? undefined : rssMb < service.rssMb,
});

/** The goals of the start command, with the seconds of a first and of a later start. */
export function startGoals(starts) {
  const wanted = [limits.firstStart, limits.laterStart];
  return ['start with initdb', 'start on existing data'].map((goal, n) => ({
    goal,
    wanted: `under ${wanted[n]} s`,
    measured: starts ? `${number(starts[n], 2)} s` : 'n/a',
    held: starts && starts[n] < wanted[n],
  }));
}

export function goalTable(title, list) {
  const word = { true: 'yes', false: 'NO', undefined: '' };
  const rows = list.map(({ goal, wanted, measured, held }) => [goal, wanted, measured, word[held]]);
  return `\n${title}\n${columns([['goal', 'wanted', 'measured', 'held'], ...rows])}\n`;
}
