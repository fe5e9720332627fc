import type { Violation } from '@switchyard/domain';

/** Why the kit itself turned a request away, before any rule was asked. Each API words these in its own dialect. */
export type RefusalReason =
  | 'unknown_route'
  | 'unauthenticated'
  | 'unsupported_media_type'
  | 'unsupported_encoding'
  | 'body_too_large'
  | 'body_incomplete'
  | 'malformed_body'
  | 'idempotency_key_missing'
  | 'idempotency_key_malformed'
  | 'idempotency_key_conflict'
  | 'idempotency_key_in_flight'
  | 'rate_limited'
  | 'overloaded'
  | 'draining';

export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    /** What a person needs to mend it: a rule, a limit, the key. */
    readonly detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${reason}: ${detail}`);
  }
}

/** One place where a body departs from the contract. */
export interface BodyFault {
  /** JSON pointer into the body. */
  pointer: string;
  /** The contract's keyword that was broken: `type`, `required`, `maxLength` … */
  keyword: string;
  message: string;
  params: Readonly<Record<string, unknown>>;
}

/** The body is JSON, but not what the contract describes; and what the route's own rules say of the rest of it. */
export class InvalidBody extends Error {
  constructor(
    readonly faults: readonly BodyFault[],
    readonly violations: readonly Violation[] = [],
    readonly body?: unknown,
  ) {
    super(
      [...faults.map(({ pointer, message }) => `${pointer} ${message}`), ...violations.map(({ field }) => field)].join(
        '; ',
      ),
    );
  }
}
