import fc from 'fast-check';
import { isLaneRental, isTrafficSensitive, selectAsds } from './asds';
import type { Asd } from './asds';
import { asdCodes } from './enums';

const asd = (members: Partial<Asd>): Asd => ({
  code: 2,
  locationText: null,
  description: null,
  startDate: null,
  endDate: null,
  startTime: null,
  endTime: null,
  periodicityCode: null,
  ...members,
});

const morning = asd({ startTime: 700, endTime: 930, periodicityCode: 2, startDate: '2020-01-01' });
const evening = asd({ startTime: 1600, endTime: 1830, periodicityCode: 2, startDate: '2020-01-01' });
const laneRental = asd({ code: 16, locationText: 'Whole street' });
const street = [morning, evening, laneRental];

describe('selectAsds', () => {
  it.each<[string, Asd[], Asd[], Asd[]]>([
    ['nothing sent', [], [], street],
    ['one sent in full', [evening], [evening], [morning, laneRental]],
    ['one sent by its code', [asd({ code: 16 })], [laneRental], [morning, evening]],
    ['one of two alike, by a time', [asd({ startTime: 1600 })], [evening], [morning, laneRental]],
    ['both by their code', [asd({}), asd({})], [morning, evening], [laneRental]],
    ['the exact one chooses first', [asd({}), morning], [evening, morning], [laneRental]],
    ['a different date', [asd({ startDate: '2020-01-02' })], [asd({ startDate: '2020-01-02' })], street],
    ['unknown to the street', [asd({ code: 27 })], [asd({ code: 27 })], street],
  ])('%s', (_, sent, selected, notSelected) => {
    expect(selectAsds(sent, street)).toEqual({ selected, notSelected });
  });

  it('shares the street out: each designation is selected or not, and each one sent is returned', () => {
    const some = fc.record({
      code: fc.constantFrom(...asdCodes.slice(0, 3)),
      startTime: fc.constantFrom(null, 700, 1600),
      endTime: fc.constantFrom(null, 930),
    });
    const list = fc.array(some.map(asd), { maxLength: 6 });
    fc.assert(
      fc.property(list, list, (sent, known) => {
        const { selected, notSelected } = selectAsds(sent, known);
        expect(selected.map(({ code }) => code)).toEqual(sent.map(({ code }) => code));
        expect(known.filter((one) => !selected.includes(one))).toEqual(notSelected);
      }),
    );
  });

  it('recognises all of a street that is sent in full, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(street, { minLength: street.length }), (sent) => {
        expect(selectAsds(sent, street)).toEqual({ selected: sent, notSelected: [] });
      }),
    );
  });
});

describe('what designations say', () => {
  it.each([
    [[], false, false],
    [[morning], true, false],
    [[laneRental], false, true],
    [[laneRental, evening], true, true],
    [[asd({ code: 27 })], false, false],
  ])('of %j: traffic sensitive %s, lane rental %s', (asds: Asd[], sensitive, rental) => {
    expect([isTrafficSensitive(asds), isLaneRental(asds)]).toEqual([sensitive, rental]);
  });
});
