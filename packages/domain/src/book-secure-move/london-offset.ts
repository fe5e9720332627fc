import { IANAZone } from 'luxon';

const london = IANAZone.create('Europe/London');
const msPerHour = 3_600_000;
const mostHours = 100_000;

/** London has only ever changed its clocks on a whole UTC hour since 1900, so one answer serves the hour. */
const offsets = new Map<number, number>();

/** London's offset at an instant, in minutes east of UTC: 0 in winter, 60 in summer. Takes epoch milliseconds. */
export function londonOffset(ms: number): number {
  const hour = Math.floor(ms / msPerHour);
  const known = offsets.get(hour);
  if (known !== undefined) return known;

  const offset = Math.round(london.offset(hour * msPerHour));
  if (offsets.size >= mostHours) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}
