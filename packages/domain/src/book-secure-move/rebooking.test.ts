import { rebooked } from './rebooking';
import { aMove } from './records.fixture';

const given = { id: 'move-2', reference: 'ACE1234F', moveType: 'prison_transfer', now: new Date(0) } as const;

it('proposes the same move a week later', () => {
  const move = aMove({
    status: 'cancelled',
    cancellationReason: 'rejected',
    dateFrom: '2026-03-28',
    dateTo: null,
    isLockout: true,
    nomisEventId: 5,
    allocationId: 'allocation-1',
  });

  expect(rebooked(move, given)).toEqual({
    ...aMove({ allocationId: 'allocation-1' }),
    id: 'move-2',
    reference: 'ACE1234F',
    status: 'proposed',
    moveType: 'prison_transfer',
    date: '2026-03-17',
    dateFrom: '2026-04-04',
    originalMoveId: 'move-1',
    createdAt: given.now,
    updatedAt: given.now,
  });
});

it('may begin on its date when no first day is known', () => {
  expect(rebooked(aMove(), given).dateFrom).toBe('2026-03-17');
});
