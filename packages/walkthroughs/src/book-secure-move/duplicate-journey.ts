import type { Api } from '../walkthrough';
import { errorsAre } from './idempotency';
import type { Journey } from './journeys';

/** Sends a journey's creation under a fresh key: 400, for the move has a journey between these two places already. */
export async function refusesDuplicate(api: Api, { call }: Journey): Promise<void> {
  const headers = { ...call.headers, 'idempotency-key': api.uuid() };
  const reply = await api.send({ ...call, headers }, { status: 400, leadsTo: () => 'refused, duplicate' });
  const detail = 'You are trying to submit a duplicate journey for this move, please try again';
  errorsAre(api, reply, [{ title: 'Bad request', detail }]);
}
