import type { Day } from '@switchyard/domain/book-secure-move';
import { UnreadableDays, isDay } from '@switchyard/domain/book-secure-move';

/** From the first day to the last, both included. Throws UnreadableDays, naming each that is missing or no day. */
export function askedDays(query: Readonly<Record<string, string | undefined>>): { from: Day; to: Day } {
  const { 'filter[date_from]': from, 'filter[date_to]': to } = query;
  if (isDay(from) && isDay(to)) return { from, to };
  throw new UnreadableDays([...(isDay(from) ? [] : ['date_from']), ...(isDay(to) ? [] : ['date_to'])]);
}
