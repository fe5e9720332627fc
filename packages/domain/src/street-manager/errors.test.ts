import { violation } from '../kernel';
import {
  AccessRestricted,
  AuthenticationFailed,
  InvalidRequest,
  PreconditionFailed,
  refuseAccess,
  refuseRequest,
} from './errors';

describe('refusals', () => {
  it.each([
    [new AuthenticationFailed(), 'authentication_failed', 'the credentials are not valid'],
    [new AuthenticationFailed('expired'), 'authentication_failed', 'expired'],
    [new AccessRestricted('no contract'), 'access_restricted', 'no contract'],
    [new PreconditionFailed('A PAA can not be altered'), 'precondition_failed', 'A PAA can not be altered'],
    [new InvalidRequest([violation('usrn', 'usrn', 'must be one')]), 'rules_broken', 'usrn must be one'],
  ])('%s carries its code', (error, code, message) => {
    expect(error).toMatchObject({ code, message });
  });

  it('throw all broken rules at once, or nothing', () => {
    const broken = [violation('a', 'b', 'c'), violation('d', 'e', 'f')];
    expect(() => refuseRequest([])).not.toThrow();
    expect(() => refuseRequest(broken)).toThrow(new InvalidRequest(broken));
  });

  it('throw for a reason, or nothing', () => {
    expect(() => refuseAccess(null)).not.toThrow();
    expect(() => refuseAccess('no contract')).toThrow(AccessRestricted);
  });
});
