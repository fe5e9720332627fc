import { codeName, withCodeNames, withStrings } from './response-strings';

describe('withStrings', () => {
  it.each<[object, string[], object]>([
    [{ permit_status: 'granted' }, ['permit_status'], { permit_status_string: 'granted' }],
    [{ location_types: ['verge'] }, ['location_types'], { location_types_string: ['verge'] }],
    [{ assessment_status: null }, ['assessment_status'], { assessment_status_string: null }],
    [{ usrn: 1 }, ['assessment_status'], {}],
    [{ assessment_status: undefined }, ['assessment_status'], {}],
  ])('%j with %j', (record, members, strings) => {
    expect(withStrings(record, members as never[])).toStrictEqual({ ...record, ...strings });
  });
});

describe('the names of codes', () => {
  it.each([
    ['street_special_desig_code', 2, 'traffic_sensitive'],
    ['special_desig_periodicity_code', 2, 'working_days_only'],
    ['reinstatement_type_code', 5, 'carriageway_type_0'],
    ['street_special_desig_code', 4, null],
    ['special_desig_periodicity_code', null, null],
  ] as const)('%s %s is %s', (member, code, name) => {
    expect(codeName(member, code)).toBe(name);
  });

  it('stand beside the codes of a record', () => {
    const asd = { street_special_desig_code: 16, special_desig_periodicity_code: null, special_desig_start_time: 700 };
    expect(withCodeNames(asd)).toStrictEqual({
      ...asd,
      street_special_desig_code_string: 'lane_rental',
      special_desig_periodicity_code_string: null,
    });
  });
});
