import type { RegimeSession } from '../register';

const workingDays = [1, 2, 3, 4, 5];

function sessions(
  days: readonly number[],
  start: string,
  end: string,
  place: string,
  placeCode: string,
): RegimeSession[] {
  return days.map((weekday) => ({ weekday, start, end, place, placeCode }));
}

/** The weekly regimes of the demo register, each in the order of the day; bookings take them in turn. */
export const demoRegimes: readonly (readonly RegimeSession[])[] = [
  [
    ...sessions(workingDays, '08:30', '11:45', 'WORKSHOP 1', 'WKSP1'),
    ...sessions(workingDays, '13:45', '16:45', 'WORKSHOP 1', 'WKSP1'),
  ],
  [
    ...sessions(workingDays, '09:00', '11:30', 'EDUCATION', 'EDUC'),
    ...sessions([2, 4], '14:00', '16:00', 'LIBRARY', 'LIBRY'),
  ],
  [...sessions([1, 2, 3, 4, 5, 6, 7], '07:00', '12:30', 'KITCHEN', 'KITCH')],
  [],
];
