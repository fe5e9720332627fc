/** What each start passes on the command line, so that the files in the data directory stay as initdb wrote them. */
const always: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_checkpoints: 'off',
  log_min_messages: 'warning',
  // Statements and their details may hold personal data: the log says only what went wrong.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** For tests: a crash may lose the last commits, and every commit is quicker for it. */
const volatile: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The arguments of `postgres` for a data directory, a port and a wish for durability. */
export function serverArguments(dataDir: string, port: number, durable: boolean): string[] {
  const settings = { ...always, port: String(port), ...(durable ? {} : volatile) };
  return ['-D', dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** The arguments of `initdb`. The built-in locale sorts by code point and knows Unicode; it came with PostgreSQL 17. */
export function initArguments(
  dataDir: string,
  passwordFile: string,
  role: string,
  major: number,
  durable: boolean,
): string[] {
  const locale = ['--locale=C', ...(major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [])];
  const access = [`--username=${role}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  return ['-D', dataDir, '--encoding=UTF8', ...locale, ...access, ...(durable ? [] : ['--no-sync'])];
}
