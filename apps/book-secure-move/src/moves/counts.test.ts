import fc from 'fast-check';
import { sql } from '@switchyard/db';
import { addDays, moveStatuses } from '@switchyard/domain/book-secure-move';
import { bookSecureMove } from '../testing/book-secure-move';
import { moveBody } from '../testing/given';
import { Lay, places, suppliers } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);

const FIRST = '2027-03-01';
const ends = [places.a, places.b, places.bsi, places.iwi];

interface Step {
  kind: 'create' | 'change' | 'cancel' | 'wander' | 'fold';
  day: number;
  from: number;
  to: number;
  status: string;
  which: number;
  by: 'pmu' | 'serco' | 'geoamey';
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('create', 'create', 'create', 'change', 'cancel', 'wander', 'fold'),
  day: fc.nat(3),
  from: fc.nat(3),
  to: fc.nat(3),
  status: fc.constantFrom(...moveStatuses),
  which: fc.nat(20),
  by: fc.constantFrom('pmu', 'serco', 'geoamey'),
});

/** Does one step; a refused one changes nothing and is as good as any other. */
async function take({ kind, day, from, to, status, which, by }: Step, made: string[]): Promise<void> {
  const id = made[which % Math.max(1, made.length)];
  if (kind === 'create') {
    const attributes = {
      status,
      date: addDays(FIRST, day),
      date_from: FIRST,
      cancellation_reason: status === 'cancelled' ? 'other' : null,
    };
    const reply = await api
      .as(by)
      .post('/moves', moveBody(await lay.profile(), attributes, { from: ends[from]!, to: ends[to]! }));
    if (reply.status === 201) made.push(reply.body.data.id);
    else expect(reply.status).toBe(422);
  } else if (kind === 'fold') {
    await api
      .db()
      .reader()
      .rows(sql`select fold_tallies()`);
  } else if (id && kind === 'wander') {
    const journeys = await lay.rows('journeys', { move_id: id });
    if (journeys.length === 0) await lay.journey(id, { date: addDays(FIRST, day) });
  } else if (id) {
    const attributes =
      kind === 'cancel' ? { status: 'cancelled', cancellation_reason: 'other' } : { status, date: addDays(FIRST, day) };
    expect([200, 404, 422]).toContain((await api.as(by).patch(`/moves/${id}`, { data: { attributes } })).status);
  }
}

/** A move that has journeys on other days is found by these. */
const between = (first: string, last: string) => sql`case when has_multi_date_journeys
  then exists (select from journeys j where j.move_id = moves.id and j.date between ${first}::date and ${last}::date)
  else date between ${first}::date and ${last}::date end`;

const questions = [
  ['', sql`true`],
  ['filter[status]=requested', sql`status = 'requested'`],
  ['filter[status]=cancelled,proposed', sql`status in ('cancelled', 'proposed')`],
  [`filter[supplier_id]=${suppliers.serco}`, sql`supplier_id = ${suppliers.serco}`],
  [
    `filter[supplier_id]=${suppliers.serco},${suppliers.geoamey}&filter[status]=booked`,
    sql`status = 'booked' and supplier_id in (${suppliers.serco}, ${suppliers.geoamey})`,
  ],
  [`filter[created_at_from]=2026-01-01`, sql`created_at >= '2026-01-01'`],
  ['filter[status]=booked&filter[move_type]=prison_transfer', sql`status = 'booked' and move_type = 'prison_transfer'`],
  ['filter[date_from]=2027-03-02', between('2027-03-02', '9999-12-31')],
  ['filter[date_to]=2027-03-02', between('0001-01-01', '2027-03-02')],
  ['filter[date_from]=2027-03-02&filter[date_to]=2027-03-03', between('2027-03-02', '2027-03-03')],
  [
    'filter[date_from]=2027-03-02&filter[status]=requested',
    sql`status = 'requested' and ${between('2027-03-02', '9999-12-31')}`,
  ],
  ['filter[date_to]=2027-03-02&sort[by]=name', sql`person_id is not null and ${between('0001-01-01', '2027-03-02')}`],
  ['filter[has_relationship_to_allocation]=false', sql`allocation_id is null`],
  ['filter[has_relationship_to_allocation]=true', sql`allocation_id is not null`],
  [
    'filter[has_relationship_to_allocation]=false&filter[status]=requested&sort[by]=to_location',
    sql`status = 'requested' and allocation_id is null and to_location_id is not null`,
  ],
  ['sort[by]=name', sql`person_id is not null`],
  ['sort[by]=to_location', sql`to_location_id is not null`],
  ['sort[by]=prison_transfer_reason', sql`true`],
] as const;

const callers = [
  ['pmu', sql`true`],
  ['serco', sql`visible_to @> array[${suppliers.serco}::uuid]`],
  ['geoamey', sql`visible_to @> array[${suppliers.geoamey}::uuid]`],
] as const;

describe('the number of moves that a list tells', () => {
  it('is what counting them gives, after any history, for every caller', async () => {
    const made: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const each of steps) await take(each, made);
        for (const [who, sees] of callers) {
          for (const [parameters, condition] of questions) {
            const reply = await api.as(who).get(`/moves?per_page=1&${parameters}`);
            const counted = await api
              .db()
              .reader()
              .first<{ n: number }>(sql`select count(*) as n from moves where ${sees} and ${condition}`);
            expect([who, parameters, reply.body.meta.pagination.total_objects]).toEqual([who, parameters, counted!.n]);
          }
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(made.length).toBeGreaterThan(5);
  }, 60_000);
});
