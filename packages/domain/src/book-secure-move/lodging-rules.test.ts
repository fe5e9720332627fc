import { LodgingNotCancellable } from './errors';
import { lodgingStatuses } from './enums';
import type { Lodging } from './lodging';
import {
  cancelEveryLodging,
  cancelLodging,
  changeLodging,
  checkLodging,
  checkLodgingCancellation,
  checkLodgingChanges,
  checkLodgingParameters,
  lodgingsMoved,
  lodgingToComplete,
  lodgingToStart,
  lodgingUpdateFacts,
  shiftLaterLodgings,
} from './lodging-rules';
import { aLodging } from './records.fixture';

test.each([
  ['create', { start_date: '2026-03-10', end_date: '2026-03-11' }, []],
  ['create', {}, ['start_date', 'end_date']],
  ['create', { start_date: '10/03/2026', end_date: '2026-03-11' }, ['start_date']],
  ['update', {}, []],
  ['update', { end_date: null }, []],
  ['update', { end_date: 'x' }, ['end_date']],
] as const)('%s %j breaks %j', (action, attributes, fields) => {
  expect(checkLodgingParameters(attributes, action).map(({ field }) => field)).toEqual(fields);
});

describe('the record of a lodging', () => {
  test.each([
    ['2026-03-10', '2026-03-11', []],
    ['2026-03-10', '2026-03-10', ['must be after start_date']],
    ['2026-03-10', '2026-03-09', ['must be after start_date']],
  ])('from %s to %s', (startDate, endDate, messages) => {
    expect(checkLodging(aLodging({ startDate, endDate }), []).map(({ message }) => message)).toEqual(messages);
  });

  test.each(lodgingStatuses)('beside a %s one of the same days', (status) => {
    const codes = checkLodging(aLodging(), [aLodging({ id: 'other', status })]).map(({ code }) => code);
    expect(codes).toEqual(status === 'cancelled' ? [] : ['taken']);
  });

  it('is not its own double', () => {
    expect(checkLodging(aLodging(), [aLodging()])).toEqual([]);
  });
});

describe('changing a lodging', () => {
  it('does nothing when nothing differs', () => {
    expect(changeLodging(aLodging(), { endDate: '2026-03-11', locationId: 'prison-2' })).toBeNull();
  });

  it('shifts the later ones by as many days', () => {
    const change = changeLodging(aLodging(), { endDate: '2026-03-13' });
    const later = aLodging({ id: 'later', startDate: '2026-03-11', endDate: '2026-03-14' });
    const others = [
      aLodging(),
      later,
      aLodging({ id: 'earlier', startDate: '2026-03-09' }),
      aLodging({ id: 'same-start', endDate: '2026-03-12' }),
      aLodging({ id: 'cancelled', startDate: '2026-03-12', status: 'cancelled' }),
    ];
    expect(change && shiftLaterLodgings(change, others)).toEqual([
      { before: later, after: { ...later, startDate: '2026-03-13', endDate: '2026-03-16' } },
    ]);
  });

  it('shifts nothing when only the location differs', () => {
    const change = changeLodging(aLodging(), { locationId: 'prison-3' });
    expect(change && shiftLaterLodgings(change, [aLodging({ id: 'later', startDate: '2026-03-12' })])).toEqual([]);
  });

  test.each([
    [{ endDate: '2026-03-12' }, { details: { old_end_date: '2026-03-11', end_date: '2026-03-12' }, relationships: {} }],
    [
      { locationId: 'prison-3' },
      {
        details: {},
        relationships: {
          old_location: { type: 'locations', id: 'prison-2' },
          location: { type: 'locations', id: 'prison-3' },
        },
      },
    ],
    [
      { startDate: '2026-03-11', endDate: '2026-03-12' },
      {
        details: {
          old_start_date: '2026-03-10',
          start_date: '2026-03-11',
          old_end_date: '2026-03-11',
          end_date: '2026-03-12',
        },
        relationships: {},
      },
    ],
  ])('%j is told as %j', (changes, facts) => {
    expect(lodgingUpdateFacts({ before: aLodging(), after: aLodging(changes) })).toEqual(facts);
  });
});

