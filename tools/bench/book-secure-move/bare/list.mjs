import { pool } from '../../bare/database.mjs';
import { flag, link, plain, text } from './json.mjs';
import { attributes, moveColumns } from './move-json.mjs';
import { reference } from './reference.mjs';

/** The page is cut first and joined after; the tallies that triggers keep say how many moves there are. */
const page = {
  name: 'page',
  text: `select ${moveColumns}, p.person_id, p.assessment_answers, p.requires_youth_risk_assessment, p.csra, p.category_id,
      pe.first_names, pe.last_name, pe.date_of_birth, pe.gender_id, pe.gender_additional_information, pe.ethnicity_id,
      pe.prison_number, pe.criminal_records_office, pe.police_national_computer,
      (select sum(delta) from tallies where relation = 'moves') as total
    from (select * from moves m order by date desc, id limit $1 offset $2) m
    left join profiles p on p.id = m.profile_id left join people pe on pe.id = p.person_id
    order by m.date desc, m.id`,
};

/** A page of moves with profile.person, from_location and to_location, as JSON. */
export async function listMoves(query, origin) {
  const number = Number(query.get('page') ?? 1);
  const size = Number(query.get('per_page') ?? 20);
  const { rows } = await pool.query({ ...page, values: [size, (number - 1) * size] });
  const seen = new Set();
  const included = [];
  let data = '';
  for (const row of rows) {
    data += (data && ',') + listed(row);
    include(seen, included, row.from_location_id, reference.locations);
    include(seen, included, row.to_location_id, reference.locations);
    includePerson(seen, included, row);
  }
  return `{"data":[${data}],"included":[${included.join(',')}]${describePage(rows, number, size, origin)}}`;
}

/** The members of an assessment answer in the order of the wire, which jsonb does not keep. */
const answer = [
  ...['title', 'comments', 'created_at', 'expires_at', 'assessment_question_id', 'category', 'key', 'nomis_alert_type'],
  ...['nomis_alert_code', 'nomis_alert_type_description', 'nomis_alert_description', 'imported_from_nomis'],
];
const answers = (value) => (value === '[]' ? value : JSON.stringify(JSON.parse(value), answer));

const listed = (row) =>
  `{"id":"${row.id}","type":"moves","attributes":${attributes(row)},"relationships":{` +
  `"from_location":${link('locations', row.from_location_id)},"to_location":${link('locations', row.to_location_id)}` +
  `,"profile":${link('profiles', row.profile_id)}` +
  `,"prison_transfer_reason":${link('prison_transfer_reasons', row.prison_transfer_reason_id)}` +
  `,"supplier":${link('suppliers', row.supplier_id)},"allocation":${link('allocations', row.allocation_id)}},"meta":{}}`;

function include(seen, included, id, whole) {
  if (id === null || seen.has(id)) return;
  seen.add(id);
  included.push(whole.get(id));
}

function includePerson(seen, included, row) {
  if (row.profile_id === null || seen.has(row.profile_id)) return;
  seen.add(row.profile_id);
  included.push(
    `{"id":"${row.profile_id}","type":"profiles","attributes":{` +
      `"requires_youth_risk_assessment":${flag(row.requires_youth_risk_assessment)}` +
      `,"assessment_answers":${answers(row.assessment_answers)},"csra":${text(row.csra)}},"relationships":{` +
      `"category":${link('categories', row.category_id)},"person":${link('people', row.person_id)}}}`,
  );
  if (seen.has(row.person_id)) return;
  seen.add(row.person_id);
  included.push(
    `{"id":"${row.person_id}","type":"people","attributes":{"first_names":${text(row.first_names)}` +
      `,"last_name":${text(row.last_name)},"date_of_birth":${plain(row.date_of_birth)}` +
      `,"gender_additional_information":${text(row.gender_additional_information)}` +
      `,"prison_number":${text(row.prison_number)},"criminal_records_office":${text(row.criminal_records_office)}` +
      `,"police_national_computer":${text(row.police_national_computer)}},"relationships":{` +
      `"ethnicity":${link('ethnicities', row.ethnicity_id)},"gender":${link('genders', row.gender_id)}}}`,
  );
}

const include3 = encodeURIComponent('profile.person,from_location,to_location');

function describePage(rows, number, size, origin) {
  const total = Number(rows[0]?.total ?? 0);
  const pages = Math.ceil(total / size);
  const url = (page) => `"${origin}/api/moves?include=${include3}&page=${page}&per_page=${size}"`;
  const previous = number > 1 && number <= pages ? url(number - 1) : 'null';
  const next = number < pages ? url(number + 1) : 'null';
  return (
    `,"meta":{"pagination":{"per_page":${size},"total_pages":${pages},"total_objects":${total}}}` +
    `,"links":{"self":${url(number)},"first":${url(1)},"prev":${previous},"next":${next},"last":${url(Math.max(1, pages))}}`
  );
}
