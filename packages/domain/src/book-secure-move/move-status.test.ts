import { InvalidTransition } from '../kernel';
import { moveStatuses } from './enums';
import type { MoveStatus } from './enums';
import { parametersDetail } from './messages';
import { changeStatus, checkStatusChange, checkStatusParameters, transitionBetween } from './move-status';
import { aMove } from './records.fixture';

const pairs = moveStatuses.flatMap((from) => moveStatuses.map((to): [MoveStatus, MoveStatus] => [from, to]));
const reachable: Partial<Record<MoveStatus, Partial<Record<MoveStatus, string>>>> = {
  proposed: { requested: 'approve', cancelled: 'cancel' },
  requested: { booked: 'accept', cancelled: 'cancel' },
  booked: { in_transit: 'start', cancelled: 'cancel' },
  in_transit: { completed: 'complete', cancelled: 'cancel' },
  completed: { cancelled: 'cancel' },
};
const reason = { cancellationReason: 'other', cancellationReasonComment: 'why' } as const;

describe('changing a status by naming the new one', () => {
  test.each(pairs)('%s to %s', (from, to) => {
    const move = aMove({ status: from });
    const expected = reachable[from]?.[to];
    const faults = checkStatusChange(move, { status: to, cancellation_reason: 'other' });

    expect(transitionBetween(from, to)).toBe(expected);
    expect(faults.map(({ field }) => field)).toEqual(expected || from === to ? [] : ['status']);
    if (expected || from === to) {
      expect(changeStatus(move, { status: to, ...reason })).toMatchObject({
        move: { status: to },
        transition: expected ?? null,
      });
    } else {
      expect(() => changeStatus(move, { status: to, ...reason })).toThrow(InvalidTransition);
    }
  });

  it('writes the reason of a cancellation', () => {
    expect(changeStatus(aMove(), { status: 'cancelled', ...reason }).move).toMatchObject(reason);
  });

  it('drops a reason that comes with any other status', () => {
    expect(changeStatus(aMove(), { status: 'booked', ...reason }).move.cancellationReason).toBeNull();
  });

  it('leaves the old reason when a cancelled move is cancelled again', () => {
    const move = aMove({ status: 'cancelled', cancellationReason: 'made_in_error' });
    expect(changeStatus(move, { status: 'cancelled', ...reason }).move).toBe(move);
  });
});

test.each([
  [{}, 'Validation failed: '],
  [{ status: null }, 'Validation failed: '],
  [{ status: 'completed' }, 'Validation failed: '],
  [{ status: 'lost' }, 'Validation failed: Status is not included in the list'],
  [{ status: 'cancelled' }, "Validation failed: Cancellation reason can't be blank"],
  [
    { status: 'cancelled', cancellation_reason: 'x' },
    'Validation failed: Cancellation reason is not included in the list',
  ],
  [{ cancellation_reason: 'other' }, 'Validation failed: '],
])('%j: %s', (parameters, detail) => {
  expect(parametersDetail(checkStatusParameters(parameters))).toBe(detail);
});
