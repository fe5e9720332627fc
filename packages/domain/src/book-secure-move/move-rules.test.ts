import { RulesBroken } from '../kernel';
import type { UncheckedMove } from './move';
import { acceptMove, checkDateChange, checkMove } from './move-rules';
import type { MoveFacts } from './move-rules';
import { aLocation, aMove } from './records.fixture';

const court = aLocation({ id: 'court-1', locationType: 'court' });
const prison = aLocation({ id: 'prison-1', locationType: 'prison' });
const facts = (changes: Partial<MoveFacts> = {}): MoveFacts => ({
  from: prison,
  to: court,
  supplierKnown: true,
  category: null,
  duplicateMoveId: null,
  lockedOut: false,
  ...changes,
});
const broken = (move: Partial<UncheckedMove>, given: Partial<MoveFacts> = {}) =>
  checkMove({ ...aMove(), ...move }, facts(given)).map(({ field, message, code }) => [field, message, code]);

describe('a move that may be saved', () => {
  test.each<[string, Partial<UncheckedMove>, Partial<MoveFacts>]>([
    ['is requested for a person', {}, {}],
    ['is requested for nobody yet', { profileId: null }, {}],
    ['is booked for nobody yet', { status: 'booked', profileId: null }, {}],
    ['is proposed without a date', { status: 'proposed', date: null, dateFrom: '2026-03-10' }, {}],
    [
      'is cancelled for a reason',
      { status: 'cancelled', cancellationReason: 'other', date: null, profileId: null },
      {},
    ],
    [
      'was rejected',
      { status: 'cancelled', cancellationReason: 'rejected', rejectionReason: 'more_info_required' },
      {},
    ],
    ['was rejected without a reason', { status: 'cancelled', cancellationReason: 'rejected' }, {}],
    ['ends on the day on which it may begin', { dateFrom: '2026-03-10', dateTo: '2026-03-10' }, {}],
    ['lies in the past', { date: '1999-01-01' }, {}],
    [
      'is a recall to nowhere',
      { moveType: 'prison_recall', toLocationId: null },
      { from: aLocation({ locationType: 'police' }), to: null },
    ],
    ['leads back after a lockout', { toLocationId: 'prison-1' }, { to: prison, lockedOut: true }],
    ['is proposed like another', { status: 'proposed', dateFrom: '2026-03-10' }, { duplicateMoveId: 'move-2' }],
    ['is like another but for nobody', { profileId: null }, { duplicateMoveId: 'move-2' }],
    [
      'is extradited from an able location',
      { moveType: 'extradition' },
      { to: { ...court, extraditionCapable: true } },
    ],
    ['is of a category that may be moved', {}, { category: { key: 'B', title: 'Category B', moveSupported: true } }],
  ])('%s', (_, move, given) => {
    expect(broken(move, given)).toEqual([]);
  });
});

