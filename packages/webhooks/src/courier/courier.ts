import http from 'node:http';
import https from 'node:https';
import type { Egress } from '../egress/egress';
import type { Timeouts } from '../profile';
import type { Reply } from './exchange';
import { exchange } from './exchange';
import { AttemptFailed } from './failure';
import { lookupThrough } from './lookup';

export type { Reply } from './exchange';
export { AttemptAborted, AttemptFailed } from './failure';
export type { FailureCode } from './failure';

export interface CourierRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: Uint8Array;
  /** How much of the reply's body is kept, in bytes; 2 KiB when absent, 64 KiB at most. */
  keep?: number;
}

/** A connection that has been idle for longer is not used again: the receiver may be about to close it. */
const IDLE_MS = 4_000;
const MAX_IDLE_PER_HOST = 16;

/**
 * Makes single requests to hosts that it does not trust: only where the policy permits, to the very address that was
 * checked, without redirects, within time and size limits.
 */
export class Courier {
  private readonly egress: Egress;
  private readonly agents = {
    'http:': new http.Agent({ keepAlive: true, maxFreeSockets: MAX_IDLE_PER_HOST, timeout: IDLE_MS }),
    'https:': new https.Agent({ keepAlive: true, maxFreeSockets: MAX_IDLE_PER_HOST, timeout: IDLE_MS }),
  };

  constructor({ egress }: { egress: Egress }) {
    this.egress = egress;
  }

  /**
   * The receiver's reply, whatever its status. Throws AttemptFailed when there is none, and AttemptAborted when
   * `signal` broke it off. A redirect is a reply like any other.
   */
  async send(request: CourierRequest, timeouts: Timeouts, signal?: AbortSignal): Promise<Reply> {
    // Names are checked by the lookup, which is not asked for a host that is an address already.
    const refusal = this.egress.refuseUrl(request.url);
    if (refusal) throw new AttemptFailed('SSRF_BLOCKED', `the policy forbids this ${refusal}`);
    const { method, body, keep = 2_048, headers } = request;
    const url = new URL(request.url);
    const secure = url.protocol === 'https:';
    const options: http.RequestOptions = {
      method,
      headers: { ...headers, ...(body && { 'Content-Length': String(body.length) }) },
      agent: this.agents[secure ? 'https:' : 'http:'],
      lookup: lookupThrough(this.egress),
      signal,
    };
    const call = { open: secure ? https.request : http.request, url, options, body, keep, timeouts };
    return exchange(call);
  }

  /** Closes the connections that are kept for later. */
  close(): void {
    this.agents['http:'].destroy();
    this.agents['https:'].destroy();
  }
}
