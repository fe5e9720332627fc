import type { IdempotencyPolicy } from '@switchyard/http';
import type { Config } from './config';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Five groups of hex digits, any case, any version. */
const key = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The real service replays for ten minutes and remembers a key for twelve hours; `durable` does both for a day. */
export const idempotencyPolicy = ({ idempotencyProfile, idempotencyWaitMs }: Config): IdempotencyPolicy => ({
  isValid: (text) => key.test(text),
  replayMs: idempotencyProfile === 'faithful' ? 10 * MINUTE : 24 * HOUR,
  conflictMs: idempotencyProfile === 'faithful' ? 12 * HOUR : 24 * HOUR,
  waitMs: idempotencyWaitMs,
  // Where the real service does not ask for a key it does not look at it either.
  overlooksMalformed: true,
  fingerprintsQuery: false,
});