describe('a move that may not be saved', () => {
  const blank = "can't be blank";
  const unlisted = 'is not included in the list';

  test.each<[string, Partial<UncheckedMove>, Partial<MoveFacts>, [string, string, string][]]>([
    ['nobody drives', {}, { supplierKnown: false }, [['supplier', 'must exist', 'blank']]],
    [
      'starts nowhere',
      { fromLocationId: null },
      { from: null },
      [
        ['from_location', 'must exist', 'blank'],
        ['from_location', blank, 'blank'],
      ],
    ],
    [
      'leads nowhere',
      { toLocationId: null, moveType: 'approved_premises' },
      { to: null },
      [['to_location', blank, 'blank']],
    ],
    [
      'leads to no court',
      { toLocationId: null },
      { to: null },
      [
        ['to_location', blank, 'blank'],
        ['to_location', 'must be a court location for court appearance move', 'invalid_location'],
      ],
    ],
    [
      'leads back',
      { toLocationId: 'prison-1', moveType: 'prison_transfer' },
      { to: prison },
      [['to_location_id', 'should be different to the from location', 'should be different to the from location']],
    ],
    ['has no type', { moveType: null }, {}, [['move_type', unlisted, 'inclusion']]],
    ['has another type', { moveType: 'holiday' }, {}, [['move_type', unlisted, 'inclusion']]],
    [
      'leads to a closed court',
      {},
      { to: { ...court, disabledAt: new Date(0) } },
      [['to_location', 'must be an active location', 'inactive_location']],
    ],
    [
      'starts at a closed prison',
      {},
      { from: { ...prison, disabledAt: new Date(0) } },
      [['from_location', 'must be an active location', 'inactive_location']],
    ],
    [
      'is extradited from anywhere',
      { moveType: 'extradition' },
      {},
      [['move_type', 'extradition is only valid if extradition capable is true for destination location', 'exclusion']],
    ],
    [
      'lacks its destination after a lockout',
      { moveType: 'prison_recall', toLocationId: null },
      { to: null, lockedOut: true },
      [['to_location', 'must be supplied', 'inactive_location']],
    ],
    [
      'is proposed for nobody',
      { status: 'proposed', dateFrom: '2026-03-10', profileId: null },
      {},
      [['profile', blank, 'blank']],
    ],
    ['carries nobody', { status: 'in_transit', profileId: null }, {}, [['profile', blank, 'blank']]],
    ['carried nobody', { status: 'completed', profileId: null }, {}, [['profile', blank, 'blank']]],
    ['repeats another', {}, { duplicateMoveId: 'move-2' }, [['date', 'has already been taken', 'taken']]],
    ['has no date', { date: null }, {}, [['date', blank, 'blank']]],
    ['is proposed for no day', { status: 'proposed' }, {}, [['date_from', blank, 'blank']]],
    ['is cancelled for no reason', { status: 'cancelled' }, {}, [['cancellation_reason', unlisted, 'inclusion']]],
    ['gives a reason', { cancellationReason: 'other' }, {}, [['cancellation_reason', 'must be blank', 'present']]],
    [
      'is rejected for an unknown reason',
      { status: 'cancelled', cancellationReason: 'rejected', rejectionReason: 'whim' },
      {},
      [['rejection_reason', unlisted, 'inclusion']],
    ],
    [
      'has a reason for a rejection that was none',
      { status: 'cancelled', cancellationReason: 'other', rejectionReason: 'more_info_required' },
      {},
      [['rejection_reason', 'must be blank', 'present']],
    ],
    [
      'ends before it may begin',
      { dateFrom: '2026-03-10', dateTo: '2026-03-09' },
      {},
      [['date_to', 'must be after date from', 'must be after date from']],
    ],
    ['was recalled on no day', { recallDate: 'soon' }, {}, [['recall_date', 'is invalid', 'invalid']]],
    [
      'is for a person of category A',
      {},
      { category: { key: 'A', title: 'Category A', moveSupported: false } },
      [
        [
          'profile',
          "person is a category 'A' prisoner and cannot be moved using this service",
          'unsupported_prisoner_category',
        ],
      ],
    ],
  ])('%s', (_, move, given, expected) => {
    expect(broken(move, given)).toEqual(expected);
  });

  it('names the other move', () => {
    expect(checkMove(aMove(), facts({ duplicateMoveId: 'move-2' }))[0]?.meta).toEqual({ existing_id: 'move-2' });
  });

  it('reports each field once, in order of first failure', () => {
    const fields = broken(
      { date: null, dateFrom: '2026-03-10', dateTo: '2026-03-09', moveType: 'extradition' },
      { supplierKnown: false },
    );
    expect(fields.map(([field]) => field)).toEqual(['supplier', 'date', 'date_to', 'move_type']);
  });
});

describe('acceptMove', () => {
  it('gives the move back', () => {
    expect(acceptMove(aMove(), facts())).toEqual(aMove());
  });

  it('refuses everything at once', () => {
    expect(() => acceptMove({ ...aMove(), moveType: 'x' }, facts({ supplierKnown: false }))).toThrow(RulesBroken);
  });
});

test.each([
  ['allocation-1', '2026-03-11', 'cant_change_allocation'],
  ['allocation-1', '2026-03-10', undefined],
  [null, '2026-03-11', undefined],
])('a move of %s may be dated %s: %s', (allocationId, date, code) => {
  const before = aMove({ allocationId });
  expect(checkDateChange(before, { ...before, date })[0]?.code).toBe(code);
});
