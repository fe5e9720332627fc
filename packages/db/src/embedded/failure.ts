/** The embedded server could not be started or stopped. The message says what happened and what to do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

const wayOut = 'To use a PostgreSQL of your own (15 or newer), set DATABASE_URL.';

/** An error that says what happened, what to do, and that DATABASE_URL is always a way out. */
export function failure(happened: string, remedy = '', cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError([happened, remedy, wayOut].filter(Boolean).join(' '), { cause });
}

/** The last lines of what a program printed, indented under a message; empty when it printed nothing. */
export function lastLines(output: string, count = 8): string {
  const lines = output.trim().split('\n').filter(Boolean).slice(-count);
  return lines.length === 0 ? '' : `\n${lines.map((line) => `  | ${line}`).join('\n')}\n`;
}

/** The `code` of a system error (`ENOENT`) or of PostgreSQL (`57P03`), when there is one. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
