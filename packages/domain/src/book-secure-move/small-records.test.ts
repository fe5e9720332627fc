import { checkCourtHearing } from './court-hearing';
import { checkExtraditionFlight } from './extradition-flight';
import { recordDetail } from './messages';
import { checkPerson, identifierOf, identifierTypes, readIdentifier, readIdentifiers } from './person-rules';
import { checkPopulation, freeSpaces, populationMinimums } from './population';

describe('a court hearing', () => {
  test.each([
    [{ startTime: new Date(0), comments: null }, []],
    [{ startTime: new Date(0), comments: 'x'.repeat(240) }, []],
    [{ startTime: null, comments: null }, ["Start time can't be blank"]],
    [{ startTime: new Date(0), comments: 'x'.repeat(241) }, ['Comments is too long (maximum is 240 characters)']],
  ])('%j: %j', (hearing, details) => {
    expect(checkCourtHearing(hearing).map(recordDetail)).toEqual(details);
  });
});

describe('an extradition flight', () => {
  test.each([
    [{ flight_number: 'BA1', flight_time: '2026-03-10T10:00:00Z' }, []],
    [{ flight_number: 'BA1', flight_time: '2026-03-10T10:00' }, []],
    [{}, ["Flight number can't be blank", "Flight time can't be blank"]],
    [{ flight_number: 'BA1', flight_time: 'noon' }, ['Flight time must be formatted as a valid iso-8601 date']],
    [
      { flight_number: 'BA1', flight_time: '2026-03-10 10:00' },
      ['Flight time must be formatted as a valid iso-8601 date'],
    ],
  ])('%j: %j', (flight, details) => {
    expect(checkExtraditionFlight(flight).map(recordDetail)).toEqual(details);
  });
});

describe('a person', () => {
  const sam = { firstNames: 'SAM', lastName: 'EXAMPLE', dateOfBirth: null, prisonNumber: null };

  test.each([
    [{}, []],
    [{ dateOfBirth: '1900-01-01', prisonNumber: 'A0001ZZ' }, []],
    [{ firstNames: ' ', lastName: null }, ["Last name can't be blank", "First names can't be blank"]],
    [{ prisonNumber: 'A:1' }, ['Prison number is not a valid prison number']],
    [{ dateOfBirth: '1899-12-31' }, ['Birth date must be after 1900-01-01.']],
  ])('%j: %j', (changes, details) => {
    expect(checkPerson({ ...sam, ...changes }).map(recordDetail)).toEqual(details);
  });

  test.each([
    [' A0001ZZ ', 'A0001ZZ'],
    ['  ', null],
    [null, null],
    [5, null],
  ])('%p is stored as %p', (sent, stored) => {
    expect(readIdentifier(sent)).toBe(stored);
  });
});

describe("a person's numbers", () => {
  test.each([
    [[{ identifier_type: 'prison_number', value: ' A0001ZZ ' }], { prisonNumber: 'A0001ZZ' }],
    [[{ identifier_type: 'criminal_records_office', value: null }], { criminalRecordsOffice: null }],
    [
      [
        { identifier_type: 'prison_number', value: 'A1' },
        { identifier_type: 'prison_number', value: 'A2' },
      ],
      { prisonNumber: 'A2' },
    ],
    [[{ identifier_type: 'athena_reference', value: '1' }, { identifier_type: 'toString', value: '1' }, null, 'x'], {}],
    ['A0001ZZ', {}],
    [undefined, {}],
  ])('%j names %j', (sent, named) => {
    expect(readIdentifiers(sent)).toEqual(named);
  });

  it('are found under the type that named them', () => {
    for (const type of identifierTypes) {
      const none = { prisonNumber: null, criminalRecordsOffice: null, policeNationalComputer: null };
      const named = { ...none, ...readIdentifiers([{ identifier_type: type, value: 'X1' }]) };
      expect(identifierTypes.map((each) => identifierOf(named, each))).toEqual(
        identifierTypes.map((each) => (each === type ? 'X1' : null)),
      );
    }
  });
});

describe('a population', () => {
  const full = { date: '2026-03-10', ...populationMinimums };

  it('may be as low as its minimums', () => {
    expect(checkPopulation(full, { dateTaken: false })).toEqual([]);
  });

  test.each(Object.entries(populationMinimums))('has a least %s of %i', (field, minimum) => {
    const limit = minimum === 0 ? 'greater_than_or_equal_to' : 'greater_than';
    const codes = (value: unknown) =>
      checkPopulation({ ...full, [field]: value }, { dateTaken: false }).map((each) => [each.field, each.code]);

    expect(codes(minimum - 1)).toEqual([[field, limit]]);
    expect(codes('few')).toEqual([[field, 'not_a_number']]);
    expect(codes(2.5)).toEqual([[field, 'not_an_integer']]);
    expect(codes(null)).toEqual([
      [field, 'blank'],
      [field, 'not_a_number'],
    ]);
  });

  it('is one for a day', () => {
    expect(checkPopulation({ ...full, date: 'x' }, { dateTaken: true }).map(recordDetail)).toEqual([
      "Date can't be blank",
      'Date has already been taken',
    ]);
  });

  it('leaves the free spaces that the published example has', () => {
    const stamps = { createdAt: new Date(0), updatedAt: new Date(0) };
    const counts = { operationalCapacity: 500, usableCapacity: 490, unlock: 470, bedwatch: 2, overnightsIn: 3 };
    const leaving = { overnightsOut: 1, outOfAreaCourts: 4, discharges: 5 };
    const population = {
      id: 'p',
      locationId: 'l',
      date: '2026-03-10',
      updatedBy: null,
      ...counts,
      ...leaving,
      ...stamps,
    };

    expect(freeSpaces(population, { in: 0, out: 0 })).toBe(25);
    expect(freeSpaces(population, { in: 3, out: 1 })).toBe(23);
  });
});
