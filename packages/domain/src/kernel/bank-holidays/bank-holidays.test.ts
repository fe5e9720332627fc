import fc from 'fast-check';
import { addDays, isDay, weekdayOf, type Day } from '../days';
import {
  bankHolidays,
  defaultHolidays,
  holidayCalendars,
  holidayName,
  holidayYears,
  type HolidayCalendar,
} from './holiday-table';

const years = Array.from({ length: 21 }, (_, index) => 2015 + index);
const kingdom = ['england-and-wales', 'scotland', 'northern-ireland'] as const;

function inYear(calendar: HolidayCalendar, year: number): string[] {
  return [...bankHolidays(calendar)]
    .filter((day) => day.startsWith(`${year}-`))
    .map((day) => day.slice(5))
    .sort();
}

/** Easter Sunday by the anonymous Gregorian computus, written down here independently of the data. */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}` as Day;
}

describe('the table', () => {
  it('covers 2015 to 2035', () => {
    expect(holidayYears).toEqual({ first: 2015, last: 2035 });
    expect([...new Set([...bankHolidays('england-and-wales')].map((day) => Number(day.slice(0, 4))))]).toEqual(years);
  });

  it.each(holidayCalendars)('names only days that exist, each once, for %s', (calendar) => {
    const days = [...(defaultHolidays.get(calendar) ?? [])];
    expect(days.length).toBeGreaterThanOrEqual(years.length);
    expect(days.filter(([day, name]) => !isDay(day) || name === '')).toEqual([]);
  });
});

describe('the United Kingdom', () => {
  it.each([
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('England and Wales in %i: %s', (year, expected) => {
    expect(inYear('england-and-wales', year).join(' ')).toBe(expected);
  });

  it.each([
    [2017, '01-02 01-03 04-14 05-01 05-29 08-07 11-30 12-25 12-26'],
    [2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
    [2023, '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26'],
    [2025, '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26'],
    [2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  ])('Scotland in %i: %s', (year, expected) => {
    expect(inYear('scotland', year).join(' ')).toBe(expected);
  });

  it.each([
    [2020, '01-01 03-17 04-10 04-13 05-08 05-25 07-13 08-31 12-25 12-28'],
    [2024, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
    [2025, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
  ])('Northern Ireland in %i: %s', (year, expected) => {
    expect(inYear('northern-ireland', year).join(' ')).toBe(expected);
  });

  it('lists no weekend: what falls on one stands on its substitute day', () => {
    expect(kingdom.flatMap((calendar) => [...bankHolidays(calendar)]).filter((day) => weekdayOf(day) > 5)).toEqual([]);
  });

  it('gives two weekdays for Christmas, never before the 25th and never after the 28th', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kingdom), fc.constantFrom(...years), (calendar, year) => {
        const christmas = inYear(calendar, year).filter((day) => day > '12-20');
        expect(christmas).toHaveLength(2);
        expect(christmas.every((day) => day >= '12-25' && day <= '12-28')).toBe(true);
      }),
    );
  });
});

describe('New Zealand', () => {
  it.each([
    [2015, '01-01 01-02 02-06 04-03 04-06 04-25 04-27 06-01 10-26 12-25 12-26 12-28'],
    [2022, '01-01 01-02 01-03 01-04 02-06 02-07 04-15 04-18 04-25 06-06 06-24 09-26 10-24 12-25 12-26 12-27'],
    [2023, '01-01 01-02 01-03 02-06 04-07 04-10 04-25 06-05 07-14 10-23 12-25 12-26'],
    [2026, '01-01 01-02 02-06 04-03 04-06 04-25 04-27 06-01 07-10 10-26 12-25 12-26 12-28'],
  ])('in %i: %s', (year, expected) => {
    expect(inYear('new-zealand', year).join(' ')).toBe(expected);
  });

  const matariki = ['2022-06-24', '2023-07-14', '2024-06-28', '2025-06-20', '2026-07-10', '2027-06-25', '2028-07-14'];

  it.each([...matariki, '2029-07-06', '2030-06-21', '2035-06-29'] as Day[])('keeps Matariki on %s', (day) => {
    expect(holidayName('new-zealand-otago', day)).toBe('Matariki');
  });

  it('knows no Matariki before it was a holiday', () => {
    const named = [...(defaultHolidays.get('new-zealand') ?? [])].filter(([, name]) => name === 'Matariki');
    expect(named.map(([day]) => day).sort()[0]).toBe('2022-06-24');
    expect(named).toHaveLength(14);
  });

  it.each<[string, Day, Day]>([
    ['wellington', '2015-01-19', '2017-01-23'],
    ['manawatu-whanganui', '2015-01-19', '2017-01-23'],
    ['auckland', '2015-01-26', '2017-01-30'],
    ['northland', '2015-01-26', '2017-01-30'],
    ['waikato', '2015-01-26', '2017-01-30'],
    ['bay-of-plenty', '2015-01-26', '2017-01-30'],
    ['gisborne', '2015-01-26', '2017-01-30'],
    ['nelson', '2015-02-02', '2017-01-30'],
    ['tasman', '2015-02-02', '2017-01-30'],
    ['buller', '2015-02-02', '2017-01-30'],
    ['taranaki', '2015-03-09', '2017-03-13'],
    ['otago', '2015-03-23', '2017-03-20'],
    ['southland', '2015-04-07', '2017-04-18'],
    ['south-canterbury', '2015-09-28', '2017-09-25'],
    ['hawkes-bay', '2015-10-23', '2017-10-20'],
    ['marlborough', '2015-11-02', '2017-10-30'],
    ['canterbury', '2015-11-13', '2017-11-17'],
    ['westland', '2015-11-30', '2017-12-04'],
    ['chatham-islands', '2015-11-30', '2017-11-27'],
  ])('keeps the anniversary of %s on %s and %s', (region, in2015, in2017) => {
    const regional = bankHolidays(`new-zealand-${region}` as HolidayCalendar);
    const national = bankHolidays('new-zealand');
    const own = [...regional].filter((day) => !national.has(day));
    expect(own).toHaveLength(years.length);
    expect(own).toEqual(expect.arrayContaining([in2015, in2017]));
    expect([...national].every((day) => regional.has(day))).toBe(true);
  });

  it('keeps the moved day of South Canterbury in 2022', () => {
    expect(bankHolidays('new-zealand-south-canterbury').has('2022-11-11')).toBe(true);
    expect(holidayName('new-zealand-south-canterbury', '2022-09-26')).toBe('Queen Elizabeth II Memorial Day');
  });

  it('gives a Monday or Tuesday beside each holiday that moves off the weekend', () => {
    const holidays = bankHolidays('new-zealand');
    const onWeekends = [...holidays].filter((day) => weekdayOf(day) > 5);
    expect(onWeekends.length).toBeGreaterThan(0);
    expect(onWeekends.filter((day) => ![1, 2, 3].some((days) => holidays.has(addDays(day, days))))).toEqual([]);
  });
});

describe('Easter', () => {
  it.each(years)('stands where the moon puts it in %i', (year) => {
    const [friday, monday] = [addDays(easter(year), -2), addDays(easter(year), 1)];
    const having = (day: Day): string[] =>
      [...kingdom, 'new-zealand' as const].filter((calendar) => bankHolidays(calendar).has(day));
    expect(having(friday)).toEqual([...kingdom, 'new-zealand']);
    expect(having(monday)).toEqual(['england-and-wales', 'northern-ireland', 'new-zealand']);
    expect(bankHolidays('new-zealand-southland').has(addDays(easter(year), 2))).toBe(true);
  });
});
