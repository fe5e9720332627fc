import type { PlayedWalkthrough, PlayReport } from './runner';

const headings = ['walkthrough', 'steps', 'calls', 'checks', 'result'];

/** The ending of a run, line by line: one row per walkthrough, then each failure in full. */
export function tableOf(report: PlayReport): string[] {
  const rows = [headings, ...report.walkthroughs.map(rowOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...report.walkthroughs.flatMap(failureOf)];
}

function rowOf({ name, steps, held }: PlayedWalkthrough): string[] {
  const calls = steps.reduce((sum, step) => sum + step.calls.length, 0);
  const checks = steps.reduce((sum, step) => sum + step.checks.length, 0);
  const heldSteps = steps.filter((step) => step.held).length;
  return [name, `${heldSteps}/${steps.length}`, String(calls), String(checks), held ? 'held' : 'DOES NOT HOLD'];
}

function failureOf({ name, steps, failure }: PlayedWalkthrough): string[] {
  if (failure === undefined) return [];
  return [
    '',
    `${name}, at "${steps.at(-1)?.title ?? 'its start'}":`,
    ...failure.split('\n').map((line) => `  ${line}`),
  ];
}
