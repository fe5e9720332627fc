import { DomainError, RulesBroken } from '../kernel';
import type { Violation } from '../kernel';

/**
 * The request's parameters are wrong before any record is looked at. The wire shows one error for the whole request,
 * so an app asks for this class before its parent: the code is the same, the dialect is not.
 */
export class InvalidParameters extends RulesBroken {}

/** A required member of the body is missing or empty. */
export class MissingParameter extends DomainError {
  readonly code = 'missing_parameter';
  constructor(
    /** The member's own name: `data`, `attributes`, `relationships`, `filter`. */
    override readonly name: string,
  ) {
    super(`param is missing or the value is empty or invalid: ${name}`);
  }
}

/** The request cannot be served as it stands; the detail is the published sentence. */
export class BadRequest extends DomainError {
  readonly code = 'bad_request';
  constructor(readonly detail: string) {
    super(detail);
  }
}

/** A filter of a listing cannot be read. Kept apart from InvalidParameters: those listings answer in another shape. */
export class InvalidFilter extends DomainError {
  readonly code = 'invalid_filter';
  constructor(readonly violations: readonly Violation[]) {
    super(violations.map(({ field, message }) => `${field} ${message}`).join('; '));
  }
}

/** Days in the query string that cannot be read, or are missing. Each is told by its own name. */
export class UnreadableDays extends DomainError {
  readonly code = 'unreadable_days';
  constructor(readonly fields: readonly string[]) {
    super(`no valid day: ${fields.join(', ')}`);
  }
}

/** The client may see the record but not do this with it. */
export class NotAuthorised extends DomainError {
  readonly code = 'not_authorised';
  constructor(readonly detail = 'Not authorized') {
    super(detail);
  }
}

export type LodgingFault = 'cancelled' | 'started' | 'completed';

const lodgingFaults: Record<LodgingFault, string> = {
  cancelled: 'Lodging already cancelled',
  started: 'Started lodgings may not be cancelled',
  completed: 'Completed lodgings may not be cancelled',
};

/** Only a proposed lodging can be cancelled on its own; the message is part of the rule. */
export class LodgingNotCancellable extends DomainError {
  readonly code = 'lodging_not_cancellable';
  constructor(
    /** The state that forbids it. */
    readonly status: LodgingFault,
  ) {
    super(lodgingFaults[status]);
  }
}

/** Throws the whole list as one parameter error, or nothing. */
export function refuseParameters(violations: readonly Violation[]): void {
  if (violations.length > 0) throw new InvalidParameters(violations);
}
