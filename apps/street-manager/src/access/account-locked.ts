import { DomainError } from '@switchyard/domain';

/** Too many wrong passwords: nobody gets in for a while, the right one neither. */
export class AccountLocked extends DomainError {
  readonly code = 'account_locked';
  constructor() {
    super('Account locked');
  }
}
