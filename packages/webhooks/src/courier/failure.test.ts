import { EgressBlocked } from '../egress/egress';
import { AttemptAborted, AttemptFailed, failureOf } from './failure';

const systemError = (facts: { code?: string; syscall?: string; name?: string }): Error =>
  Object.assign(new Error('the message'), facts);

it.each([
  ['ENOTFOUND', 'getaddrinfo', 'DNS'],
  ['ETIMEOUT', 'queryA', 'DNS'],
  ['CERT_HAS_EXPIRED', undefined, 'TLS'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', undefined, 'TLS'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', undefined, 'TLS'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined, 'TLS'],
  ['EPROTO', 'write', 'TLS'],
  ['ETIMEDOUT', 'connect', 'TIMEOUT'],
  ['ECONNREFUSED', 'connect', 'CONNECT'],
  ['ECONNRESET', 'read', 'CONNECT'],
  ['HPE_INVALID_CONSTANT', undefined, 'CONNECT'],
  [undefined, undefined, 'CONNECT'],
])('%s of %s is %s', (code, syscall, failure) => {
  expect(failureOf(systemError({ code, syscall }), '192.0.2.1')).toMatchObject({ code: failure, address: '192.0.2.1' });
});

it('what has its name already keeps it', () => {
  expect(failureOf(new EgressBlocked('address'), null)).toMatchObject({ code: 'SSRF_BLOCKED' });
  const failed = new AttemptFailed('TIMEOUT', 'no reply');
  expect(failureOf(failed, null)).toBe(failed);
});

it('breaking off is no failure', () => {
  expect(failureOf(systemError({ name: 'AbortError', code: 'ABORT_ERR' }), null)).toBeInstanceOf(AttemptAborted);
});