describe('changes that happen together', () => {
  const first = aLodging({ startDate: '2026-03-01', endDate: '2026-03-05' });
  const second = aLodging({ id: 'second', startDate: '2026-03-05', endDate: '2026-03-06' });
  const third = aLodging({ id: 'third', startDate: '2026-03-06', endDate: '2026-03-07' });

  const check = (endDate: string, ...others: Lodging[]) => {
    const lodgings = [first, ...others];
    const change = changeLodging(first, { endDate })!;
    return checkLodgingChanges([change, ...shiftLaterLodgings(change, lodgings)], lodgings);
  };

  test.each<[string, string, Lodging[], string[]]>([
    ['go where the next one leaves', '2026-03-06', [second, third], []],
    ['go where the one before leaves', '2026-03-04', [second, third], []],
    ['end before they start', '2026-03-01', [second], ['must be after start_date']],
    [
      'take the days of one that stays',
      '2026-03-08',
      [second, aLodging({ ...first, id: 'stays', endDate: '2026-03-08' })],
      ['has already been taken'],
    ],
    [
      'lead out of the calendar',
      '2026-03-06',
      [second, aLodging({ id: 'last', startDate: '9999-12-30', endDate: '9999-12-31' })],
      ['must be formatted as a valid ISO-8601 date'],
    ],
  ])('%s', (_, endDate, others, messages) => {
    expect(check(endDate, ...others).map(({ message }) => message)).toEqual(messages);
  });
});

describe('cancelling a lodging', () => {
  it('is possible while it is proposed', () => {
    expect(cancelLodging(aLodging()).status).toBe('cancelled');
  });

  test.each([
    ['cancelled', 'Lodging already cancelled'],
    ['started', 'Started lodgings may not be cancelled'],
    ['completed', 'Completed lodgings may not be cancelled'],
  ] as const)('is refused once it is %s', (status, message) => {
    expect(() => cancelLodging(aLodging({ status }))).toThrow(new LodgingNotCancellable(status));
    expect(() => cancelLodging(aLodging({ status }))).toThrow(message);
  });

  test.each([
    ['cancelled_by_pmu', 0],
    ['whim', 1],
    [undefined, 1],
  ])('for the reason %p breaks %i rules', (reason, count) => {
    expect(checkLodgingCancellation(reason)).toHaveLength(count);
  });
});

it('cancels every lodging that has not begun, and counts those that have', () => {
  const lodgings = lodgingStatuses.map((status) => aLodging({ id: status, status }));
  expect(cancelEveryLodging(lodgings).map(({ id, status }) => [id, status])).toEqual([
    ['proposed', 'cancelled'],
    ['started', 'started'],
    ['completed', 'completed'],
  ]);
});

describe('what happened at a location', () => {
  const at = { locationId: 'prison-2', date: '2026-03-10' };

  it('starts the proposed lodging of that day', () => {
    const lodgings = [aLodging({ id: 'other-place', locationId: 'x' }), aLodging({ id: 'this' })];
    expect(lodgingToStart(lodgings, at)?.id).toBe('this');
    expect(lodgingToStart([aLodging({ status: 'started' })], at)).toBeUndefined();
    expect(lodgingToStart([aLodging({ startDate: '2026-03-09' })], at)).toBeUndefined();
  });

  it('completes the started lodging that ends that day, rather than one that began on it', () => {
    const began = aLodging({ id: 'began', status: 'started' });
    const ends = aLodging({ id: 'ends', status: 'started', startDate: '2026-03-08', endDate: '2026-03-10' });
    expect(lodgingToComplete([began, ends], at)?.id).toBe('ends');
    expect(lodgingToComplete([began], at)?.id).toBe('began');
    expect(lodgingToComplete([aLodging()], at)).toBeUndefined();
  });

  it('moves each lodging on as often as there is an occasion, and leaves the others out', () => {
    const lodgings = [aLodging({ id: 'this' }), aLodging({ id: 'other-place', locationId: 'x' })];
    const start = { kind: 'start_lodging', ...at } as const;
    const complete = { kind: 'complete_lodging', ...at, date: '2026-03-11' } as const;
    expect(lodgingsMoved(lodgings, [start])).toEqual([aLodging({ id: 'this', status: 'started' })]);
    expect(lodgingsMoved(lodgings, [start, complete])).toEqual([aLodging({ id: 'this', status: 'completed' })]);
    expect(lodgingsMoved(lodgings, [complete, start])).toEqual([aLodging({ id: 'this', status: 'started' })]);
    expect(lodgingsMoved(lodgings, [complete])).toEqual([]);
  });
});
