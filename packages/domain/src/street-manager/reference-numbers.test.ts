import fc from 'fast-check';
import {
  activityReference,
  alterationReference,
  commentReference,
  forwardPlanReference,
  fpnReference,
  inspectionReference,
  isWorkReference,
  makeSection81WorkReference,
  makeWorkReference,
  normaliseReference,
  padSwaCode,
  parseReference,
  permitReference,
  sampleInspectionReference,
  sampleTargetReference,
  section74Reference,
  section81Reference,
} from './reference-numbers';

const WORK = 'NB00148120937';
const sevens = { uuid: () => '', pick: () => 7 };

describe('references', () => {
  it.each([
    [makeWorkReference('nb', '001', sevens), 'NB00177777777'],
    [makeSection81WorkReference('ED', sevens), 'EDS8177777777'],
    [permitReference(WORK, 1), 'NB00148120937-01'],
    [permitReference(WORK, 100), 'NB00148120937-100'],
    [alterationReference(`${WORK}-01`, 2), 'NB00148120937-01-CR-02'],
    [inspectionReference(WORK, 1), 'NB00148120937-INSP-01'],
    [fpnReference(WORK, 12), 'NB00148120937-FPN-12'],
    [section81Reference(WORK), 'NB00148120937-S81'],
    [section74Reference(WORK, 1), 'NB00148120937-S74-01'],
    [forwardPlanReference(WORK, 1), 'NB00148120937-FP-01'],
    [commentReference(WORK, 3), 'NB00148120937-COM-03'],
    [sampleInspectionReference(WORK, 'b'), 'NB00148120937-SI-B'],
    [activityReference('10', 1), 'ARN-0010-001'],
    [activityReference('STPR', 1234), 'ARN-STPR-1234'],
    [sampleTargetReference('ed', 4), 'SMPL-ED-04'],
    [normaliseReference('nb-1_x'), 'NB-1_X'],
  ])('%s', (made, expected) => {
    expect(made).toBe(expected);
  });

  it.each([0, -1, 1.5, Number.NaN])('do not count with %d', (number) => {
    expect(() => permitReference(WORK, number)).toThrow(RangeError);
  });

  it('of works are always such that a client could have chosen them', () => {
    const draw = fc.infiniteStream(fc.nat(9));
    fc.assert(
      fc.property(draw, fc.stringMatching(/^[A-Z]{2}$/), fc.stringMatching(/^\d{3}$/), (digits, prefix, workstream) => {
        const ids = { uuid: () => '', pick: () => digits.next().value };
        const made = makeWorkReference(prefix, workstream, ids);
        expect(made).toMatch(/^[A-Z]{2}\d{11}$/);
        expect(isWorkReference(made)).toBe(true);
      }),
    );
  });
});

describe('isWorkReference', () => {
  it.each(['A', 'a-b_C9', 'x'.repeat(24)])('accepts %s', (text) => expect(isWorkReference(text)).toBe(true));
  it.each(['', 'x'.repeat(25), 'a b', 'a/b', 'é', 'a\n'])('refuses %j', (text) =>
    expect(isWorkReference(text)).toBe(false),
  );
});

describe('padSwaCode', () => {
  it.each([
    ['10', '0010'],
    ['7374', '7374'],
    ['STPR', 'STPR'],
    ['A1', 'A1'],
    ['', ''],
  ])('%j is %j', (code, padded) => expect(padSwaCode(code)).toBe(padded));
});

describe('parseReference', () => {
  it.each([
    ['nb001-01', { kind: 'permit', work: 'NB001', number: 1 }],
    ['NB001-01-cr-02', { kind: 'alteration', work: 'NB001', permit: 'NB001-01', number: 2 }],
    ['NB001-S81', { kind: 'section81', work: 'NB001' }],
    ['NB001-SI-A', { kind: 'sampleInspection', work: 'NB001', category: 'a' }],
    ['NB001', null],
    ['NB001-1', null],
    ['', null],
  ])('%s is %j', (text, parsed) => {
    expect(parseReference(text)).toEqual(parsed);
  });

  it('finds again what was put together, in any case', () => {
    const work = fc.stringMatching(/^[A-Z0-9_]{1,24}$/);
    const kinds = fc.constantFrom(
      ['permit', permitReference] as const,
      ['inspection', inspectionReference] as const,
      ['fpn', fpnReference] as const,
      ['section74', section74Reference] as const,
      ['forwardPlan', forwardPlanReference] as const,
      ['comment', commentReference] as const,
    );
    fc.assert(
      fc.property(work, kinds, fc.integer({ min: 1, max: 2000 }), (of, [kind, put], number) => {
        expect(parseReference(put(of, number).toLowerCase())).toEqual({ kind, work: of, number });
      }),
    );
  });
});
