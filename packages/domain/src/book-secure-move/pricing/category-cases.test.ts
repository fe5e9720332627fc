import {
  beforeStart,
  bookOf,
  eventAt,
  figures,
  lockout,
  lodging,
  moveEnd,
  moveOf,
  moveStart,
  outcome,
  placeOf,
  priced,
  redirect,
  without,
} from './pricing.fixture';
import type { MoveFacts } from './facts';
import { standingOf } from './standing';

const toC = { to: placeOf('C') };
const v4 = moveOf(['A→B x$', 'A→C c$'], { ...toC, events: [redirect()] });
const v10 = (...journeys: string[]): MoveFacts => moveOf(journeys, { events: [lockout] });

describe('correctness of categories', () => {
  it('case 1: a redirection without a start is a multi type of the same amount, and says that the start is missing', () => {
    const move = without(v4, 'MoveStart');
    expect(outcome(move)).toEqual(['multi', 230_00]);
    expect(priced(move).startMissing).toBe(true);
    expect(priced(v4).startMissing).toBe(false);
  });

  it('case 2: two redirections after the start with three billable journeys are the sum of a multi type', () => {
    const move = moveOf(['A→B x$', 'A→C x$', 'A→D c$'], { to: placeOf('D'), events: [redirect(), redirect(moveEnd)] });
    const book = bookOf({ prices: { ...figures, 'A D': 200_00 } });
    expect(outcome(move, book)).toEqual(['multi', 430_00]);
  });

  it('case 3: a redirection at the very instant of the start does not come after it', () => {
    expect(outcome(moveOf(['A→C c$'], { ...toC, events: [redirect(moveStart)] }))).toEqual(['standard', 130_00]);
  });

  it('case 4: a second, cancelled journey that is not billable makes a multi type', () => {
    expect(outcome(moveOf(['A→B c$', 'A→C x0']))).toEqual(['multi', 100_00]);
  });

  it('case 5: a journey to another place than the move without a redirection is a multi type', () => {
    expect(outcome(moveOf(['A→C c$']))).toEqual(['multi', 130_00]);
  });

  it('case 6: a lockout with four billable journeys, or with one, is a multi type', () => {
    expect(outcome(v10('A→C c$', 'C→B c$', 'B→C c$', 'A→L c$'))).toEqual(['multi', 305_00]);
    expect(outcome(v10('A→B x$', 'A→C c$'))).toEqual(['multi', 230_00]);
    expect(outcome(v10('A→C c$', 'C→B c$'))).toEqual(['lockout', 180_00]);
  });

  it('case 7: a long haul with a redirection is a multi type; with two nights it stays a long haul', () => {
    const journeys = ['A→C c$', 'C→B c$'];
    expect(outcome(moveOf(journeys, { events: [...lodging(), redirect()] }))).toEqual(['multi', 180_00]);
    expect(outcome(moveOf(journeys, { events: [...lodging(), ...lodging(2)] }))).toEqual(['long_haul', 180_00]);
  });

  it('case 8: a long haul with one leg not billable is a multi type, and only the other leg is paid', () => {
    expect(outcome(moveOf(['A→C c$', 'C→B c0'], { events: lodging() }))).toEqual(['multi', 130_00]);
  });

  it('case 9: a completed move without journeys is a multi type without a price', () => {
    expect(outcome(moveOf([]))).toEqual(['multi', null]);
    expect(outcome(moveOf(['A→B r$']))).toEqual(['multi', null]);
  });

  it.each(['in_transit', 'booked', 'proposed', 'requested'] as const)(
    'case 10: a move that is %s has no category and is on no statement',
    (status) => {
      const move = moveOf(['A→B c$'], { status });
      expect(outcome(move)).toEqual(['unpriced', null]);
      expect(standingOf(move, priced(move))).toEqual({ on: false, month: '2021-09', reasons: ['not_ended'] });
    },
  );

  it('case 11: a chain with a gap or an unbillable leg is summed; a chain without its own price has none', () => {
    const book = bookOf({ prices: { ...figures, 'D C': 10_00 } });
    expect(outcome(moveOf(['A→B c$', 'D→C c$'], toC), book)).toEqual(['multi', 110_00]);
    expect(outcome(moveOf(['A→B c$', 'B→C c0'], toC))).toEqual(['multi', 100_00]);
    const withoutWhole = bookOf({ prices: { 'A B': 100_00, 'B C': 45_00 } });
    expect(outcome(moveOf(['A→B c$', 'B→C c$'], toC), withoutWhole)).toEqual(['multi', null]);
  });

  it('case 12: a journey that is under way again does not count until it is completed again', () => {
    expect(outcome(moveOf(['A→B i$']))).toEqual(['multi', null]);
    expect(outcome(moveOf(['A→B c$']))).toEqual(['standard', 100_00]);
  });
});

