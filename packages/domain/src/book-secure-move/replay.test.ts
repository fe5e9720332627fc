import fc from 'fast-check';
import { arrivalOf } from './event';
import type { GenericEvent } from './event';
import { replayJourneyEvents, replayMoveEvents } from './replay';
import { aJourney, aMove, anEvent } from './records.fixture';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 10, 9, minute));
const happened = (eventType: string, minute: number, changes: Partial<GenericEvent> = {}): GenericEvent =>
  anEvent(eventType, { id: `${minute}-${eventType}`, occurredAt: at(minute), ...changes });
const to = (id: string) => ({ relationships: { to_location: { type: 'locations', id } } });

describe("replaying a move's log", () => {
  it('walks through the statuses in order of occurrence, however they arrived', () => {
    const log = [happened('MoveComplete', 3), happened('MoveStart', 2), happened('MoveAccept', 1)];
    expect(replayMoveEvents(aMove(), log).move.status).toBe('completed');
  });

  it('lets an event of an earlier time that arrives late unlock one that did nothing', () => {
    const complete = happened('MoveComplete', 5);
    const booked = aMove({ status: 'booked' });
    const first = replayMoveEvents(booked, [complete]);

    expect(first.move).toBe(booked);
    expect(replayMoveEvents(first.move, [complete, happened('MoveStart', 4)]).move.status).toBe('completed');
  });

  it('applies events of one instant in the order of their arrival', () => {
    const start = happened('MoveStart', 1, { id: 'a', createdAt: at(2) });
    const accept = happened('MoveAccept', 1, { id: 'b', createdAt: at(1) });
    expect(replayMoveEvents(aMove(), [start, accept]).move.status).toBe('in_transit');
  });

  it('does not bring a cancelled move back', () => {
    const cancelled = aMove({ status: 'cancelled', cancellationReason: 'other' });
    const log = ['MoveApprove', 'MoveAccept', 'MoveStart', 'MoveComplete'].map((type, n) => happened(type, n));
    expect(replayMoveEvents(cancelled, log).move.status).toBe('cancelled');
  });

  it('writes the reason of a cancellation, also over an earlier one', () => {
    const details = { cancellation_reason: 'court_closure', cancellation_reason_comment: 'flood' };
    const before = aMove({ status: 'cancelled', cancellationReason: 'other' });
    expect(replayMoveEvents(before, [happened('MoveCancel', 1, { details })]).move).toMatchObject({
      cancellationReason: 'court_closure',
      cancellationReasonComment: 'flood',
    });
  });

  it.each([
    ['other', null],
    ['rejected', 'no_transport_available'],
  ])('cancels a rejected move again: for %s it keeps the rejection reason %s', (reason, rejectionReason) => {
    const log = [
      happened('MoveReject', 1, { details: { rejection_reason: 'no_transport_available' } }),
      happened('MoveCancel', 2, { details: { cancellation_reason: reason } }),
    ];
    expect(replayMoveEvents(aMove(), log).move).toMatchObject({ cancellationReason: reason, rejectionReason });
  });

  it('writes the reasons of a rejection that comes too late, and changes no status', () => {
    const details = { rejection_reason: 'no_transport_available' };
    expect(replayMoveEvents(aMove({ status: 'booked' }), [happened('MoveReject', 1, { details })]).move).toMatchObject({
      status: 'booked',
      cancellationReason: 'rejected',
      rejectionReason: 'no_transport_available',
    });
  });

  it('dates a proposal when it is approved, and no other move', () => {
    const log = [happened('MoveApprove', 1, { details: { date: '2026-04-01' } })];
    expect(replayMoveEvents(aMove({ status: 'proposed' }), log).move).toMatchObject({
      status: 'requested',
      date: '2026-04-01',
    });
    expect(replayMoveEvents(aMove(), log).move.date).toBe('2026-03-10');
  });

  it('redirects, with the type if it is given', () => {
    const log = [
      happened('MoveRedirect', 1, to('court-2')),
      happened('MoveRedirect', 2, { ...to('hospital-1'), details: { move_type: 'hospital' } }),
    ];
    expect(replayMoveEvents(aMove(), log)).toMatchObject({
      move: { toLocationId: 'hospital-1', moveType: 'hospital' },
      effects: [
        { kind: 'redirected', from: 'court-1', to: 'court-2' },
        { kind: 'redirected', from: 'court-2', to: 'hospital-1' },
      ],
    });
  });

  it('marks a lockout', () => {
    expect(replayMoveEvents(aMove(), [happened('MoveLockout', 1)]).move.isLockout).toBe(true);
  });

  it('gives the same object back when a later event undoes what an earlier one does again', () => {
    const move = aMove({ toLocationId: 'court-3' });
    const log = [happened('MoveRedirect', 1, to('court-2')), happened('MoveRedirect', 2, to('court-3'))];
    expect(replayMoveEvents(move, log).move).toBe(move);
  });

  it('gives the same object back when nothing changes', () => {
    const move = aMove({ isLockout: true });
    const log = [happened('MoveLockout', 1), happened('MoveProposed', 2), happened('PerGeneric', 3)];
    expect(replayMoveEvents(move, log)).toEqual({ move, effects: [] });
    expect(replayMoveEvents(move, log).move).toBe(move);
  });
});

