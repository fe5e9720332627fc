import type { EventDefinition } from '@switchyard/domain/book-secure-move';
import { canonicalEventType, eventCatalogue, eventDefinition } from '@switchyard/domain/book-secure-move';
import { bookSecureMove } from '../testing/book-secure-move';
import { footprintOf } from '../testing/footprint';
import { demo } from '../testing/given';
import { eventBody, leastOf, unknownId } from './events.fixture';

const { api, given } = bookSecureMove();

type Subject = 'moves' | 'journeys' | 'people';
const subjects: readonly Subject[] = ['moves', 'journeys', 'people'];

const suits = (definition: EventDefinition, subject: Subject) => definition.eventables.includes(subject);
const posted = eventCatalogue.filter(({ postable }) => postable);
const each = subjects.flatMap((subject) =>
  posted.filter((definition) => suits(definition, subject)).map(({ type }) => [type, subject] as const),
);
const misplaced = posted
  .filter((definition) => subjects.some((subject) => suits(definition, subject)))
  .map((definition) => [definition.type, subjects.find((subject) => !suits(definition, subject))!] as const);

/** A fresh subject, and a move to look at. */
async function fresh(type: Subject): Promise<{ type: Subject; id: string; move: string }> {
  const move = await given.emptyMove();
  if (type === 'moves') return { type, id: move, move };
  return { type, id: type === 'journeys' ? await given.journey(move) : await given.person(), move };
}

describe.each(each)('POST /events with %s on one of the %s', (type, on) => {
  const definition = eventDefinition(type);
  const required = definition.details.filter((detail) => detail.required).map(({ name }) => name);

  it('keeps the event and shows it again', async () => {
    const subject = await fresh(on);
    const other = await given.emptyMove();
    const least = leastOf(definition, other);
    const reply = await api.post('/events', eventBody(type, subject, { ...least, notes: 'As told' }));

    expect([reply.status, reply.text]).toEqual([201, expect.any(String)]);
    expect(reply.body.data).toMatchObject({
      type: 'events',
      attributes: {
        event_type: canonicalEventType(type),
        classification: definition.classification,
        occurred_at: '2026-12-01T12:00:00+00:00',
        recorded_at: '2026-12-01T12:05:00+00:00',
        notes: 'As told',
        created_by: null,
        details: least.details,
      },
      relationships: {
        eventable: { data: { type: on, id: subject.id } },
        supplier: { data: null },
        ...least.relationships,
      },
    });
    expect(await api.get(`/events/${reply.body.data.id}`)).toMatchObject({ status: 200, text: reply.text });
  });

  if (required.length > 0) {
    it.each(required)('refuses it without %s', async (name) => {
      const subject = await fresh(on);
      const least = leastOf(definition, subject.move);
      const before = await footprintOf(api, subject.move);
      const details = { ...least.details, [name]: undefined };
      const reply = await api.post('/events', eventBody(type, subject, { ...least, details }));
      expect(reply.status).toBe(422);
      expect(reply.body.errors[0]).toMatchObject({
        title: 'Unprocessable content',
        source: { pointer: `/data/attributes/${name}` },
      });
      expect(await footprintOf(api, subject.move)).toEqual(before);
    });
  }

  if (definition.relationships.length > 0) {
    const { name, type: resource } = definition.relationships[0]!;
    const word = resource === 'locations' ? 'Location' : 'Move';
    it.each([
      ['none', null, `Couldn't find ${word} without an ID`],
      ['an unknown one', { type: resource, id: unknownId }, `Couldn't find ${word} with 'id'=${unknownId}`],
      ['a malformed one', { type: resource, id: 'x' }, `Couldn't find ${word} with 'id'=x`],
    ])(`answers 404 for ${name}: %s, whatever else is wrong`, async (_, data, detail) => {
      const subject = await fresh(on);
      const reply = await api.post('/events', eventBody(type, subject, { relationships: { [name]: { data } } }));
      expect([reply.status, reply.body]).toEqual([404, { errors: [{ title: 'Resource not found', detail }] }]);
    });
  }
});

describe('an event that does not suit what it is posted on', () => {
  const refusal = {
    title: 'Unprocessable content',
    detail: 'Eventable type is not included in the list',
    source: { pointer: '/data/attributes/eventable_type' },
    code: 'inclusion',
  };
  const subjectOf = new Map<Subject, Promise<{ type: Subject; id: string; move: string }>>();
  const shared = (type: Subject) => subjectOf.get(type) ?? subjectOf.set(type, fresh(type)).get(type)!;

  it.each(misplaced)('%s is refused on one of the %s', async (type, on) => {
    const subject = await shared(on);
    const before = await footprintOf(api, subject.move);
    const reply = await api.post('/events', eventBody(type, subject, leastOf(eventDefinition(type), subject.move)));
    expect([reply.status, reply.body.errors[0]]).toEqual([422, refusal]);
    expect(await footprintOf(api, subject.move)).toEqual(before);
  });

  it('is any event on a profile, which must exist all the same', async () => {
    const { id } = await given.profile();
    const reply = await api.post('/events', eventBody('MoveStart', { type: 'profiles', id }));
    expect([reply.status, reply.body]).toEqual([422, { errors: [refusal] }]);
    const unknown = await api.post('/events', eventBody('MoveStart', { type: 'profiles', id: unknownId }));
    expect([unknown.status, unknown.body.errors[0].detail]).toEqual([
      404,
      `Couldn't find Profile with 'id'=${unknownId}`,
    ]);
  });

  it.each(posted.filter(({ eventables }) => eventables.includes('person_escort_records')).map(({ type }) => [type]))(
    '%s finds no escort record',
    async (type) => {
      const subject = { type: 'person_escort_records', id: demo.a };
      const reply = await api.post('/events', eventBody(type, subject, leastOf(eventDefinition(type), demo.a)));
      expect(reply.status).toBe(404);
      expect(reply.body.errors[0].detail).toBe(`Couldn't find PersonEscortRecord with 'id'=${demo.a}`);
    },
  );
});
