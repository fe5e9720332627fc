import { enumKey, estates, prisonerCategories, sentenceLengths } from './allocation-enums';
import {
  allocatedMove,
  allocationStatusOf,
  asMoveOfAllocation,
  cancelAllocation,
  checkAllocation,
  checkAllocationCancellation,
  checkAllocationCancellationParameters,
  countMoves,
  refreshAllocation,
  tallyMoves,
} from './allocation-rules';
import { recordDetail } from './messages';
import { checkMove } from './move-rules';
import { aLocation, aMove, anAllocation } from './records.fixture';

const valid = { moves_count: 2, date: '2026-03-10' };

test.each([
  [{}, []],
  [{ moves_count: '3' }, []],
  [{ estate: 'adult_male', prisoner_category: 'c', sentence_length: 'short' }, []],
  [{ estate: 'Adult Male', prisoner_category: 'C', sentence_length: '16_or_less' }, []],
  [{ estate: null }, []],
  [{ moves_count: undefined }, ["Moves count can't be blank", 'Moves count is not a number']],
  [{ moves_count: 'many' }, ['Moves count is not a number']],
  [{ moves_count: 1.5 }, ['Moves count must be an integer']],
  [{ moves_count: 0 }, ['Moves count must be greater than 0']],
  [{ moves_count: 1000 }, []],
  [{ moves_count: 1001 }, ['Moves count must be less than or equal to 1000']],
  [{ date: 'soon' }, ["Date can't be blank"]],
  [{ estate: 'castle' }, ['Estate is not included in the list']],
  [{ prisoner_category: 'z' }, ['Prisoner category is not included in the list']],
  [{ sentence_length: 5 }, ['Sentence length is not included in the list']],
])('an allocation with %j: %j', (changes, details) => {
  expect(checkAllocation({ ...valid, ...changes }).map(recordDetail)).toEqual(details);
});

const everyLabel: [Readonly<Record<string, string>>, string, string][] = [
  estates,
  prisonerCategories,
  sentenceLengths,
].flatMap((labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([key, label]): [Readonly<Record<string, string>>, string, string] => [
    labels,
    key,
    label,
  ]),
);

test.each(everyLabel)('of %j, %s may also be written %s', (labels, key, label) => {
  expect(enumKey(labels, key)).toBe(key);
  expect(enumKey(labels, label)).toBe(key);
});

const kept = (profileId: string | null) => ({ status: 'requested', profileId }) as const;
const cancelled = { status: 'cancelled', profileId: null } as const;

describe('the moves of an allocation', () => {
  test.each([
    [[], 'unfilled'],
    [[kept(null)], 'unfilled'],
    [[kept('p'), kept(null)], 'unfilled'],
    [[kept('p'), cancelled], 'filled'],
    [[cancelled], 'unfilled'],
  ])('%j make it %s', (moves, status) => {
    expect(allocationStatusOf(moves)).toBe(status);
  });

  it('count without the cancelled ones', () => {
    const moves = [kept('p'), kept(null), cancelled];
    expect(refreshAllocation(anAllocation({ movesCount: 3 }), moves)).toMatchObject({
      status: 'unfilled',
      movesCount: 2,
    });
    expect(countMoves(anAllocation(), tallyMoves(moves))).toEqual({ total: 2, filled: 1, unfilled: 1 });
  });

  it('all count once it is cancelled, and it stays cancelled', () => {
    const allocation = anAllocation({ status: 'cancelled' });
    expect(countMoves(allocation, tallyMoves([cancelled, cancelled]))).toEqual({ total: 2, filled: 0, unfilled: 0 });
    expect(refreshAllocation(allocation, [kept('p')]).status).toBe('cancelled');
  });

  it('are requested for nobody, on its day, between its places', () => {
    const given = {
      id: 'm',
      reference: 'ACE1234F',
      moveType: 'prison_transfer',
      supplierId: 's',
      now: new Date(0),
    } as const;
    const move = allocatedMove(anAllocation(), given);
    const facts = {
      from: aLocation(),
      to: aLocation(),
      supplierKnown: true,
      category: null,
      duplicateMoveId: null,
      lockedOut: false,
    };

    expect(move).toMatchObject({
      status: 'requested',
      date: '2026-03-10',
      profileId: null,
      allocationId: 'allocation-1',
    });
    expect(checkMove(move, facts)).toEqual([]);
  });

  it('report their faults as its own', () => {
    const facts = {
      from: aLocation({ locationType: 'court' }),
      to: aLocation(),
      supplierKnown: true,
      category: null,
      duplicateMoveId: null,
      lockedOut: false,
    };
    const [fault] = asMoveOfAllocation(checkMove(aMove({ moveType: 'prison_transfer' }), facts));
    expect(fault?.field).toBe('moves.from_location');
    expect(fault && recordDetail(fault)).toMatch(/^Moves\.from location must be a prison, /);
  });
});

describe('cancelling an allocation', () => {
  it('leaves it no moves, and replaces the reason every time', () => {
    const once = cancelAllocation(anAllocation(), 'other', 'first');
    expect(cancelAllocation(once, 'made_in_error', null)).toMatchObject({
      status: 'cancelled',
      movesCount: 0,
      cancellationReason: 'made_in_error',
      cancellationReasonComment: null,
    });
  });

  it('needs a time and a reason', () => {
    expect(checkAllocationCancellationParameters({}).map(({ field }) => field)).toEqual(['timestamp']);
    expect(checkAllocationCancellationParameters({ timestamp: '2026-03-10T10:00:00Z' })).toEqual([]);
    expect(checkAllocationCancellation('x').map(({ field }) => field)).toEqual(['cancellation_reason']);
    expect(checkAllocationCancellation('tornado_event')).toEqual([]);
  });
});
