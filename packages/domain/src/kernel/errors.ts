import type { Violation } from './violations';

/**
 * The closed family of refusals. Each carries a stable code and the facts, never a status or a sentence for the wire:
 * an app's `errors.ts` speaks for them in its own API's dialect.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
}

export class NotFound extends DomainError {
  readonly code = 'not_found';
  constructor(
    /** What was looked for, in the API's words: `move`, `location`. */
    readonly resource: string,
    /** The id as it was given; undefined when none was. */
    readonly id?: string,
  ) {
    super(`${resource} ${id ?? '(no id)'} was not found`);
  }
}

export class Forbidden extends DomainError {
  readonly code = 'forbidden';
  constructor(readonly reason: string) {
    super(reason);
  }
}

export class InvalidTransition extends DomainError {
  readonly code = 'invalid_transition';
  constructor(
    readonly machine: string,
    readonly from: string,
    readonly event: string,
  ) {
    super(`${machine}: ${event} is not possible from ${from}`);
  }
}

export class RulesBroken extends DomainError {
  readonly code = 'rules_broken';
  constructor(readonly violations: readonly Violation[]) {
    super(violations.map(({ field, message }) => `${field} ${message}`).join('; '));
  }
}

export class Conflict extends DomainError {
  readonly code = 'conflict';
  constructor(
    readonly reason: string,
    readonly facts: Record<string, unknown> = {},
  ) {
    super(reason);
  }
}

/** Throws every broken rule at once, or nothing. */
export function refuse(violations: readonly Violation[]): void {
  if (violations.length > 0) throw new RulesBroken(violations);
}
