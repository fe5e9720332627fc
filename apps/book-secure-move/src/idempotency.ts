import { checkIdempotencyKey, keyKeptMs, replyKeptMs } from '@switchyard/domain/book-secure-move';
import type { IdempotencyPolicy } from '@switchyard/http';
import type { Config } from './config';

const DAY = 24 * 60 * 60_000;

/** The real service replays for ten minutes and remembers a key for twelve hours; `durable` does both for a day. */
export const idempotencyPolicy = ({ idempotencyProfile, idempotencyWaitMs }: Config): IdempotencyPolicy => ({
  isValid: (text) => checkIdempotencyKey(text).length === 0,
  replayMs: idempotencyProfile === 'faithful' ? replyKeptMs : DAY,
  conflictMs: idempotencyProfile === 'faithful' ? keyKeptMs : DAY,
  waitMs: idempotencyWaitMs,
  // Where the real service does not ask for a key it does not look at it either.
  overlooksMalformed: true,
  fingerprintsQuery: false,
});
