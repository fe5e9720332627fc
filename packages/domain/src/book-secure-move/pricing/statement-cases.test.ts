import fc from 'fast-check';
import type { JourneyFacts, MoveFacts, PricedEvent } from './facts';
import { moveEventTypes } from './facts';
import { bookOf, eventAt, figures, journeyOf, moveOf, outcome, placeOf, priced, redirect } from './pricing.fixture';
import { standingOf } from './standing';
import { statementLineOf } from './statement-line';
import { StatementTally } from './statement-totals';
import { notesOf, registrationsOf } from './timeline';

const terms = { multiJourneyBasis: 'end_to_end', today: '2021-10-15' } as const;
const places = ['A', 'B', 'C', 'D'];
const between = { min: Date.parse('2021-07-30T00:00:00Z'), max: Date.parse('2021-10-02T00:00:00Z') };

const instant = fc.integer(between).map((ms) => new Date(ms - (ms % 1_000)));
const place = fc.constantFrom(...places).map((agency) => placeOf(agency, agency === 'D' ? 'court' : 'prison'));
const event: fc.Arbitrary<PricedEvent> = fc.record({
  type: fc.constantFrom(...moveEventTypes),
  occurredAt: instant,
  notes: fc.option(fc.constantFrom('one', 'other'), { nil: null }),
  vehicleReg: fc.constant(null),
});
const journey: fc.Arbitrary<JourneyFacts> = fc.record({
  id: fc.uuid(),
  from: place,
  to: place,
  state: fc.constantFrom('completed', 'cancelled', 'rejected', 'in_progress', 'proposed'),
  billable: fc.boolean(),
  clientTimestamp: instant,
  createdAt: instant,
  registration: fc.option(fc.constantFrom('AB12 CDE', 'FG34 HIJ'), { nil: null }),
  events: fc.array(
    fc.record({
      type: fc.constantFrom('JourneyStart', 'JourneyComplete', 'JourneyCancel'),
      occurredAt: instant,
      notes: fc.constant(null),
      vehicleReg: fc.option(fc.constantFrom('AA11 AAA', 'BB22 BBB'), { nil: null }),
    }),
    { maxLength: 3 },
  ),
});
const move: fc.Arbitrary<MoveFacts> = fc.record({
  id: fc.uuid(),
  reference: fc.constant('ABC1234D'),
  supplier: fc.constant('serco'),
  status: fc.constantFrom('completed', 'completed', 'completed', 'cancelled', 'in_transit', 'booked'),
  date: fc.option(fc.constantFrom('2021-07-31', '2021-08-31', '2021-09-01', '2021-09-30'), { nil: null }),
  cancellationReason: fc.constantFrom('cancelled_by_pmu', 'incomplete_per', 'other'),
  from: place,
  to: fc.option(place, { nil: null }),
  events: fc.array(event, { maxLength: 8 }),
  journeys: fc.uniqueArray(journey, { maxLength: 4, selector: ({ id }) => id }),
});
/** Some ways are priced, some are not, and D is no site of the contract. */
const book = bookOf({ years: [2020, 2021], unmapped: ['D'], exceptions: { 'A B': { 9: 1_23 } } });
const months = ['2021-07', '2021-08', '2021-09', '2021-10'];

