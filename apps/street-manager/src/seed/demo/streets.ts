import { reinstatementTypeNames } from '@switchyard/domain/street-manager';
import type { ASDCode } from '@switchyard/domain/street-manager';
import type { Designation, Street } from '../../streets/gazetteer';

/** Where the demo's two towns lie on the British National Grid, and how far apart their streets are, in metres. */
const ellerdale = { town: 'ELLERDALE', authority: 'ELLERDALE COUNCIL', swa: '2845', east: 431_000, north: 435_500 };
const marshfield = { town: 'MARSHFIELD', authority: 'MARSHFIELD COUNCIL', swa: '2846', east: 452_000, north: 421_000 };
const SPACING = 120;
const PER_ROW = 8;

const firstNames = ['ALDER', 'BRIDGE', 'CASTLE', 'DEAN', 'EAST', 'FOUNDRY', 'GRANARY', 'HOLLOW', 'IVY', 'KILN'];
const lastNames = ['STREET', 'ROAD', 'LANE', 'AVENUE', 'ROW', 'WAY'];
const areas = ['LOW WHARF', 'HIGH BANK', 'MILL END', ''];

function street(usrn: number, place: number, { town, authority, swa, east, north }: typeof ellerdale): Street {
  const column = east + (place % PER_ROW) * SPACING;
  const row = north + Math.floor(place / PER_ROW) * SPACING;
  const category = place % 5;
  return {
    usrn,
    descriptor: `${firstNames[place % firstNames.length]} ${lastNames[Math.floor(place / firstNames.length) % lastNames.length]}`,
    locality: '',
    town,
    area: areas[place % areas.length]!,
    authority,
    authority_swa_code: swa,
    state: 2,
    street_status: 1,
    road_category: category,
    reinstatement_types: [reinstatementType(category)],
    designations: designationsOf(place, row, column),
    line: {
      type: 'MultiLineString',
      coordinates: [
        [
          [column, row],
          [column + 100, row + 30],
        ],
      ],
    },
    centre: { type: 'Point', coordinates: [column + 50, row + 15] },
  };
}

function reinstatementType(category: number): object {
  const code = (category === 0 ? 5 : category) as keyof typeof reinstatementTypeNames;
  return {
    reinstatement_type_code: code,
    reinstatement_type_code_string: reinstatementTypeNames[code],
    reinstatement_type_location_text: null,
  };
}

/** Every third street is sensitive to traffic, every eleventh carries a charge for its lanes, every seventh is protected. */
function designationsOf(place: number, row: number, column: number): Designation[] {
  const designation = (code: ASDCode, more: Partial<Designation> = {}): Designation => ({
    street_special_desig_code: code,
    special_desig_location_text: null,
    special_desig_description: null,
    special_desig_start_date: null,
    special_desig_end_date: null,
    special_desig_start_time: null,
    special_desig_end_time: null,
    special_desig_periodicity_code: 1,
    whole_road: true,
    asd_coordinate_geometry: { type: 'Point', coordinates: [column + 50, row + 15] },
    ...more,
  });
  return [
    ...(place % 3 === 0
      ? [
          designation(2, {
            special_desig_start_time: 700,
            special_desig_end_time: 1900,
            special_desig_periodicity_code: 2,
          }),
        ]
      : []),
    ...(place % 7 === 1 ? [designation(1, { special_desig_description: 'Resurfaced' })] : []),
    ...(place % 11 === 2 ? [designation(16, { special_desig_periodicity_code: 2 })] : []),
  ];
}

/** The street that the published examples work on: sensitive in the morning peak of working days, and nothing else. */
const tanneryLane: Street = {
  ...street(8_412_007, 6, ellerdale),
  descriptor: 'TANNERY LANE',
  area: 'LOW WHARF',
  road_category: 4,
  reinstatement_types: [reinstatementType(4)],
  designations: [
    {
      ...designationsOf(3, 435_500, 431_720)[0]!,
      special_desig_start_time: 700,
      special_desig_end_time: 930,
      special_desig_periodicity_code: 2,
    },
  ],
};

/** 60 streets of Ellerdale, 8412001 to 8412060, and 20 of Marshfield, 8413001 to 8413020. */
export const streets: readonly Street[] = [
  ...Array.from({ length: 60 }, (_, place) => street(8_412_001 + place, place, ellerdale)),
  ...Array.from({ length: 20 }, (_, place) => street(8_413_001 + place, place, marshfield)),
].map((each) => (each.usrn === tanneryLane.usrn ? tanneryLane : each));
