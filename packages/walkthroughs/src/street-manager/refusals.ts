import type { Call } from '../client';
import type { Api } from '../walkthrough';
import { bodyOf } from './body';

/** The call is refused with 412, for the state of the record forbids it; the text is the service's own. */
export async function refusedByState(api: Api, call: Call): Promise<void> {
  const reply = await api.send(call, {
    status: 412,
    leadsTo: (refused) => `refused: ${String(bodyOf(refused)['message'])}`,
  });
  api.holds('status in the error', bodyOf(reply)['error'], { status: 412 });
}
