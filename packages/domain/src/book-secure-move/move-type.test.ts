import { moveTypes } from './enums';
import type { MoveType } from './enums';
import {
  isDetained,
  isYoungOffenderInstitution,
  locationKey,
  locationTypes,
  supplierFor,
  takesDocuments,
} from './location';
import type { LocationType } from './location';
import { checkEnds, inferMoveType, needsDestination } from './move-type';
import { aLocation } from './records.fixture';

const at = (locationType: LocationType | null) => (locationType ? aLocation({ locationType }) : null);
const detained: LocationType[] = ['prison', 'secure_training_centre', 'secure_childrens_home'];
const others = locationTypes.filter((type) => !detained.includes(type));
const ends: (LocationType | null)[] = [...locationTypes, null];

/** Which kinds of location each type of move allows at either end; null stands for a missing one. */
const allowed: Record<MoveType, { from: (LocationType | null)[]; to: (LocationType | null)[] }> = {
  court_appearance: { from: ends, to: ['court'] },
  court_other: { from: ends, to: others },
  hospital: { from: ends, to: ['hospital', 'high_security_hospital'] },
  police_transfer: { from: ['police'], to: ['police'] },
  prison_recall: { from: ['police'], to: ends },
  prison_remand: { from: ends, to: detained },
  prison_transfer: { from: detained, to: ends },
  video_remand: { from: ['police'], to: ends },
  approved_premises: { from: ends, to: ends },
  extradition: { from: ends, to: ends },
};

const cells = moveTypes.flatMap((type) => ends.map((end): [MoveType, LocationType | null] => [type, end]));

describe('the ends of a move', () => {
  test.each(cells)('%s from %s', (type, from) => {
    const fields = checkEnds(type, { from: at(from), to: null }).map(({ field }) => field);
    expect(fields.includes('from_location')).toBe(!allowed[type].from.includes(from));
  });

  test.each(cells)('%s to %s', (type, to) => {
    const fields = checkEnds(type, { from: null, to: at(to) }).map(({ field }) => field);
    expect(fields.includes('to_location')).toBe(!allowed[type].to.includes(to));
  });

  test.each<[MoveType, string[]]>([
    ['court_appearance', ['must be a court location for court appearance move']],
    ['court_other', ['must not be a prison, secure training centre or secure childrens hospital for court other move']],
    ['hospital', ['must be a hospital or high security hospital location for hospital move']],
    [
      'police_transfer',
      ['must be a police location for police transfer move', 'must be a police location for police transfer move'],
    ],
    ['prison_recall', ['must be a police location for prison recall move']],
    ['prison_remand', ['must be a prison, secure training centre or secure childrens hospital for prison remand move']],
    [
      'prison_transfer',
      ['must be a prison, secure training centre or secure childrens hospital for prison transfer move'],
    ],
    ['video_remand', ['must be a police location for video remand move']],
  ])('says what %s needs', (type, messages) => {
    const broken = checkEnds(type, { from: null, to: null });
    expect(broken.map(({ message }) => message)).toEqual(messages);
    expect(broken.every(({ code }) => code === 'invalid_location')).toBe(true);
  });

  it('may lack a destination for prison recall and video remand only', () => {
    expect(moveTypes.filter((type) => !needsDestination(type))).toEqual(['prison_recall', 'video_remand']);
  });
});

test.each<[LocationType, LocationType | null, MoveType]>([
  ['police', null, 'prison_recall'],
  ['police', 'court', 'court_appearance'],
  ['prison', 'court', 'court_appearance'],
  ['police', 'police', 'police_transfer'],
  ['prison', 'police', 'prison_transfer'],
  ['police', 'prison', 'prison_transfer'],
  ['prison', 'hospital', 'prison_transfer'],
])('infers from %s to %s: %s', (from, to, type) => {
  expect(inferMoveType(at(from), at(to))).toBe(type);
});

describe('locations', () => {
  it('knows which are detained, and which take documents', () => {
    expect(locationTypes.filter((locationType) => isDetained(aLocation({ locationType })))).toEqual(detained);
    expect(locationTypes.filter(takesDocuments)).toEqual(['secure_training_centre', 'secure_childrens_home']);
  });

  it('makes a key of an agency id', () => {
    expect(locationKey('C-AB 1')).toBe('c_ab_1');
  });

  it('knows the young offender institutions', () => {
    expect(['WYI', 'FYI', 'MDI'].map(isYoungOffenderInstitution)).toEqual([true, true, false]);
  });

  const link = (supplierId: string, effectiveFrom: string | null, effectiveTo: string | null) => ({
    supplierId,
    locationId: 'here',
    effectiveFrom,
    effectiveTo,
  });
  const links = [link('first', '2020-08-29', '2025-12-31'), link('second', '2026-01-01', null)];

  test.each([
    ['2020-08-28', null],
    ['2020-08-29', 'first'],
    ['2025-12-31', 'first'],
    ['2026-01-01', 'second'],
    [null, 'second'],
  ])('is served on %s by %s', (day, supplier) => {
    expect(supplierFor(links, 'here', day)).toBe(supplier);
  });

  it('is served by nobody elsewhere', () => {
    expect(supplierFor(links, 'there', '2026-01-01')).toBeNull();
  });
});
