import { isNativeError } from 'node:util/types';

/** The database cannot answer now; the same request may succeed shortly. Nothing of it was stored. */
export class DatabaseUnavailable extends Error {
  constructor(
    readonly sqlState: string,
    options?: ErrorOptions,
  ) {
    super(`the database is unavailable (${sqlState})`, options);
  }
}

/** A value that the rules let through did not fit its column (SQLSTATE class 22, or a check constraint). */
export class ValueRefused extends Error {
  constructor(
    readonly sqlState: string,
    readonly column: string | undefined,
    options?: ErrorOptions,
  ) {
    super(`a value was refused by the database (${sqlState})`, options);
  }
}

/** A uniqueness that the database guards was about to be broken by a parallel write. */
export class UniqueViolation extends Error {
  constructor(
    readonly constraint: string,
    options?: ErrorOptions,
  ) {
    super(`already taken (${constraint})`, options);
  }
}

const retryable = new Set(['40001', '40P01']);
const unavailable = new Set([
  '53300',
  '53100',
  '53200',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  '25006',
  '40001',
  '40P01',
]);
const connectionFailures = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
const connectionMessages =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Client was closed|Cannot use a pool after/;

interface DriverError extends Error {
  code?: string;
  column?: string;
  constraint?: string;
}

/** True for a serialization failure or a deadlock: the same transaction may be tried again at once. */
export function isRetryable(error: unknown): boolean {
  return retryable.has((error as DriverError)?.code ?? '');
}

/** Names a driver error by what the caller can do about it; an unknown one comes back as it was. */
export function translate(error: unknown): unknown {
  if (!isNativeError(error)) return error;
  // Where it was thrown is the socket; who asked is of more use.
  Error.captureStackTrace(error, translate);
  const { code = '', column, constraint } = error as DriverError;
  if (code === '23505') return new UniqueViolation(constraint ?? '', { cause: error });
  if (code.startsWith('22') || code === '23514') return new ValueRefused(code, column, { cause: error });
  if (unavailable.has(code) || code.startsWith('08')) return new DatabaseUnavailable(code, { cause: error });
  if (connectionFailures.test(code) || connectionMessages.test(error.message)) {
    return new DatabaseUnavailable(code || 'connection', { cause: error });
  }
  return error;
}