describe('correctness of cancellations', () => {
  const cancelledAt = (at: string, more: Partial<MoveFacts> = {}): MoveFacts => {
    const move = moveOf([], { status: 'cancelled', cancellationReason: 'cancelled_by_pmu', ...more });
    const kept = without(move, 'MoveStart', 'MoveComplete');
    return { ...kept, events: [...kept.events, eventAt('MoveCancel', at)] };
  };
  const none = ['unpriced', null];
  const paid = ['cancelled', 100_00];

  it.each([
    ['2021-09-05T15:00:00+01:00', none],
    ['2021-09-05T15:00:01+01:00', paid],
    ['2021-09-06T10:00:00+01:00', paid],
    ['2021-09-04T23:59:00+01:00', none],
  ])('case 13: cancelled by the authority at %s', (at, expected) => {
    expect(outcome(cancelledAt(at))).toEqual(expected);
  });

  it('case 14: an incomplete escort record is paid whenever it is cancelled', () => {
    expect(outcome(cancelledAt('2021-09-01T09:00:00Z', { cancellationReason: 'incomplete_per' }))).toEqual(paid);
  });

  it.each<[string, MoveFacts, string]>([
    ['for another reason', cancelledAt('2021-09-06T09:00:00Z', { cancellationReason: 'other' }), 'reason_not_billable'],
    ['never accepted', without(cancelledAt('2021-09-06T09:00:00Z'), 'MoveAccept'), 'never_accepted'],
    ['to a court', cancelledAt('2021-09-06T09:00:00Z', { to: placeOf('B', 'court') }), 'not_to_a_prison'],
    ['from a court', cancelledAt('2021-09-06T09:00:00Z', { from: placeOf('A', 'court') }), 'not_from_a_prison'],
    ['to nowhere', cancelledAt('2021-09-06T09:00:00Z', { to: null }), 'not_to_a_prison'],
    ['without a date', cancelledAt('2021-09-06T09:00:00Z', { date: null }), 'no_date'],
    ['without its event', without(cancelledAt('2021-09-06T09:00:00Z'), 'MoveCancel'), 'no_cancel_event'],
    ['in time', cancelledAt('2021-09-05T10:00:00Z'), 'in_time'],
  ])('case 15: cancelled %s is not paid, and says why', (_, move, reason) => {
    expect(outcome(move)).toEqual(none);
    expect(priced(move).reasons).toEqual([reason]);
  });

  it('case 16: a late cancellation with real journeys is paid by their own flags', () => {
    const late = (text: string): MoveFacts =>
      cancelledAt('2021-09-06T09:00:00Z', { journeys: moveOf([text]).journeys });
    expect(outcome(late('A→B x0'))).toEqual(['cancelled', 0]);
    expect(outcome(late('A→B x$'))).toEqual(paid);
    expect(priced(late('A→B x$')).instead).toBeNull();
    expect(priced(cancelledAt('2021-09-06T09:00:00Z'))).toMatchObject({ basis: 'virtual_journey', legs: [] });
  });

  it.each([
    ['summer', '2021-09-06', '2021-09-05T14:00:01Z', 'cancelled'],
    ['winter', '2021-12-06', '2021-12-05T14:00:01Z', 'unpriced'],
    ['winter', '2021-12-06', '2021-12-05T15:00:01Z', 'cancelled'],
  ])('case 17: the cut-off is 15:00 in London, in %s: %s cancelled at %s', (_, date, at, category) => {
    expect(priced(cancelledAt(at, { date })).category).toBe(category);
  });

  it('takes the first of several cancellations', () => {
    const move = cancelledAt('2021-09-06T09:00:00Z');
    const early = { ...move, events: [...move.events, eventAt('MoveCancel', '2021-09-01T09:00:00Z')] };
    expect(outcome(early)).toEqual(none);
  });

  it('knows the first start among several', () => {
    const move = moveOf(['A→B x$', 'A→C c$'], {
      ...toC,
      events: [redirect(), eventAt('MoveStart', moveEnd), eventAt('MoveRedirect', beforeStart)],
    });
    expect(outcome(move)).toEqual(['redirection', 230_00]);
  });
});
