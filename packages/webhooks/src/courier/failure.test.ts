import { EgressBlocked } from '../egress/egress';
import { AttemptAborted, AttemptFailed, failureOf } from './failure';

const systemError = (facts: { code?: string; syscall?: string; name?: string }): Error =>
  Object.assign(new Error('the message'), facts);

it.each([
  [systemError({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), 'DNS'],
  [systemError({ code: 'ETIMEOUT', syscall: 'queryA' }), 'DNS'],
  [systemError({ code: 'CERT_HAS_EXPIRED' }), 'TLS'],
  [systemError({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'TLS'],
  [systemError({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'TLS'],
  [systemError({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }), 'TLS'],
  [systemError({ code: 'EPROTO', syscall: 'write' }), 'TLS'],
  [systemError({ code: 'ETIMEDOUT', syscall: 'connect' }), 'TIMEOUT'],
  [systemError({ code: 'ECONNREFUSED', syscall: 'connect' }), 'CONNECT'],
  [systemError({ code: 'ECONNRESET' }), 'CONNECT'],
  [systemError({ code: 'HPE_INVALID_CONSTANT' }), 'CONNECT'],
  [systemError({}), 'CONNECT'],
  [new EgressBlocked('address'), 'SSRF_BLOCKED'],
  [new AttemptFailed('TIMEOUT', 'no reply'), 'TIMEOUT'],
])('%o is %s', (error, code) => {
  expect(failureOf(error, '192.0.2.1')).toMatchObject({ code });
});

it('breaking off is no failure', () => {
  expect(failureOf(systemError({ name: 'AbortError', code: 'ABORT_ERR' }), null)).toBeInstanceOf(AttemptAborted);
});
