import { calendarFrom, InvalidHolidayOverride } from './holiday-override';
import { bankHolidays, defaultHolidays, holidayCalendars, holidayName } from './holiday-table';

const victory = { day: '2028-07-03', name: 'Victory Day', calendar: 'england-and-wales' };

function problemsOf(content: unknown): readonly string[] {
  try {
    calendarFrom(defaultHolidays, content);
  } catch (error) {
    if (error instanceof InvalidHolidayOverride) return error.problems;
    throw error;
  }
  return [];
}

describe('an operator override', () => {
  it('adds a day to one calendar and leaves the others', () => {
    const table = calendarFrom(defaultHolidays, { add: [victory] });
    expect(bankHolidays('england-and-wales', table).has('2028-07-03')).toBe(true);
    expect(holidayName('england-and-wales', '2028-07-03', table)).toBe('Victory Day');
    expect(bankHolidays('scotland', table).has('2028-07-03')).toBe(false);
  });

  it('removes a day', () => {
    const table = calendarFrom(defaultHolidays, { remove: [{ day: '2027-05-03', calendar: 'england-and-wales' }] });
    expect(bankHolidays('england-and-wales', table).has('2027-05-03')).toBe(false);
    expect(bankHolidays('northern-ireland', table).has('2027-05-03')).toBe(true);
  });

  it('reaches the regions of New Zealand through the national calendar', () => {
    const table = calendarFrom(defaultHolidays, {
      add: [{ day: '2028-03-01', name: 'One-off', calendar: 'new-zealand' }],
      remove: [{ day: '2028-07-14', calendar: 'new-zealand' }],
    });
    const auckland = bankHolidays('new-zealand-auckland', table);
    expect([auckland.has('2028-03-01'), auckland.has('2028-07-14')]).toEqual([true, false]);
  });

  it('renames a day that is added again, removed first or not', () => {
    const day = { day: '2027-05-03', calendar: 'scotland' };
    for (const remove of [[], [day]]) {
      const table = calendarFrom(defaultHolidays, { add: [{ ...day, name: 'May Day' }], remove });
      expect(holidayName('scotland', '2027-05-03', table)).toBe('May Day');
    }
  });

  it('changes nothing when it is empty, and never the defaults', () => {
    expect(calendarFrom(defaultHolidays, {})).toEqual(defaultHolidays);
    calendarFrom(defaultHolidays, { add: [victory] });
    expect(bankHolidays('england-and-wales').has('2028-07-03')).toBe(false);
  });

  it.each<[string, unknown, string[]]>([
    ['no object', 'tomorrow', ['it is not an object']],
    ['a list', [], ['it is not an object']],
    ['nothing', null, ['it is not an object']],
    ['an unknown member', { added: [] }, ['"added" is neither "add" nor "remove"']],
    ['a member that is no list', { add: {} }, ['add is not a list']],
    ['an entry that is no object', { add: [victory, 'x'] }, ['add[1] is not an object']],
    [
      'a day that does not exist',
      { add: [{ ...victory, day: '2028-02-30' }] },
      ['add[0] has the day "2028-02-30", which is not a day YYYY-MM-DD'],
    ],
    [
      'no day',
      { remove: [{ calendar: 'scotland' }] },
      ['remove[0] has the day undefined, which is not a day YYYY-MM-DD'],
    ],
    [
      'an unknown calendar',
      { add: [{ ...victory, calendar: 'england' }] },
      [`add[0] has the calendar "england", which is none of ${holidayCalendars.join(', ')}`],
    ],
    ['no name', { add: [{ ...victory, name: ' ' }] }, ['add[0] (2028-07-03) has no name']],
    [
      'a removal of no holiday',
      { remove: [{ day: '2027-05-04', calendar: 'scotland' }] },
      ['remove[0] (2027-05-04) is not a holiday of scotland'],
    ],
    [
      'a removal from a region of a national day',
      { remove: [{ day: '2028-07-14', calendar: 'new-zealand-otago' }] },
      ['remove[0] (2028-07-14) is not a holiday of new-zealand-otago'],
    ],
    [
      'several mistakes',
      { add: [{ ...victory, name: 7 }], remove: [4], also: 1 },
      ['"also" is neither "add" nor "remove"', 'add[0] (2028-07-03) has no name', 'remove[0] is not an object'],
    ],
  ])('refuses %s and names the place', (_, content, expected) => {
    expect(problemsOf(content)).toEqual(expected);
  });

  it('puts every problem into its message', () => {
    expect(() => calendarFrom(defaultHolidays, { add: 1, remove: 2 })).toThrow(
      'the holiday override is not usable: add is not a list; remove is not a list',
    );
  });
});