describe('what a log asks for beside the move', () => {
  const location = { location: { type: 'locations', id: 'prison-2' } };

  test.each([
    [
      'a start confirms the escort record',
      aMove({ status: 'booked' }),
      happened('MoveStart', 1),
      ['confirm_person_escort_record'],
    ],
    ['a start that does nothing confirms nothing', aMove(), happened('MoveStart', 1), []],
    [
      'an approval may ask for a transfer',
      aMove({ status: 'proposed' }),
      happened('MoveApprove', 1, { details: { date: '2026-03-10', create_in_nomis: true } }),
      ['create_transfer'],
    ],
    [
      'a transfer is not asked for twice',
      aMove({ nomisEventId: 1 }),
      happened('MoveApprove', 1, { details: { date: '2026-03-10', create_in_nomis: true } }),
      [],
    ],
    ['a cancellation removes the transfer', aMove({ nomisEventId: 1 }), happened('MoveCancel', 1), ['cancel_transfer']],
    ['a cancellation without a transfer removes none', aMove(), happened('MoveCancel', 1), []],
    ['a rejection is told', aMove(), happened('MoveReject', 1), ['tell_proposer']],
    [
      'a rejection may book again',
      aMove(),
      happened('MoveReject', 1, { details: { rebook: true } }),
      ['tell_proposer', 'rebook'],
    ],
    [
      'a rejection is told once',
      aMove({ status: 'cancelled' }),
      happened('MoveReject', 1, { details: { rebook: 'true' } }),
      ['rebook'],
    ],
    [
      'rebook may be false',
      aMove({ status: 'cancelled' }),
      happened('MoveReject', 1, { details: { rebook: 'false' } }),
      [],
    ],
    ['a lodging starts', aMove(), happened('MoveLodgingStart', 1, { relationships: location }), ['start_lodging']],
    ['a lodging ends', aMove(), happened('MoveLodgingEnd', 1, { relationships: location }), ['complete_lodging']],
  ])('%s', (_, move, event, kinds) => {
    expect(replayMoveEvents(move, [event]).effects.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('dates a lodging by the London day', () => {
    const event = anEvent('MoveLodgingStart', {
      occurredAt: new Date('2026-06-30T23:30:00Z'),
      relationships: location,
    });
    expect(replayMoveEvents(aMove(), [event]).effects).toEqual([
      { kind: 'start_lodging', locationId: 'prison-2', date: '2026-07-01' },
    ]);
  });
});

describe("replaying a journey's log", () => {
  it('forgets a cancellation that was taken back', () => {
    const log = [happened('JourneyStart', 1), happened('JourneyCancel', 2), happened('JourneyUncancel', 3)];
    expect(replayJourneyEvents(aJourney(), log).state).toBe('in_progress');
  });

  it('cannot cancel what has not started', () => {
    const journey = aJourney();
    expect(replayJourneyEvents(journey, [happened('JourneyCancel', 1)])).toBe(journey);
  });

  it('writes the vehicle in order of occurrence and keeps its other facts', () => {
    const log = [
      happened('JourneyChangeVehicle', 2, { details: { vehicle_reg: 'NEW', previous_vehicle_reg: 'OLD' } }),
      happened('JourneyStart', 1, { details: { vehicle_reg: 'OLD', vehicle_depot: 'North' } }),
    ];
    expect(replayJourneyEvents(aJourney({ vehicle: { id: 'V-77' } }), log).vehicle).toEqual({
      id: 'V-77',
      registration: 'NEW',
      depot: 'North',
    });
  });

  it('writes the vehicle though the state does not change, and nothing for a blank', () => {
    const done = aJourney({ state: 'completed' });
    const start = (vehicleReg: string) => happened('JourneyStart', 1, { details: { vehicle_reg: vehicleReg } });
    expect(replayJourneyEvents(done, [start('ABC')])).toMatchObject({
      state: 'completed',
      vehicle: { registration: 'ABC' },
    });
    expect(replayJourneyEvents(done, [start(' ')])).toBe(done);
  });
});

describe('what a replay leaves as it was', () => {
  it('is the same journey when a vehicle was changed and everything is written again', () => {
    const journey = aJourney({ state: 'in_progress', vehicle: { id: 'V-77', registration: 'NEW', depot: 'North' } });
    const log = [
      happened('JourneyStart', 1, { details: { vehicle_reg: 'OLD', vehicle_depot: 'North' } }),
      happened('JourneyChangeVehicle', 2, { details: { vehicle_reg: 'NEW', previous_vehicle_reg: 'OLD' } }),
    ];
    expect(replayJourneyEvents(journey, log)).toBe(journey);
  });

  it('is the same journey when a cancellation was taken back', () => {
    const journey = aJourney({ state: 'in_progress' });
    const log = [happened('JourneyStart', 1), happened('JourneyCancel', 2), happened('JourneyUncancel', 3)];
    expect(replayJourneyEvents(journey, log)).toBe(journey);
  });
});

describe('when an event counts as stored', () => {
  test.each([
    ['at once, in an empty log', [], 30, 30],
    ['at once, beside events of other times', [happened('MoveStart', 2, { createdAt: at(40) })], 30, 30],
    ['after what occurred with it', [happened('MoveStart', 1, { createdAt: at(20) })], 30, 30],
  ])('is %s', (_, log, now, expected) => {
    expect(arrivalOf(at(1), log, at(now))).toEqual(at(expected));
  });

  it('is after what occurred with it even while the clock stands or runs backwards', () => {
    const log = [happened('MoveStart', 1, { createdAt: at(30) }), happened('MoveAccept', 1, { createdAt: at(20) })];
    expect(arrivalOf(at(1), log, at(30)).getTime()).toBe(at(30).getTime() + 1);
    expect(arrivalOf(at(1), log, at(10)).getTime()).toBe(at(30).getTime() + 1);
  });
});

describe('the order of arrival', () => {
  const moveTypes = [
    'MoveApprove',
    'MoveAccept',
    'MoveStart',
    'MoveComplete',
    'MoveCancel',
    'MoveReject',
    'MoveLockout',
    'MoveRedirect',
  ];
  const journeyTypes = [
    'JourneyStart',
    'JourneyComplete',
    'JourneyUncomplete',
    'JourneyCancel',
    'JourneyUncancel',
    'JourneyReject',
  ];

  const logOf = (types: string[]) =>
    fc.uniqueArray(
      fc
        .record({ type: fc.constantFrom(...types), minute: fc.nat(5), arrived: fc.nat(3), n: fc.nat(1000) })
        .map(({ type, minute, arrived, n }) =>
          happened(type, minute, {
            id: `event-${n}`,
            createdAt: at(arrived),
            details: {
              date: '2026-04-01',
              rejection_reason: 'more_info_required',
              cancellation_reason: 'other',
              vehicle_reg: `R${n}`,
            },
            ...to(`court-${n}`),
          }),
        ),
      { selector: ({ id }) => id, maxLength: 12 },
    );
  const withShuffle = (types: string[]) =>
    logOf(types).chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })));

  it('never matters to a move', () => {
    fc.assert(
      fc.property(withShuffle(moveTypes), ([log, shuffled]) => {
        const proposed = aMove({ status: 'proposed' });
        expect(replayMoveEvents(proposed, shuffled)).toEqual(replayMoveEvents(proposed, log));
      }),
    );
  });

  it('never matters to a journey', () => {
    fc.assert(
      fc.property(withShuffle(journeyTypes), ([log, shuffled]) => {
        expect(replayJourneyEvents(aJourney(), shuffled)).toEqual(replayJourneyEvents(aJourney(), log));
      }),
    );
  });
});
