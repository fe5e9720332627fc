import { localTime } from '@switchyard/domain';
import { londonDay } from '../shared/london';

/** The name of a file of this instant, by the clocks of London: `Fees_2026-11-20_10-00.csv`. */
export const fileNameAt = (name: string, at: Date): string =>
  `${name}_${londonDay(at)}_${localTime(at, 'Europe/London').replace(':', '-')}.csv`;
