import fc from 'fast-check';
import { changedMembers } from './alteration-changes';
import type { AlterationRequest } from './alteration';
import { alteration, permit } from './requests.fixture';

const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });

describe('changedMembers', () => {
  it.each<[string, AlterationRequest, string[]]>([
    ['nothing', {}, []],
    ['another offset of the same instant', { proposed_start_date: '2021-09-06T01:00:00+01:00' }, []],
    ['another instant', { proposed_start_date: '2021-09-06T00:00:00+01:00' }, ['proposed_start_date']],
    ['a list in another order', { location_types: ['footway', 'carriageway'] }, []],
    ['a shorter list', { location_types: ['footway'] }, ['location_types']],
    ['an empty list instead of none', { hs2_highway_emails: [] }, []],
    ['a member that was not there', { additional_info: 'x' }, ['additional_info']],
    ['null for what is there', { work_type: null }, []],
    ['a comment on a condition', { permit_conditions: [{ comment: 'x', condition: 'NCT02a' }] }, ['permit_conditions']],
    [
      'members of a condition in another order',
      { permit_conditions: [{ comment: '09:30 to 15:30 only', condition: 'NCT02a' }] },
      [],
    ],
    ['files', { file_ids: [1] }, ['file_ids']],
    ['no files', { file_ids: [] }, []],
    ['only its reason and its user', { permit_alteration_reason: 'y', internal_user_name: 'A' }, []],
    ['the place', { works_coordinates: line([1, 1], [2, 2]) }, ['works_coordinates']],
  ])('%s', (_, change, expected) => {
    expect(changedMembers({ ...alteration, ...change }, permit)).toEqual(expected);
  });

  it('takes a place the other way round for another place', () => {
    const current = { works_coordinates: line([1, 1], [2, 2]) };
    expect(changedMembers({ works_coordinates: line([1, 1], [2, 2]) }, current)).toEqual([]);
    expect(changedMembers({ works_coordinates: line([2, 2], [1, 1]) }, current)).toEqual(['works_coordinates']);
  });

  it('finds no change in what is sent back as it was', () => {
    const some = fc.dictionary(fc.stringMatching(/^[a-z_]{1,9}$/), fc.jsonValue());
    fc.assert(
      fc.property(some, (content) => {
        expect(changedMembers(content, JSON.parse(JSON.stringify(content)) as object)).toEqual([]);
      }),
    );
  });
});
