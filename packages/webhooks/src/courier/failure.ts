import { EgressBlocked } from '../egress/egress';

/** Why an attempt has failed; `INTERNAL` is ours, all others the receiver's or the way's. */
export type FailureCode = 'DNS' | 'CONNECT' | 'TLS' | 'TIMEOUT' | 'SSRF_BLOCKED' | 'HTTP_STATUS' | 'INTERNAL';

/** No reply came. */
export class AttemptFailed extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    /** The address that was connected to, if any. */
    readonly address: string | null = null,
  ) {
    super(message);
  }
}

/** The caller itself broke the request off; it says nothing of the receiver. */
export class AttemptAborted extends Error {}

interface SystemError extends Error {
  code?: string;
  syscall?: string;
}

const dnsCall = /^(getaddrinfo|query)/;
const tlsCode =
  /^(ERR_TLS|ERR_SSL|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|EPROTO|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/;

/** Names an error of the network by the part that failed. */
export function failureOf(error: unknown, address: string | null): AttemptFailed | AttemptAborted {
  if (error instanceof AttemptFailed || error instanceof AttemptAborted) return error;
  if (error instanceof EgressBlocked) return new AttemptFailed(error.code, error.message, address);
  const { name, code = '', syscall = '', message } = error as SystemError;
  if (name === 'AbortError') return new AttemptAborted('broken off');
  if (dnsCall.test(syscall)) return new AttemptFailed('DNS', message, address);
  if (tlsCode.test(code)) return new AttemptFailed('TLS', message, address);
  if (code === 'ETIMEDOUT') return new AttemptFailed('TIMEOUT', message, address);
  return new AttemptFailed('CONNECT', message || code, address);
}
