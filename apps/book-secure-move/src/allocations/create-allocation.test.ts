import { prepared } from '@switchyard/db';
import { randomIds } from '@switchyard/domain';
import { referencePattern } from '@switchyard/domain/book-secure-move';
import { anonymous } from '../caller';
import { eventsOf } from '../events/repository';
import { ReferenceData } from '../reference/reference-data';
import { bookSecureMove } from '../testing/book-secure-move';
import { demo } from '../testing/given';
import {
  allocationBody,
  ellerdalePolice,
  everythingIn,
  lowWharfCourt,
  madeAllocation,
  northbeckCourt,
  northbeckPolice,
  noticesOf,
  unknownId,
} from './allocations.fixture';
import type { AllocationData } from './create-allocation';
import { createAllocation } from './create-allocation';

const { api } = bookSecureMove();
const serco = '76d0bf53-a4ec-4932-86c8-00bb8c8ae4a9';
const geoamey = '77da95aa-8bdb-48b1-8bb4-c06585afcc7d';

describe('POST /allocations', () => {
  const complexCases = [
    { key: 'hold_separately', title: 'Segregated prisoners', answer: true, allocation_complex_case_id: unknownId },
  ];

  it('answers with the whole allocation and its moves', async () => {
    const sent = {
      estate: 'adult_male',
      estate_comment: 'North wing',
      prisoner_category: 'b',
      sentence_length: 'short',
      sentence_length_comment: 'Nearly out',
      other_criteria: 'No asthma',
      requested_by: 'P Planner',
      complete_in_full: true,
      complex_cases: [{ ...complexCases[0], colour: 'red' }],
    };
    const reply = await api.post('/allocations', allocationBody(sent));
    expect(reply.status).toBe(201);
    expect(Object.keys(reply.body)).toEqual(['data']);
    const { data } = reply.body;
    expect(data).toEqual({
      id: expect.any(String),
      type: 'allocations',
      attributes: {
        ...sent,
        moves_count: 2,
        date: '2026-12-10',
        complex_cases: complexCases,
        status: 'unfilled',
        cancellation_reason: null,
        cancellation_reason_comment: null,
        created_at: expect.stringMatching(/\+00:00$/),
        updated_at: data.attributes.created_at,
      },
      relationships: {
        from_location: { data: { id: demo.a, type: 'locations' } },
        to_location: { data: { id: demo.b, type: 'locations' } },
        moves: { data: [expect.objectContaining({ type: 'moves' }), expect.objectContaining({ type: 'moves' })] },
      },
      meta: { moves: { total: 2, filled: 0, unfilled: 2 } },
    });
    expect((await api.get(`/allocations/${data.id}`)).text).toBe(reply.text);
  });

  it('makes every move alike, for nobody, with an event and a notice', async () => {
    const { id, moveIds } = await madeAllocation(api, { moves_count: 3, requested_by: 'P Planner' });
    for (const moveId of moveIds) {
      const { attributes, relationships } = (await api.get(`/moves/${moveId}`)).body.data;
      expect(attributes).toMatchObject({ status: 'requested', move_type: 'prison_transfer', date: '2026-12-10' });
      expect(attributes.reference).toMatch(referencePattern);
      expect(relationships).toMatchObject({
        profile: { data: null },
        supplier: { data: { id: serco } },
        from_location: { data: { id: demo.a } },
        to_location: { data: { id: demo.b } },
        allocation: { data: { id, type: 'allocations' } },
      });
      expect(await eventsOf(api.db().reader(), [moveId])).toMatchObject([
        {
          eventType: 'MoveRequested',
          notes: 'Automatically generated for allocation',
          createdBy: 'P Planner',
          supplierId: null,
          details: {},
        },
      ]);
    }
    expect(await noticesOf(api, moveIds)).toEqual(moveIds.map((moveId) => [moveId, 'create_move', 'requested']));
  });

  it.each([
    ['a court', demo.bsi, northbeckCourt, 'court_appearance'],
    ['one police station to another', northbeckPolice, ellerdalePolice, 'police_transfer'],
    ['a police station from a prison', demo.bsi, northbeckPolice, 'prison_transfer'],
  ])('to %s infers the type of the moves', async (_, from, to, type) => {
    const { moveIds } = await madeAllocation(api, { moves_count: 1 }, { from, to });
    expect((await api.get(`/moves/${moveIds[0]}`)).body.data.attributes.move_type).toBe(type);
  });

  it('of a supplier makes moves of its own, whoever serves the place', async () => {
    const reply = await api.as('geoamey').post('/allocations', allocationBody({ moves_count: 1 }));
    const [{ id }] = reply.body.data.relationships.moves.data;
    expect((await api.get(`/moves/${id}`)).body.data.relationships.supplier.data.id).toBe(geoamey);
  });

  it('takes labels for keys, a count as text, and leaves out what is not sent', async () => {
    const sent = { moves_count: '1', estate: 'Adult Female', prisoner_category: 'Open', sentence_length: '16_or_less' };
    expect((await api.post('/allocations', allocationBody(sent))).body.data.attributes).toMatchObject({
      moves_count: 1,
      estate: 'adult_female',
      prisoner_category: 'open',
      sentence_length: 'short',
      complex_cases: [],
      complete_in_full: false,
      requested_by: null,
    });
  });

  it('includes places and moves when asked', async () => {
    const include = 'from_location,moves.profile.person.gender';
    const reply = await api.post(`/allocations?include=${include}`, allocationBody({ moves_count: 2 }));
    expect(reply.body.included.map(({ type }: { type: string }) => type)).toEqual(['locations', 'moves', 'moves']);
    expect(reply.body.included[0].relationships.suppliers.data).toEqual([{ id: serco, type: 'suppliers' }]);
  });
});

