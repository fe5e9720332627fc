import type { RequestStyle } from '@switchyard/webhooks';
import { hubStyle } from '@switchyard/webhooks';
import { VERSION } from '../operations/version-route';

export const USER_AGENT = `wrm/${VERSION}`;

/** The headers of a delivery: the published signature, those of Standard Webhooks, and the facts of the attempt. */
export const wrmStyle: RequestStyle = hubStyle({ prefix: 'X-WRM', userAgent: USER_AGENT });
