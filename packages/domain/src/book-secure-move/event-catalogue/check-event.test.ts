import { NotFound } from '../../kernel';
import { aLocation } from '../records.fixture';
import { eventCatalogue, eventDefinition } from './catalogue';
import { checkEvent, requireRelationships } from './check-event';
import type { NewEvent } from './check-event';
import type { DetailDefinition, EventDefinition } from './definition';
import type { EventContext } from './special-rules';

const context = (changes: Partial<EventContext> = {}): EventContext => ({
  supplierClient: false,
  locations: { to_location: aLocation() },
  move: { from: aLocation(), lockedOut: false },
  ...changes,
});

function goodValue({ kind, values, name }: DetailDefinition): unknown {
  if (kind === 'enum') return values?.[0];
  const good = { text: 'x', list: ['x'], any: 'x', iso: '2026-03-10T10:00:00Z', date: '2026-03-10', bool: false };
  return name === 'postcode' ? 'SW1A 2AA' : good[kind];
}

/** The least that satisfies a type: its required details, and what its special rules ask for. */
function leastDetails({ details, rules }: EventDefinition): Record<string, unknown> {
  const required = details.filter((each) => each.required).map((each) => [each.name, goodValue(each)] as const);
  return {
    ...Object.fromEntries(required),
    ...(rules.includes('one_personnel_number') && { supplier_personnel_number: 'x' }),
    ...(rules.includes('one_list_of_personnel_numbers') && { police_personnel_numbers: ['x'] }),
    ...(rules.includes('postcode_or_description') && { location_description: 'x' }),
    ...(rules.includes('new_values_with_old') && { old_end_date: '2026-03-10', end_date: '2026-03-11' }),
  };
}

function eventOf(definition: EventDefinition, details: Record<string, unknown> = {}): NewEvent {
  const [eventableType = 'moves'] = definition.eventables;
  return {
    eventType: definition.type,
    eventableType,
    details: { ...leastDetails(definition), ...details },
    relationshipIds: {},
  };
}

const faults = (event: NewEvent, given: EventContext = context()) =>
  checkEvent(event, given).map(({ field, message }) => `${field} ${message}`);
const of = (type: string, details: Record<string, unknown> = {}) => eventOf(eventDefinition(type), details);

/** Every detail of every type whose own form is checked. */
const cells = eventCatalogue.flatMap((definition) => definition.details.map((detail) => [definition, detail] as const));
const named = (rows: (readonly [EventDefinition, DetailDefinition])[]) =>
  rows.map(([definition, detail]) => [definition.type, detail.name, definition, detail] as const);

const blankOf: Record<DetailDefinition['kind'], (name: string) => string[]> = {
  text: (name) => [`${name} can't be blank`],
  list: (name) => [`${name} can't be blank`],
  any: () => [],
  iso: (name) => [`${name} can't be blank`, `${name} must be formatted as a valid ISO-8601 date-time`],
  date: (name) => [`${name} can't be blank`],
  bool: (name) => [`${name} is not included in the list`],
  enum: (name) => [`${name} is not included in the list`],
};

describe('each type of event', () => {
  test.each(eventCatalogue)('$type with the least that it needs', (definition) => {
    expect(faults(eventOf(definition))).toEqual([]);
  });

  test.each(eventCatalogue)('$type does not happen to profiles', (definition) => {
    expect(faults({ ...eventOf(definition), eventableType: 'profiles' })).toEqual([
      'eventable_type is not included in the list',
    ]);
  });

  test.each(named(cells.filter(([, detail]) => detail.required)))('%s needs %s', (_type, name, definition, detail) => {
    const expected = [...(detail.blankToo ? [`${name} can't be blank`] : []), ...blankOf[detail.kind](name)];
    expect(faults(eventOf(definition, { [name]: undefined }))).toEqual(expected);
  });

  const optional = cells.filter(([, { required, kind }]) => !required && ['iso', 'enum', 'date'].includes(kind));

  test.each(named(optional))('%s may do without %s, but not with nonsense', (_type, name, definition, detail) => {
    const own = (details: Record<string, unknown>) =>
      faults(eventOf(definition, details)).filter(
        (fault) => fault.startsWith(`${name} `) && !fault.includes('present'),
      );
    expect(own({ [name]: undefined })).toEqual([]);
    expect(own({ [name]: goodValue(detail) })).toEqual([]);
    expect(own({ [name]: 'nonsense' })).toHaveLength(1);
  });
});

