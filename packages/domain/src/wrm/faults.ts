import { DomainError } from '../kernel';
import type { ResponseCode } from './response-codes';

/** Why an object failed; the first five are the published reasons, the others are ours. */
export const reasons = [
  'additionalProperties',
  'type',
  'missing',
  'anyOf',
  'enum',
  'maxLength',
  'format',
  'range',
  'duplicate',
  'state',
  'reference',
] as const;
export type Reason = (typeof reasons)[number];

/** One thing that is wrong with a request, as the API tells it. */
export interface Fault {
  /** Path of the object that failed, `task.activities[0].status`; for the outermost one its name, `notification`. */
  object: string;
  reason: Reason;
  message: string;
  /** Names of the attributes that failed, within the object. */
  attributes: readonly string[];
  /** The response code of this fault, where the faults of one request have several. */
  responseCode?: ResponseCode;
  /** Further facts for the client, such as the id of the record that stands in the way. */
  facts?: Readonly<Record<string, unknown>>;
}

/** A request that is refused as a whole, with everything that is wrong with it. */
export class RequestRefused extends DomainError {
  readonly code = 'request_refused';
  constructor(
    readonly responseCode: ResponseCode,
    readonly faults: readonly Fault[],
  ) {
    super(`${responseCode}: ${faults.map(({ object, message }) => `${object} ${message}`).join('; ')}`);
  }
}

/** A fault under a code of its own: what a rule of the business gives back. */
export type CodedFault = Fault & { responseCode: ResponseCode };

export const fault = (
  responseCode: ResponseCode,
  object: string,
  reason: Reason,
  attributes: readonly string[],
  message: string,
  facts?: Readonly<Record<string, unknown>>,
): CodedFault => ({ object, reason, message, attributes, responseCode, ...(facts && { facts }) });

/** The faults when the condition holds, otherwise none. */
export const faultsWhen = <F extends Fault>(condition: boolean, ...faults: F[]): F[] => (condition ? faults : []);

/** Throws what the rules found, under the code of the first fault; nothing when they found nothing. */
export function refuseFaults(faults: readonly CodedFault[]): void {
  const [first] = faults;
  if (first) throw new RequestRefused(first.responseCode, faults);
}

/** Throws the faults of a body's form, all under the code of a failed schema; nothing when there is none. */
export function refuseForm(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new RequestRefused('WRM-400-01', faults);
}
