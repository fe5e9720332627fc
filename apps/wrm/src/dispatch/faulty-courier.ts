import type { CourierRequest, Egress, Reply, RequestStyle, Timeouts } from '@switchyard/webhooks';
import { AttemptFailed, Courier } from '@switchyard/webhooks';
import type { InjectedFaults } from './injected-faults';

/** Loses and doubles deliveries where the sandbox was told to, so that a receiver can prove that it stands it. */
export class FaultyCourier extends Courier {
  constructor(
    options: { egress: Egress },
    private readonly faults: InjectedFaults,
  ) {
    super(options);
  }

  override async send(request: CourierRequest, timeouts: Timeouts, signal?: AbortSignal): Promise<Reply> {
    const faults = request.body && this.faults.of(request.body);
    if (faults?.drop && request.headers['X-WRM-Attempt'] === '1') {
      throw new AttemptFailed('CONNECT', 'lost on purpose: the subscription has faults injected');
    }
    const reply = await super.send(request, timeouts, signal);
    return faults?.duplicate ? super.send(request, timeouts, signal) : reply;
  }
}

/** A style whose signatures do not fit, where the sandbox was told to. */
export const faultyStyle =
  (style: RequestStyle, faults: InjectedFaults): RequestStyle =>
  (facts) =>
    style(
      faults.of(facts.body)?.badSignature ? { ...facts, secret: `not ${facts.secret}`, previousSecret: null } : facts,
    );