describe('what holds for every move', () => {
  it('the order in which events arrive never changes its price, its notes or its vehicles', () => {
    const arrivals = move.chain((one) =>
      fc.record({
        one: fc.constant(one),
        events: fc.shuffledSubarray([...one.events], { minLength: one.events.length }),
        journeys: fc.shuffledSubarray([...one.journeys], { minLength: one.journeys.length }),
      }),
    );
    fc.assert(
      fc.property(arrivals, ({ one, events, journeys }) => {
        const backwards = journeys.map((each) => ({ ...each, events: [...each.events].reverse() }));
        const other = { ...one, events, journeys: backwards };
        const told = ({ legs, instead, ...price }: ReturnType<typeof priced>) => ({
          ...price,
          instead,
          legs: legs.map(({ journey: from, ...leg }) => ({
            ...leg,
            id: from?.id,
            vehicles: from && registrationsOf(from),
          })),
        });
        expect(told(priced(other, book))).toEqual(told(priced(one, book)));
        expect(notesOf(other)).toBe(notesOf(one));
        expect(standingOf(other, priced(other, book))).toEqual(standingOf(one, priced(one, book)));
      }),
    );
  });

  it('it is on exactly one statement, or it says why it is on none', () => {
    fc.assert(
      fc.property(move, (one) => {
        const on = months.filter((month) => {
          const made = statementLineOf(one, month, book, terms);
          return made !== undefined && 'line' in made;
        });
        const standing = standingOf(one, priced(one, book));
        if (standing.on) expect(on).toEqual([standing.month]);
        else {
          expect(on).toEqual([]);
          expect(standing.reasons.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('its amount is missing or is the sum of what it lists', () => {
    fc.assert(
      fc.property(move, (one) => {
        const { amount, known, legs, instead } = priced(one, book);
        const listed = [...legs, ...(instead ? [instead] : [])];
        if (amount === null) return;
        expect(amount).toBe(known);
        expect(listed.reduce((sum, leg) => sum + (leg.amount ?? NaN), 0)).toBe(amount);
      }),
    );
  });
});

describe('correctness of statements', () => {
  const tallied = (moves: readonly MoveFacts[]) => {
    const tally = new StatementTally();
    let lines = 0;
    for (const one of moves) {
      const made = statementLineOf(one, '2021-09', book, terms);
      if (made === undefined) continue;
      if ('reconcile' in made) tally.addToReconcile();
      else {
        lines += 1;
        tally.add(made.line);
      }
    }
    return { lines, totals: tally.totals(), groups: tally.journeyGroups() };
  };

  it('case 29: categories, ways and lines add up to the same amount', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const { totals, groups } = tallied(moves);
        const lines = moves.map((one) => statementLineOf(one, '2021-09', book, terms));
        const sum = lines.reduce((so, made) => so + (made && 'line' in made ? made.line.price.known : 0), 0);
        expect(totals.amount).toBe(sum);
        expect(totals.categories.reduce((so, { amount }) => so + amount, 0)).toBe(sum);
        expect(totals.journeys.amount).toBe(sum);
        for (const { unit, billable, amount } of groups)
          expect(amount).toBe(typeof unit === 'number' ? unit * billable : 0);
      }),
    );
  });

  it('case 30: the categories count every move of the statement once', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const { lines, totals } = tallied(moves);
        expect(totals.moves).toBe(lines);
        expect(totals.categories.map(({ category }) => category)).toHaveLength(6);
      }),
    );
  });

  it('lists a way from end to end as a journey of its own, and those that it replaces at nothing', () => {
    const chain = moveOf(['A→B c$', 'B→C c$'], { to: placeOf('C') });
    const { groups, totals } = tallied([chain, moveOf(['A→B c$'])]);
    expect(
      groups.map(({ from, to, unit, journeys, billable, amount }) => [
        from.agencyId,
        to.agencyId,
        unit,
        journeys,
        billable,
        amount,
      ]),
    ).toEqual([
      ['A', 'B', 1_23, 1, 1, 1_23],
      ['A', 'B', 'paid_end_to_end', 1, 0, 0],
      ['A', 'C', 130_00, 1, 1, 130_00],
      ['B', 'C', 'paid_end_to_end', 1, 0, 0],
    ]);
    expect(totals.journeys).toEqual({ ways: 3, withoutLocations: 0, withoutPrices: 0, amount: 131_23 });
  });

  it('puts what cannot be priced first', () => {
    const to = (agency: string) => moveOf([`A→${agency} c$`], { to: placeOf(agency) });
    const { groups, totals } = tallied([to('B'), to('B'), to('E'), to('D')]);
    expect(groups.map(({ unit }) => unit)).toEqual(['location_not_mapped', 'price_missing', 1_23]);
    expect(totals).toMatchObject({ moves: 4, withoutPrices: 2, journeys: { withoutLocations: 1, withoutPrices: 1 } });
  });
});

describe('what is told beside the price', () => {
  it('notes stand in the order of their events', () => {
    const one = moveOf([], {
      events: [
        eventAt('MoveLockout', '2021-09-06T12:00:00Z', { notes: 'late' }),
        { ...redirect(), notes: 'asked' },
        eventAt('MoveCancel', '2021-09-06T13:00:00Z', { notes: ' ' }),
      ],
    });
    expect(notesOf(one)).toBe('MoveRedirect: asked, MoveLockout: late');
  });

  it('vehicles are those that the events name, else the planned one', () => {
    const planned = { ...journeyOf('A→B c$', 0), registration: 'PLAN 1' };
    expect(registrationsOf(planned)).toEqual(['PLAN 1']);
    const events = [
      eventAt('JourneyComplete', '2021-09-06T12:00:00Z', { vehicleReg: 'SECOND' }),
      eventAt('JourneyStart', '2021-09-06T11:00:00Z', { vehicleReg: 'FIRST' }),
      eventAt('JourneyStart', '2021-09-06T11:30:00Z', { vehicleReg: 'SECOND' }),
    ];
    expect(registrationsOf({ ...planned, events })).toEqual(['FIRST', 'SECOND']);
  });

  it('a move without a catalogue has a category all the same', () => {
    expect(outcome(moveOf(['A→B c$']), bookOf({ prices: {}, years: [] }))).toEqual(['standard', null]);
    expect(Object.keys(figures)).toHaveLength(6);
  });
});
