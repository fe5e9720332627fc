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
  kind: 'create' | 'change' | 'cancel' | 'fold';
  day: number;
  from: number;
  to: number;
  status: string;
  which: number;
  by: 'pmu' | 'serco' | 'geoamey';
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('create', 'create', 'create', 'change', 'cancel', 'fold'),
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
  } else if (id) {
    const attributes =
      kind === 'cancel' ? { status: 'cancelled', cancellation_reason: 'other' } : { status, date: addDays(FIRST, day) };
    expect([200, 404, 422]).toContain((await api.as(by).patch(`/moves/${id}`, { data: { attributes } })).status);
  }
}

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
  ['sort[by]=name', sql`person_id is not null`],
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
