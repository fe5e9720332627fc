import { createHash } from 'node:crypto';
import type { Fault, Shape } from '@switchyard/domain/wrm';
import { RequestRefused, canonicalJson, read, refuseForm } from '@switchyard/domain/wrm';
import type { Config } from '../config';

/**
 * Reads a body that names the booking of its path. Throws RequestRefused, 400: with everything that is wrong with its
 * form, and under a code of its own where it names another booking.
 */
export function readNamedBody<T extends { bookingId: string }>(
  shape: Shape<T>,
  body: unknown,
  bookingId: string,
  { extensions }: Config,
): T {
  const { value, faults } = read(shape, body, 'appointment', extensions);
  const named = (body as { bookingId?: unknown } | null)?.bookingId;
  const differs = typeof named === 'string' && named !== '' && named !== bookingId;
  const all = [...faults, ...(differs ? [bookingDiffers(bookingId)] : [])];
  if (faults.length === 0 && differs) throw new RequestRefused('WRM-400-04', all);
  refuseForm(all);
  return value;
}

const bookingDiffers = (bookingId: string): Fault => ({
  object: 'appointment',
  reason: 'reference',
  message: `bookingId must be ${bookingId}, as in the path.`,
  attributes: ['bookingId'],
  responseCode: 'WRM-400-04',
});

/** By which a repetition of a body is known, however it is spelt. */
export const digestOf = (body: object): Buffer => createHash('sha256').update(canonicalJson(body)).digest();