describe('personnel numbers', () => {
  test.each([
    ['PerEscape', { police_personnel_number: 'p', supplier_personnel_number: null }, []],
    ['PerEscape', { supplier_personnel_number: '' }, ["supplier_personnel_number can't be blank"]],
    ['PerEscape', { police_personnel_number: 'p' }, ['police_personnel_number should be blank']],
    ['PersonMoveAssault', { police_personnel_numbers: [] }, ["supplier_personnel_numbers can't be blank"]],
    ['PersonMoveAssault', { supplier_personnel_numbers: ['s'] }, ['police_personnel_numbers should be blank']],
  ])('%s %j: %j', (type, details, expected) => {
    expect(faults(of(type, details))).toEqual(expected);
  });

  it('speak for themselves in the code', () => {
    const [fault] = checkEvent(of('PerEscape', { police_personnel_number: 'p' }), context());
    expect(fault?.code).toBe('should be blank');
  });
});

describe('whose fault an incident was', () => {
  const missing = ["fault_classification can't be blank", 'fault_classification is not included in the list'];

  test.each([
    [true, undefined, missing],
    [true, 'x', ['fault_classification is not included in the list']],
    [true, 'investigation', []],
    [false, undefined, []],
    [false, 'x', []],
  ])('client of a supplier %p, %p: %j', (supplierClient, fault, expected) => {
    const event = of('PersonMoveUsedForce', { fault_classification: fault });
    expect(faults(event, context({ supplierClient }))).toEqual(expected);
  });
});

describe('where a vehicle broke down', () => {
  test.each([
    [{ postcode: 'SW1A 2AA', location_description: null }, []],
    [{ postcode: 'm11ae' }, []],
    [{ postcode: 'nowhere' }, ['postcode not recognised as a UK postcode']],
    [{ location_description: null }, ["postcode can't be blank", "location_description can't be blank"]],
  ])('%j: %j', (details, expected) => {
    expect(faults(of('PersonMoveVehicleBrokeDown', details))).toEqual(expected);
  });
});

describe('a redirection', () => {
  const closed = aLocation({ disabledAt: new Date(0) });
  const court = aLocation({ locationType: 'court' });
  const toCourt = { locations: { to_location: court } };

  test.each<[string, Record<string, unknown>, Partial<EventContext>, string[]]>([
    ['to an open prison', {}, {}, []],
    ['to a closed one', {}, { locations: { to_location: closed } }, ['to_location must be an active location']],
    ['to a court, as an appearance', { move_type: 'court_appearance' }, toCourt, []],
    [
      'to a prison, as an appearance',
      { move_type: 'court_appearance' },
      {},
      ['to_location must be a court location for court appearance move'],
    ],
    [
      'to a prison, as an appearance after a lockout',
      { move_type: 'court_appearance' },
      { move: { from: aLocation(), lockedOut: true } },
      [],
    ],
    ['as a holiday', { move_type: 'holiday' }, {}, ['move_type must be a valid move type (holiday)']],
    ['for a whim', { reason: 'whim' }, {}, ['reason is not included in the list']],
  ])('%s', (_, details, given, expected) => {
    expect(faults(of('MoveRedirect', details), context(given))).toEqual(expected);
  });

  it('names the rule of an unknown type', () => {
    expect(checkEvent(of('MoveRedirect', { move_type: 'x' }), context())[0]?.code).toBe('invalid_move_type');
  });
});

describe('a change of a lodging', () => {
  const empty = { old_end_date: null, end_date: null };

  test.each([
    [empty, {}, ['location_id', 'start_date', 'end_date']],
    [{ old_end_date: null }, {}, ['old_end_date']],
    [empty, { location: 'a', old_location: 'b' }, []],
    [empty, { location: 'a' }, ['old_location_id']],
  ])('%j with %j breaks %j', (details, relationshipIds, fields) => {
    const event = { ...of('LodgingUpdate', details), relationshipIds };
    expect(checkEvent(event, context()).map(({ field }) => field)).toEqual(fields);
  });
});

describe('the relationships of an event', () => {
  const needing = eventCatalogue.filter(({ relationships }) => relationships.some(({ required }) => required));

  test.each(needing)('$type must name them', (definition) => {
    const names = definition.relationships.map(({ name }) => name);
    expect(() => requireRelationships(eventOf(definition), new Set())).toThrow(NotFound);
    expect(() => requireRelationships(eventOf(definition), new Set(names))).not.toThrow();
  });

  it('must exist, also where they are optional', () => {
    const event = { ...of('LodgingUpdate'), relationshipIds: { location: 'gone' } };
    expect(() => requireRelationships(event, new Set())).toThrow(new NotFound('location', 'gone'));
    expect(() => requireRelationships({ ...event, relationshipIds: {} }, new Set())).not.toThrow();
  });

  it('may be a previous move known by its reference', () => {
    const event = of('MoveCrossSupplierPickUp', { previous_move_reference: 'ACE1234F' });
    expect(() => requireRelationships(event, new Set(['previous_move']))).not.toThrow();
    expect(() => requireRelationships(event, new Set())).toThrow(new NotFound('move'));
  });
});