describe('a refused allocation', () => {
  const blankCount = ["Moves count can't be blank", 'Moves count is not a number'];

  it.each<[string, Record<string, unknown>, string[], string[]]>([
    ['without a count', { moves_count: null }, blankCount, ['blank', 'not_a_number']],
    ['for nobody', { moves_count: 0 }, ['Moves count must be greater than 0'], ['greater_than']],
    [
      'for a crowd',
      { moves_count: 1001 },
      ['Moves count must be less than or equal to 1000'],
      ['less_than_or_equal_to'],
    ],
    ['without a date', { date: undefined }, ["Date can't be blank"], ['blank']],
    ['with a day that is none', { date: '2026-02-30' }, ["Date can't be blank"], ['blank']],
    ['of an unknown estate', { estate: 'castle' }, ['Estate is not included in the list'], ['inclusion']],
    ['of a category', { prisoner_category: 'z' }, ['Prisoner category is not included in the list'], ['inclusion']],
    ['of a length', { sentence_length: 'life' }, ['Sentence length is not included in the list'], ['inclusion']],
  ])('%s says so and leaves nothing', async (_, attributes, details, codes) => {
    const before = await everythingIn(api);
    const { status, body } = await api.post('/allocations', allocationBody(attributes));
    const errors = body.errors as { title: string; detail: string; code: string }[];
    expect([status, errors.map(({ detail }) => detail)]).toEqual([422, details]);
    expect(errors.map(({ code }) => code)).toEqual(codes);
    expect(new Set(errors.map(({ title }) => title))).toEqual(new Set(['Unprocessable content']));
    expect(await everythingIn(api)).toEqual(before);
  });

  it('reports the faults of each of its moves', async () => {
    const before = await everythingIn(api);
    const reply = await api.post('/allocations', allocationBody({}, { from: northbeckCourt, to: lowWharfCourt }));
    const inactive = {
      title: 'Unprocessable content',
      detail: 'Moves.to location must be an active location',
      source: { pointer: '/data/attributes/moves.to_location' },
      code: 'inactive_location',
    };
    expect([reply.status, reply.body.errors]).toEqual([422, [inactive, inactive]]);

    const unheld = await api.post('/allocations', allocationBody({ moves_count: 1 }, { from: northbeckCourt }));
    expect(unheld.body.errors).toEqual([
      {
        title: 'Unprocessable content',
        detail:
          'Moves.from location must be a prison, secure training centre or secure childrens hospital for prison transfer move',
        source: { pointer: '/data/attributes/moves.from_location' },
        code: 'invalid_location',
      },
    ]);
    expect(await everythingIn(api)).toEqual(before);
  });

  it('has no supplier before the contracts began', async () => {
    const places = { from: '6780161b-8941-43cd-8f8f-bed467bad89c', to: demo.bsi };
    const reply = await api.post('/allocations', allocationBody({ date: '2020-08-28', moves_count: 1 }, places));
    expect([reply.status, reply.body.errors[0].detail]).toEqual([422, 'Moves.supplier must exist']);
    expect((await api.post('/allocations', allocationBody({ date: '2020-08-29' }, places))).status).toBe(201);
  });

  it.each([
    ['no origin', { from: null }, "Couldn't find Location without an ID"],
    ['no destination', { to: null }, "Couldn't find Location without an ID"],
    ['an unknown place', { to: unknownId }, `Couldn't find Location with 'id'=${unknownId}`],
    ['a malformed place', { from: 'here' }, "Couldn't find Location with 'id'=here"],
  ])('with %s is not found', async (_, places, detail) => {
    const before = await everythingIn(api);
    const reply = await api.post('/allocations', allocationBody({ moves_count: 0 }, places));
    expect([reply.status, reply.body]).toEqual([404, { errors: [{ title: 'Resource not found', detail }] }]);
    expect(await everythingIn(api)).toEqual(before);
  });

  it('misses its data', async () => {
    const reply = await api.post('/allocations', {});
    expect([reply.status, reply.body.errors[0]]).toEqual([
      400,
      { title: 'Bad request', detail: 'param is missing or the value is empty or invalid: data' },
    ]);
  });

  it('includes what cannot be included', async () => {
    const reply = await api.post('/allocations?include=moves.supplier', allocationBody());
    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].detail).toMatch(/^\["moves\.supplier"\] is not supported\. Valid values are: \["from_/);
  });

  it('needs a token', async () => {
    expect((await api.as('nobody').post('/allocations', allocationBody())).status).toBe(401);
  });
});

