import { effectiveYearAt, effectiveYearOf, isOpenForChanges } from './effective-year';
import {
  bookOf,
  eventAt,
  figures,
  journeyOf,
  lodging,
  moveOf,
  outcome,
  placeOf,
  priced,
  redirect,
  without,
} from './pricing.fixture';
import type { MoveFacts } from './facts';
import { standingOf } from './standing';
import { statementLineOf } from './statement-line';
import { statementMonthOf } from './timeline';

const june = (start: string, more: Partial<MoveFacts> = {}): MoveFacts => {
  const move = without(moveOf(['A→B c$'], { date: '2021-06-30', ...more }), 'MoveStart');
  return { ...move, events: [...move.events, eventAt('MoveStart', start)] };
};

describe('correctness of years, months and prices', () => {
  it('case 18: the contractual year turns at midnight of 1 September in London', () => {
    expect(effectiveYearAt(new Date('2021-08-31T22:30:00Z'))).toBe(2020);
    expect(effectiveYearAt(new Date('2021-08-31T23:10:00Z'))).toBe(2021);
    expect(['2021-08-31', '2021-09-01', '2021-12-31', '2022-01-01'].map(effectiveYearOf)).toEqual([
      2020, 2021, 2021, 2021,
    ]);
  });

  it("case 19: without a start the year is that of the move's date, and without a date that of today", () => {
    const unstarted = [journeyOf('A→B c$', 0, null)];
    const yearOf = (date: string | null) => priced(moveOf([], { date, journeys: unstarted })).legs[0]!.effectiveYear;
    expect(yearOf('2020-10-01')).toBe(2020);
    expect(yearOf(null)).toBe(2021);
  });

  it('case 20: a long haul over the turn of the year is priced in both years, on one statement, with its exceptions', () => {
    const journeys = [journeyOf('A→C c$', 0, '2021-08-31T09:00:00Z'), journeyOf('C→B c$', 1, '2021-09-01T09:00:00Z')];
    const move = without(moveOf([], { date: '2021-08-31', journeys, events: lodging() }), 'MoveStart');
    const started = { ...move, events: [...move.events, eventAt('MoveStart', '2021-08-31T08:00:00Z')] };
    const book = bookOf({ years: [2020, 2021], exceptions: { 'A C': { 8: 1_00 }, 'C B': { 8: 2_00, 9: 9_00 } } });
    const price = priced(started, book);
    expect(price.legs.map(({ effectiveYear }) => effectiveYear)).toEqual([2020, 2021]);
    expect(price).toMatchObject({ category: 'long_haul', month: '2021-08', amount: 3_00 });
  });

  it("case 21: the month is that of the start in London; a cancelled move's is that of its date", () => {
    expect(statementMonthOf(june('2021-06-30T23:05:00Z'))).toBe('2021-07');
    expect(statementMonthOf(june('2021-06-30T22:55:00Z'))).toBe('2021-06');
    const cancelled = without(moveOf([], { status: 'cancelled', date: '2021-06-30' }), 'MoveStart', 'MoveComplete');
    const late = { ...cancelled, events: [...cancelled.events, eventAt('MoveCancel', '2021-07-02T10:00:00Z')] };
    expect(statementMonthOf(late)).toBe('2021-06');
  });

  it('case 22: an exception holds in its month only, and may be nothing', () => {
    const move = moveOf(['A→B c$']);
    const at = (exceptions: Record<number, number>) => outcome(move, bookOf({ exceptions: { 'A B': exceptions } }))[1];
    expect([at({ 9: 70_00 }), at({ 10: 70_00 }), at({ 9: 0 })]).toEqual([70_00, 100_00, 0]);
  });

  it('case 23: a price of another year does not count', () => {
    const move = moveOf(['A→B c$'], { journeys: [journeyOf('A→B c$', 0, '2021-08-20T09:00:00Z')] });
    expect(outcome(move, bookOf({ years: [2021] }))).toEqual(['standard', null]);
    expect(outcome(move, bookOf({ years: [2020] }))).toEqual(['standard', 100_00]);
  });

  it("case 24: the other supplier's prices do not count", () => {
    const books = { serco: bookOf({ prices: {} }), geoamey: bookOf() };
    const move = moveOf(['A→B c$']);
    expect(outcome(move, books[move.supplier as 'serco'])).toEqual(['standard', null]);
  });

  it('case 25: what is not billable needs no price', () => {
    const book = bookOf({ prices: { 'A C': 130_00 } });
    const move = moveOf(['A→B x0', 'A→C c$'], { to: placeOf('C'), events: [redirect()] });
    expect(outcome(move, book)).toEqual(['multi', 130_00]);
  });

  it('case 26: what is billable needs one, and what is known still counts', () => {
    const book = bookOf({ prices: { 'A C': 130_00 } });
    const price = priced(moveOf(['A→B x$', 'A→C c$'], { to: placeOf('C'), events: [redirect()] }), book);
    expect(price).toMatchObject({ category: 'redirection', amount: null, known: 130_00 });
  });

  it('case 27: the way back is another price', () => {
    expect(outcome(moveOf(['A→B c$']), bookOf({ prices: { 'B A': 100_00 } }))).toEqual(['standard', null]);
  });

  it('case 28: a site that is mapped later prices its journeys when they are priced again', () => {
    const move = moveOf(['A→B c$']);
    const before = priced(move, bookOf({ unmapped: ['B'] }));
    expect(before.amount).toBeNull();
    expect(before.legs[0]!.unit).toEqual({ found: false, reason: 'location_not_mapped' });
    expect(priced(move, bookOf()).amount).toBe(100_00);
    expect(before.amount).toBeNull();
  });

  it('case 31: a completion that was never recorded keeps a move off the statement until it is', () => {
    const move = without(moveOf(['A→B c$']), 'MoveComplete');
    const terms = { multiJourneyBasis: 'end_to_end', today: '2021-10-15' } as const;
    expect(standingOf(move, priced(move))).toEqual({ on: false, month: '2021-09', reasons: ['end_not_recorded'] });
    expect(statementLineOf(move, '2021-09', bookOf(), terms)).toEqual({ reconcile: move });
    const ended = moveOf(['A→B c$']);
    expect(statementLineOf(ended, '2021-09', bookOf(), terms)).toHaveProperty('line.price.amount', 100_00);
  });

  it('case 32: priced twice it is the same', () => {
    const move = moveOf(['A→B c$', 'B→C c$'], { to: placeOf('C') });
    expect(priced(move, bookOf({ prices: figures }))).toEqual(priced(move, bookOf({ prices: figures })));
  });

  it('case 37: on 1 September 2022 the years 2022 and 2021 are open, 2020 and 2023 are not', () => {
    const current = effectiveYearOf('2022-09-01');
    expect([2020, 2021, 2022, 2023].map((year) => isOpenForChanges(year, current))).toEqual([false, true, true, false]);
  });
});
