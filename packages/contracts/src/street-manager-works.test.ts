import { streetManagerWork } from './index';
import { faults } from './testing/faults';

interface Named {
  value: Record<string, unknown>;
}

const examples = streetManagerWork.document.components?.['examples'] as Record<string, Named>;
const { requests } = streetManagerWork.validators;
const condition = { condition: 'NCT02a', comment: 'Between 9.30 and 15.30' };
const work = examples['PlannedWork']!.value;

/** What a work cannot be submitted without. */
const required = [
  'promoter_swa_code',
  'highway_authority_swa_code',
  'works_coordinates',
  'usrn',
  'secondary_contact',
  'secondary_contact_number',
  'work_type',
  'proposed_start_date',
  'proposed_end_date',
  'description_of_work',
  'works_location_description',
  'location_types',
  'excavation',
  'activity_type',
  'traffic_management_type',
  'application_type',
  'close_footway',
  'traffic_management_plan',
  'lane_rental_applicable',
  'environmental_health_notifiable',
  'collaborative_working',
];

const submitted = (change: object): string[] => faults(requests, 'POST /works', { ...work, ...change });

describe('a new work', () => {
  it.each([
    ['a point', { works_coordinates: { type: 'Point', coordinates: [431881.5, 436121] } }],
    [
      'an area with a hole',
      {
        works_coordinates: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [9, 0],
              [9, 9],
              [0, 0],
            ],
            [
              [3, 1],
              [4, 1],
              [4, 2],
              [3, 1],
            ],
          ],
        },
      },
    ],
    ['a geometry that says more of itself', { works_coordinates: { type: 'Point', coordinates: [1, 2], bbox: [] } }],
    ['a time with an offset', { proposed_start_date: '2026-09-07T00:00:00+01:00' }],
    ['null for what may be left out', { collaboration_type: null, town: null, file_ids: null, immediate_risk: null }],
    ['a reference of its own', { work_reference_number: 'NB-2026_Tannery' }],
    ['a text of the full length', { description_of_work: 'x'.repeat(500) }],
    ['the first and the last street', { hs2_additional_usrns: [100001, 99999999] }],
    ['the same condition twice, which a rule judges', { permit_conditions: [condition, condition] }],
    ['the default workstream, which a rule judges', { workstream_prefix: '000' }],
  ])('may have %s', (_what, change) => {
    expect(submitted(change)).toEqual([]);
  });

  it.each([
    ['a member that nobody knows', { colour: 'red' }, [' additionalProperties']],
    ['a day without a time zone', { proposed_start_date: '2026-09-07T00:00:00' }, ['/proposed_start_date format']],
    ['a bare day', { proposed_end_date: '2026-09-07' }, ['/proposed_end_date format']],
    ['a day that is none', { proposed_end_date: '2026-02-30T00:00:00Z' }, ['/proposed_end_date format']],
    ['a text that is too long', { description_of_work: 'x'.repeat(501) }, ['/description_of_work maxLength']],
    ['an empty contact', { secondary_contact: '' }, ['/secondary_contact minLength']],
    ['a street in words', { usrn: '8412007' }, ['/usrn type']],
    ['half a street', { usrn: 8412007.5 }, ['/usrn type']],
    ['a street below the range', { usrn: 100000 }, ['/usrn minimum']],
    ['a category of road that is none', { road_category: 11 }, ['/road_category maximum']],
    ['a yes in words', { excavation: 'true' }, ['/excavation type']],
    ['a value that is not in the list', { work_type: 'emergency' }, ['/work_type enum']],
    ['the placeholder for values to come', { close_footway: 'upcoming_enum' }, ['/close_footway enum']],
    ['a wrong value where null may stand', { collaboration_type: 'shared' }, ['/collaboration_type enum']],
    ['a part of the street twice', { location_types: ['verge', 'verge'] }, ['/location_types uniqueItems']],
    ['nothing among its files', { file_ids: [4021, null] }, ['/file_ids/1 type']],
    [
      'a third address at HS2',
      { hs2_highway_emails: ['a@b.cd', 'e@f.gh', 'i@j.kl'] },
      ['/hs2_highway_emails maxItems'],
    ],
    ['an address that is none', { hs2_highway_emails: ['station'] }, ['/hs2_highway_emails/0 format']],
    ['a workstream of two digits', { workstream_prefix: '01' }, ['/workstream_prefix pattern']],
    ['a reference with a slash', { work_reference_number: 'NB/1' }, ['/work_reference_number pattern']],
    ['a reference of 25 characters', { work_reference_number: 'N'.repeat(25) }, ['/work_reference_number maxLength']],
    [
      'a designation that does not exist',
      { permit_asds: [{ street_special_desig_code: 4, special_desig_start_time: 2401 }] },
      ['/permit_asds/0/special_desig_start_time maximum', '/permit_asds/0/street_special_desig_code enum'],
    ],
    ['a condition without its code', { permit_conditions: [{ comment: 'x' }] }, ['/permit_conditions/0 required']],
  ])('may not have %s', (_what, change, expected) => {
    expect(submitted(change).sort()).toEqual(expected);
  });

  it.each([
    ['a number', 5, ['/works_coordinates type']],
    ['no type', { coordinates: [1, 2] }, ['/works_coordinates discriminator', '/works_coordinates required']],
    ['another type', { type: 'MultiPoint', coordinates: [] }, ['/works_coordinates discriminator']],
    [
      'a feature',
      { type: 'Feature', geometry: {} },
      ['/works_coordinates discriminator', '/works_coordinates required'],
    ],
    ['text for a number', { type: 'Point', coordinates: ['1', 2] }, ['/works_coordinates/coordinates/0 type']],
    ['a height', { type: 'Point', coordinates: [1, 2, 3] }, ['/works_coordinates/coordinates maxItems']],
    ['one end only', { type: 'LineString', coordinates: [[1, 2]] }, ['/works_coordinates/coordinates minItems']],
    [
      'a point as a line',
      { type: 'LineString', coordinates: [1, 2] },
      ['/works_coordinates/coordinates/0 type', '/works_coordinates/coordinates/1 type'],
    ],
    ['a flat ring', { type: 'Polygon', coordinates: [[[1, 2]]] }, ['/works_coordinates/coordinates/0 minItems']],
  ])('hears only of its own shape when its place has %s', (_what, place, expected) => {
    expect(submitted({ works_coordinates: place }).sort()).toEqual(expected);
  });

  it.each(required)('needs %s', (name) => {
    const { [name]: _left, ...rest } = work;
    expect(requests['POST /works']?.(rest)).toBe(false);
    expect(requests['POST /works']?.errors).toMatchObject([{ keyword: 'required', params: { missingProperty: name } }]);
  });

  it('needs nothing else', () => {
    const entries = Object.entries(work).filter(([name]) => required.includes(name));
    expect(faults(requests, 'POST /works', Object.fromEntries(entries))).toEqual([]);
  });

  it('hears of every fault at once', () => {
    expect(submitted({ usrn: 1, work_type: 'x', excavation: null, extra: 1 }).sort()).toEqual([
      ' additionalProperties',
      '/excavation type',
      '/usrn minimum',
      '/work_type enum',
    ]);
  });
});

describe('a place that may be left out', () => {
  const site = examples['ExcavationSite']!.value;
  const withSecond = (place: unknown): string[] =>
    faults(requests, 'POST /works/{workReferenceNumber}/sites', {
      ...site,
      secondary_reinstatement_coordinates: place,
    });

  it.each([
    ['null', null, []],
    ['a point', { type: 'Point', coordinates: [1, 2] }, []],
    ['a number', 5, ['/secondary_reinstatement_coordinates type']],
    [
      'a point of one number',
      { type: 'Point', coordinates: [1] },
      ['/secondary_reinstatement_coordinates/coordinates minItems'],
    ],
  ])('as %s', (_what, place, expected) => {
    expect(withSecond(place)).toEqual(expected);
  });
});
