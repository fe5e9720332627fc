import { Egress } from '@switchyard/webhooks';
import type { Config } from '../config';

/** Where webhooks may be: on public addresses by https; in the sandbox on the machine itself and by http, too. */
export const egressOf = ({ profile, webhooks }: Pick<Config, 'profile' | 'webhooks'>): Egress =>
  new Egress({
    mode: profile === 'sandbox' ? 'dev' : 'deny-private',
    plainHttp: webhooks.plainHttp,
    allow: webhooks.allowCidrs,
  });
