import type { Api } from '../walkthrough';
import { type Move, moveAction } from './moves';

/** A completed move that nobody accepted or started keeps its status until both arrive with earlier times. */
export async function acceptAndStartAfterwards(api: Api, move: Move): Promise<void> {
  api.step('Beyond the page: accept and start arrive late, dated earlier, and the stored completion takes effect');
  await moveAction(api, move, 'accept', { timestamp: '2020-04-21T09:00:00Z' }, 'booked');
  await moveAction(api, move, 'start', { timestamp: '2020-04-21T09:30:00Z' }, 'completed');
}
