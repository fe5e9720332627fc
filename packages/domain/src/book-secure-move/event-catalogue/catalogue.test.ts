import {
  canonicalEventType,
  eventCatalogue,
  eventDefinition,
  findEventDefinition,
  keptDetails,
  keptRelationships,
  postableEventTypes,
} from './catalogue';
import type { Classification } from './definition';

const typesOf = (classification: Classification) =>
  eventCatalogue
    .filter((each) => each.classification === classification)
    .map(({ type }) => type)
    .sort();

describe('the catalogue of events', () => {
  it('has the 92 published types, each once', () => {
    expect(new Set(eventCatalogue.map(({ type }) => type)).size).toBe(eventCatalogue.length);
    expect(eventCatalogue).toHaveLength(92);
  });

  it('lets a client post all but those of lodgings', () => {
    const internal = eventCatalogue.filter(({ postable }) => !postable).map(({ type }) => type);
    expect(internal).toEqual(['LodgingCreate', 'LodgingUpdate', 'LodgingCancel']);
    expect(postableEventTypes).toHaveLength(eventCatalogue.length - internal.length);
  });

  it('happens to what the name says', () => {
    const eventables: [RegExp, string[]][] = [
      [/^Journey/, ['journeys']],
      [/^Lodging/, ['lodgings']],
      [/^PersonMove/, ['moves', 'people']],
      [/^Move/, ['moves']],
      [/^Per[A-Z]/, ['person_escort_records']],
    ];
    for (const { type, eventables: actual } of eventCatalogue) {
      expect([type, actual]).toEqual([type, eventables.find(([name]) => name.test(type))?.[1]]);
    }
  });

  it('classifies incidents', () => {
    const plain = [
      'PersonMoveBookedIntoReceivingEstablishment',
      'PersonMoveVehicleBrokeDown',
      'PersonMoveVehicleSystemsFailed',
    ];
    const ofMoves = postableEventTypes.filter((type) => type.startsWith('PersonMove') && !plain.includes(type));
    const ofRecords = ['PerConcealed', 'PerEscape', 'PerSelfHarm', 'PerViolentDangerous', 'PerWeapons'];
    expect(typesOf('incident')).toEqual([...ofMoves, ...ofRecords].sort());
  });

  it('classifies what is medical, and suicide and self harm', () => {
    expect(typesOf('medical')).toEqual([
      'PerMedicalAid',
      'PerMedicalDrugsAlcohol',
      'PerMedicalMedication',
      'PerMedicalMentalHealth',
    ]);
    expect(typesOf('suicide_and_self_harm')).toEqual(['PerSuicideAndSelfHarm']);
    expect(typesOf('notification')).toEqual([]);
  });

  it('stores one old name as the newer one', () => {
    expect(canonicalEventType('MoveNotifyPremisesOfEta')).toBe('MoveNotifyPremisesOfDropOffEta');
    expect(canonicalEventType('MoveAccept')).toBe('MoveAccept');
    expect(canonicalEventType('toString')).toBe('toString');
  });

  it('knows no other type', () => {
    expect(findEventDefinition('MoveFly')).toBeUndefined();
    expect(() => eventDefinition('MoveFly')).toThrow('there is no event type MoveFly');
  });
});

describe('what is kept of an event', () => {
  test.each(eventCatalogue)('$type keeps the details that it lists, and no others', ({ type, details }) => {
    const sent = Object.fromEntries(details.map(({ name }) => [name, 'x']));
    expect(keptDetails(type, { unlisted: 1, location_id: 'x', ...sent })).toEqual(sent);
    expect(keptDetails(type, {})).toEqual({});
  });

  test.each(eventCatalogue)(
    '$type keeps the relationships that it declares, and no others',
    ({ type, relationships }) => {
      const sent = Object.fromEntries(relationships.map(({ name }) => [name, 'id-1']));
      expect(keptRelationships(type, { undeclared: 'id-2', ...sent })).toEqual(
        Object.fromEntries(relationships.map(({ name, type: resource }) => [name, { type: resource, id: 'id-1' }])),
      );
    },
  );
});
