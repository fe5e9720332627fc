/** Writes the JSON of a row in SQL, so that the database hands over the text that is sent. Members without a value are null. */
export type Member = readonly [name: string, value: string, kind?: 'date' | 'named'];

export const jsonRow = (...members: readonly Member[]): string =>
  `json_build_object(${members
    .flatMap(([name, value, kind]) => [
      `'${name}', ${kind === 'date' ? `wire_date(${value})` : value}`,
      ...(kind === 'named' ? [`'${name}_string', ${value}`] : []),
    ])
    .join(', ')})`;

/** The street of the work. */
export const street: readonly Member[] = [
  ['street', 'w.street_name'],
  ['town', `coalesce(w.town, '')`],
  ['area', `coalesce(w.area_name, '')`],
];

/** Where the work is, as its latest permit or plan has it. */
export const location: readonly Member[] = [['location_description', 'w.location_description'], ...street];

export const parties: readonly Member[] = [
  ['highway_authority', 'upper(authority.name)'],
  ['promoter_organisation', 'upper(promoter.name)'],
];

/** The work and the two parties of a row. */
export const joinWork = `
  join work w on w.reference = r.work_reference
  join organisation authority on authority.reference = r.highway_authority
  join organisation promoter on promoter.reference = r.promoter`;
