import { DomainError, RulesBroken } from '../kernel';
import type { Violation } from '../kernel';

/** The token or the credentials are not valid. The wire never says which of the two, nor why. */
export class AuthenticationFailed extends DomainError {
  readonly code = 'authentication_failed';
  constructor(
    /** For the log only. */
    readonly reason = 'the credentials are not valid',
  ) {
    super(reason);
  }
}

/** The token is valid but the action is not for its user: role, organisation, contract, workstream or the value sent. */
export class AccessRestricted extends DomainError {
  readonly code = 'access_restricted';
  constructor(
    /** For the log only: the wire says the same for every reason. */
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** The state of a record forbids the action; the reason is the sentence that the client reads. */
export class PreconditionFailed extends DomainError {
  readonly code = 'precondition_failed';
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** The request breaks rules that no record needs to be asked for, or that its conditions alone decide. */
export class InvalidRequest extends RulesBroken {}

/** Throws every broken rule of a request at once, or nothing. */
export function refuseRequest(violations: readonly Violation[]): void {
  if (violations.length > 0) throw new InvalidRequest(violations);
}

/** Throws AccessRestricted with the reason, or nothing: decisions about access are a reason or null. */
export function refuseAccess(reason: string | null): void {
  if (reason !== null) throw new AccessRestricted(reason);
}
