import { documentOf } from '../reply';
import { Unexpected } from '../unexpected';
import type { Api } from '../walkthrough';
import { authority } from './demo';

const attempts = 20;
const days = 7000;

/**
 * The preferred day when no move has it yet, otherwise a day after it, by chance, that is free: a person may not make
 * the same move twice on one day, and the pages name fixed people. Days are `YYYY-MM-DD`.
 */
export async function freeDate(api: Api, preferred: string): Promise<string> {
  const candidates = [preferred, ...Array.from({ length: attempts }, () => dayAfter(preferred, 1 + api.pick(days)))];
  for (const day of candidates) if (await isFree(api, day)) return day;
  throw new Unexpected('a day without a move', `one of ${candidates.length} tried after ${preferred}`, 'none');
}

async function isFree(api: Api, day: string): Promise<boolean> {
  const query = `filter%5Bdate_from%5D=${day}&filter%5Bdate_to%5D=${day}&per_page=1`;
  const { meta } = documentOf(await api.read(`/api/moves?${query}`, authority));
  return meta?.pagination?.total_objects === 0;
}

function dayAfter(day: string, count: number): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + count);
  return midnight.toISOString().slice(0, 10);
}