describe('an allocation of a thousand', () => {
  it('makes a thousand moves with different references', async () => {
    const { moveIds } = await madeAllocation(api, { moves_count: 1000 });
    const rows = await api.db().reader().rows<{ reference: string }>(referencesOf, [moveIds]);
    expect(new Set(rows.map(({ reference }) => reference)).size).toBe(1000);
    expect(await noticesOf(api, moveIds)).toHaveLength(1000);
  });

  it('takes no more statements than one of two', async () => {
    expect(await statementsFor(1000)).toBe(await statementsFor(2));
  });
});

const referencesOf = prepared<{ reference: string }>(
  'test-references',
  'select reference from moves where id = any($1)',
);

/** Creates an allocation of so many moves by itself and counts what went to the database. */
async function statementsFor(movesCount: number): Promise<number> {
  const reference = new ReferenceData(api.db().reader());
  await reference.load();
  return api.db().transaction(async (tx) => {
    const [sent, asked] = [jest.spyOn(tx, 'send'), jest.spyOn(tx, 'rows')];
    const act = { tx, caller: anonymous, now: api.clock().now(), ids: randomIds, reference: reference.current };
    const { data } = allocationBody({ moves_count: movesCount }) as { data: AllocationData };
    await createAllocation(act, data);
    return sent.mock.calls.length + asked.mock.calls.length;
  });
}
