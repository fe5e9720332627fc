import { randomUUID } from 'node:crypto';
import type { Connection } from '@switchyard/db';
import { query } from '@switchyard/db';
import { randomIds } from '@switchyard/domain';
import { newReference } from '@switchyard/domain/book-secure-move';
import type { TestApi } from '../testing/book-secure-move';
import { demo } from '../testing/given';

type Row = Record<string, unknown>;

/** The demo's suppliers. */
export const suppliers = {
  geoamey: '77da95aa-8bdb-48b1-8bb4-c06585afcc7d',
  serco: '76d0bf53-a4ec-4932-86c8-00bb8c8ae4a9',
} as const;

/** Demo locations of every kind that the rules for move types tell apart. */
export const places = {
  ...demo,
  court: '78fa5fd3-ba4f-481d-a77f-6897db4c8977',
  police: '8a2cc0d9-8aba-4021-a33d-b4378996e533',
  otherPolice: 'baf80ad9-4235-4f31-8753-fb98d7c2adfa',
  hospital: '1b8e8695-2166-4b7f-92b4-74a878a25d08',
  highSecurityHospital: '4e902fda-56a6-497f-8974-6aede35c8bf9',
  trainingCentre: '7379b4e4-17dd-425c-b248-4df9c3684e9d',
  childrensHome: 'a264c530-f647-435b-9072-30fbb7cb80c2',
  approvedPremises: '8d6bbce6-445d-4d71-a236-28de05184bec',
  probation: 'f78649f4-1c8c-4e7f-84b8-a59b1cfe11aa',
  closedCourt: '0b8f4fd6-0825-49bc-9e9e-b9f9f4b3fc91',
} as const;

/**
 * Writes rows as they may stand after any history, straight into the tables: a test says only what matters to it. Each
 * function answers with the new row's id.
 */
export class Lay {
  constructor(private readonly api: TestApi) {}

  person(facts: Row = {}): Promise<string> {
    return this.row('people', { first_names: 'SAM', last_name: 'EXAMPLE', ...stamps, ...facts });
  }

  async profile(facts: Row = {}): Promise<string> {
    const { assessment_answers: answers = [], ...rest } = facts;
    const person_id = facts.person_id ?? (await this.person());
    return this.row('profiles', { ...stamps, ...rest, person_id, assessment_answers: JSON.stringify(answers) });
  }

  /** A prison transfer from A to B on 1 December 2026, by Serco, for nobody yet. A profile brings its person along. */
  async move(facts: Row = {}): Promise<string> {
    return this.row('moves', aMove(facts));
  }

  /** So many such moves, in one statement. */
  async moves(count: number, facts: Row = {}): Promise<void> {
    const rows = Array.from({ length: count }, () => ({ id: randomUUID(), ...aMove(facts) }));
    await this.run(query('moves').insert(rows).onConflict('reference').ignore());
  }

  /** A proposed journey from A to B on 1 December 2026. */
  journey(moveId: string, facts: Row = {}): Promise<string> {
    return this.row('journeys', {
      move_id: moveId,
      supplier_id: suppliers.serco,
      from_location_id: demo.a,
      to_location_id: demo.b,
      state: 'proposed',
      billable: false,
      date: '2026-12-01',
      client_timestamp: '2026-12-01T09:00:00Z',
      ...stamps,
      ...facts,
    });
  }

  /** A night at the lodging location from 1 to 2 December 2026. */
  lodging(moveId: string, facts: Row = {}): Promise<string> {
    return this.row('lodgings', {
      move_id: moveId,
      location_id: demo.lodging,
      start_date: '2026-12-01',
      end_date: '2026-12-02',
      status: 'proposed',
      ...stamps,
      ...facts,
    });
  }

  event(eventableId: string, eventType: string, facts: Row = {}): Promise<string> {
    const { details = {}, ...rest } = facts;
    return this.row('generic_events', {
      eventable_type: 'moves',
      eventable_id: eventableId,
      event_type: eventType,
      classification: 'default',
      occurred_at: '2026-11-20T10:00:00Z',
      recorded_at: '2026-11-20T10:00:00Z',
      created_at: '2026-11-20T10:00:00Z',
      details: JSON.stringify(details),
      ...rest,
    });
  }

  hearing(facts: Row = {}): Promise<string> {
    return this.row('court_hearings', { start_time: '2026-12-01T10:00:00Z', ...stamps, ...facts });
  }

  allocation(facts: Row = {}): Promise<string> {
    return this.row('allocations', {
      from_location_id: demo.a,
      to_location_id: demo.b,
      date: '2026-12-01',
      moves_count: 1,
      ...stamps,
      ...facts,
    });
  }

  /** Lets a supplier serve a location, between two days if these are given. */
  async link(supplier_id: string, location_id: string, facts: Row = {}): Promise<void> {
    await this.run(query('supplier_locations').insert({ supplier_id, location_id, ...facts }));
  }

  async unlink(supplier_id: string, location_id: string): Promise<void> {
    await this.run(query('supplier_locations').where({ supplier_id, location_id }).delete());
  }

  /** Reads rows of a table. */
  rows<Found = Row>(table: string, where: Row, order = 'created_at'): Promise<Found[]> {
    return this.api.db().reader().rows<Found>(query(table).where(where).orderBy(order));
  }

  private async row(table: string, facts: Row): Promise<string> {
    const id = randomUUID();
    await this.run(query(table).insert({ id, ...facts }));
    return id;
  }

  private async run(statement: Parameters<Connection['rows']>[0]): Promise<void> {
    await this.api.db().reader().rows(statement);
  }
}

const aMove = (facts: Row): Row => ({
  reference: newReference(randomIds),
  status: 'requested',
  move_type: 'prison_transfer',
  date: '2026-12-01',
  from_location_id: demo.a,
  to_location_id: demo.b,
  supplier_id: suppliers.serco,
  person_id: facts.profile_id ? query('profiles').select('person_id').where({ id: facts.profile_id }) : null,
  ...stamps,
  ...facts,
});

const stamps = { created_at: '2026-11-20T09:00:00Z', updated_at: '2026-11-20T09:00:00Z' };
