import * as enums from '.';
import { asdCodes, asdNames, asdPeriodicityCodes, asdPeriodicityNames, isOneOf, roadCategoryOf } from '.';

const lists = Object.entries<unknown>(enums).flatMap(([name, values]): [string, unknown[]][] =>
  Array.isArray(values) ? [[name, values]] : [],
);

describe('enumerations', () => {
  it.each(lists)('%s name each value once, and none of a later version', (_, values) => {
    expect(new Set(values).size).toBe(values.length);
    expect(values).not.toContain('upcoming_enum');
    expect(values).not.toContain(999);
  });

  it('name every designation and periodicity', () => {
    expect(Object.keys(asdNames).map(Number)).toEqual([...asdCodes]);
    expect(Object.keys(asdPeriodicityNames).map(Number)).toEqual([...asdPeriodicityCodes]);
    expect(new Set(Object.values(asdNames)).size).toBe(asdCodes.length);
  });

  it.each([
    ['history', enums.historyEvents, 110],
    ['updates', enums.updateEventTypes, 112],
    ['objects of updates', enums.updateObjectTypes, 17],
    ['failure reasons', enums.failureReasons, 35],
    ['conditions', enums.permitConditionTypes, 18],
  ])('have their published length: %s', (_, values, length) => {
    expect(values).toHaveLength(length);
  });

  it.each([
    ['what has a high impact', enums.highImpactTrafficManagementTypes, enums.trafficManagementTypes],
    ['the locations of HS2', enums.hs2LocationTypes, enums.locationTypes],
    ['the types of holes', enums.holeTypes, enums.reinstatementTypes],
    ['the categories of samples', enums.sampleCategories, enums.inspectionCategories],
  ])('contain %s', (_, part, whole) => {
    expect(whole).toEqual(expect.arrayContaining([...part]));
  });
});

describe('isOneOf', () => {
  it.each([
    ['verge', true],
    ['VERGE', false],
    [null, false],
  ])('%s: %s', (value, holds) => expect(isOneOf(enums.locationTypes, value)).toBe(holds));
});

describe('roadCategoryOf', () => {
  it.each([
    [0, 5],
    [1, 1],
    [10, 10],
    [11, undefined],
    [1.5, undefined],
    [-1, undefined],
  ])('%d is %s', (code, category) => expect(roadCategoryOf(code)).toBe(category));
});
