import { body, permitBody } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const noticeBody = (more: object = {}) => ({
  promoter_swa_code: '4312',
  highway_authority_swa_code: '2845',
  works_coordinates: { type: 'Point', coordinates: [431880, 436120] },
  usrn: 8412007,
  location_description: 'Outside number 18',
  location_types: ['carriageway'],
  inspection_date: '2026-11-20T00:00:00.000Z',
  section_81_type: 'cabinet',
  section_81_severity: 'high',
  made_safe_by_ha: true,
  additional_details: 'The door hangs open',
  section_81_evidence: false,
  ...more,
});

const give = async (more: object = {}) => {
  const { work_reference_number: wrn, section_81_reference_number: reference } = body<Record<string, string>>(
    await api.as('ellerdale').post('/section-81-works/section-81s', noticeBody(more)),
    201,
  );
  return { wrn: wrn!, reference: reference!, path: `/works/${wrn}/section-81s/${reference}` };
};
const answer = (path: string, section_81_status: string, who: Who, more: object = {}) =>
  api.as(who).put(`${path}/status`, { section_81_status, ...more });
const read = async (path: string, who: Who = 'northbeck') => body(await api.as(who).get(path), 200);

it('is given with a record of works of its own kind', async () => {
  const { wrn, reference, path } = await give();
  expect(wrn).toMatch(/^EDS81\d{8}$/);
  expect(reference).toBe(`${wrn}-S81`);
  expect(await read(path)).toEqual({
    section_81_reference_number: reference,
    work_reference_number: wrn,
    date_created: START,
    section_81_status: 'issued',
    section_81_status_string: 'issued',
    status_changed_date: START,
    section_81_severity: 'high',
    section_81_severity_string: 'high',
    section_81_type: 'cabinet',
    section_81_type_string: 'cabinet',
    location_description: 'Outside number 18',
    location_types: ['carriageway'],
    location_types_string: ['carriageway'],
    usrn: 8412007,
    street_name: 'TANNERY LANE',
    town: 'ELLERDALE',
    area: 'LOW WHARF',
    road_category: 4,
    works_coordinates: { type: 'Point', coordinates: [431880, 436120] },
    highway_authority: 'ELLERDALE COUNCIL',
    highway_authority_swa_code: '2845',
    promoter_organisation: 'NORTHBECK WATER',
    promoter_swa_code: '4312',
    workstream_prefix: '000',
    inspection_date: '2026-11-20T00:00:00.000Z',
    made_safe_by_ha: true,
    additional_details: 'The door hangs open',
    files: [],
  });
  expect(body(await api.as('ellerdale').get(`/works/${wrn}`), 200)).toMatchObject({
    work_status: 'section_81',
    section_81: { section_81_reference_number: reference, section_81_status: 'issued' },
  });
  expect(await given.events(wrn)).toEqual(['section_81_works_record_created', 'section_81_submitted']);
});

it('schedules an inspection where one is asked for', async () => {
  const { wrn } = await give({ reinspection_date: '2026-11-27T00:00:00.000Z' });
  expect((await api.as('ellerdale').get(`/works/${wrn}`)).body.inspections).toMatchObject([
    { inspection_status: 'scheduled', inspection_type: 'section_81', inspection_date: '2026-11-27T00:00:00.000Z' },
  ]);
});

it('takes no permit, ever', async () => {
  const { wrn } = await give();
  expect((await api.as('northbeck').post(`/works/${wrn}/permits`, permitBody())).status).toBe(412);
});

it('is acknowledged, accepted, and fixed; the last answer of the promoter stays', async () => {
  const { wrn, path } = await give();
  expect((await answer(path, 'acknowledged', 'northbeck')).status).toBe(204);
  expect((await answer(path, 'accepted', 'northbeck', { work_type: 'permit_works' })).status).toBe(204);
  expect((await answer(path, 'accepted_fixed', 'northbeck', { status_reason: 'New door' })).status).toBe(204);
  expect((await answer(path, 'resolved_by_ha', 'ellerdale', { status_reason: 'Seen' })).status).toBe(204);
  expect(await read(path)).toMatchObject({
    section_81_status: 'resolved_by_ha',
    section_81_work_type: 'permit_works',
    promoter_status: 'accepted_fixed',
    promoter_status_changed_date: START,
    promoter_response: 'New door',
  });
  expect(await answer(path, 'accepted', 'northbeck', { work_type: 'permit_works' })).toMatchObject({
    status: 412,
    body: { message: 'A section 81 with a status of resolved_by_ha can not be set to accepted' },
  });
  expect((await given.events(wrn)).slice(2)).toEqual([
    'section_81_acknowledged',
    'section_81_accepted',
    'section_81_accepted_fixed',
    'section_81_resolved_by_ha',
  ]);
});

it('is handed to another promoter once it was rejected, and starts anew there', async () => {
  const { wrn, path } = await give();
  const reassign = (organisation: string) =>
    api.as('ellerdale').put(`${path}/reassign-section-81`, { new_organisation_reference: organisation });
  expect((await reassign('4313')).status).toBe(412);
  await answer(path, 'rejected', 'northbeck', { status_reason: 'Not ours' });
  expect((await reassign('9999')).body.error.fields).toHaveProperty('new_organisation_reference');
  expect((await reassign('9107')).body.error.fields).toHaveProperty('new_organisation_reference');
  expect(await reassign('4312')).toMatchObject({
    status: 412,
    body: { message: 'A section 81 can only be reassigned to another organisation' },
  });
  expect((await reassign('4313')).status).toBe(204);
  const notice = await read(path, 'southgate');
  expect(notice).toMatchObject({ section_81_status: 'issued', promoter_organisation: 'SOUTHGATE GAS' });
  expect(notice).not.toHaveProperty('promoter_status');
  expect(notice).not.toHaveProperty('promoter_response');
  expect((await api.as('northbeck').get(path)).status).toBe(401);
  expect((await api.as('southgate').get(`/works/${wrn}`)).body.history[0]).toMatchObject({
    event: 'section_81_reassigned',
    details: 'Section 81 reassigned: from NORTHBECK WATER to SOUTHGATE GAS',
  });
});

it.each([
  ['the promoter', 'northbeck', 'cancelled'],
  ['the promoter', 'northbeck', 'resolved_by_ha'],
  ['the authority', 'ellerdale', 'accepted'],
  ['the authority', 'ellerdale', 'rejected'],
] as const)('keeps from %s (%s) the answer %s', async (_, who, status) => {
  const { path } = await give();
  expect(await answer(path, status, who)).toMatchObject({ status: 401, body: { message: 'Access restricted' } });
  expect(await read(path)).toMatchObject({ section_81_status: 'issued' });
});

it.each([
  ['rejected', 'northbeck', 'status_reason'],
  ['accepted', 'northbeck', 'work_type'],
  ['cancelled', 'ellerdale', 'status_reason'],
  ['issued', 'ellerdale', 'section_81_status'],
] as const)('asks with %s of %s for its %s', async (status, who, field) => {
  const { path } = await give();
  expect(Object.keys((await answer(path, status, who)).body.error.fields)).toEqual([field]);
});

it.each([
  ['other_type_details', { section_81_type: 'other' }],
  ['inspection_date', { inspection_date: '2026-11-21T00:00:00Z' }],
  ['reinspection_date', { reinspection_date: '2026-11-19T00:00:00Z' }],
  ['file_ids', { section_81_evidence: true }],
  ['location_types', { location_types: ['footway', 'footway'] }],
  ['promoter_swa_code', { promoter_swa_code: '9107' }],
])('is refused for its %s', async (field, more) => {
  const reply = await api.as('ellerdale').post('/section-81-works/section-81s', noticeBody(more));
  expect([reply.status, Object.keys(reply.body.error?.fields ?? {})]).toEqual([400, [field]]);
});

it('is another authority’s no business', async () => {
  const { path } = await give();
  expect((await api.as('marshfield').get(path)).status).toBe(401);
  expect((await answer(path, 'cancelled', 'marshfield', { status_reason: 'x' })).status).toBe(401);
  expect((await api.as('marshfield').post('/section-81-works/section-81s', noticeBody())).status).toBe(401);
  expect((await api.as('ellerdale').get(`${path}9`)).status).toBe(404);
});

it('is listed by status and severity', async () => {
  const { reference } = await give({ section_81_severity: 'low' });
  const { rows } = body<{ rows: Record<string, unknown>[] }>(
    await api.as('northbeck').get('/v3/reporting/section-81s?section_81_severity=low&section_81_status=issued'),
    200,
  );
  expect(rows.map((row) => row.section_81_reference_number)).toEqual([reference]);
});

it('is a JSON:API resource too', async () => {
  const { wrn, reference, path } = await give();
  const reply = await api.as('ellerdale').get(path, { Accept: 'application/vnd.api+json' });
  expect(reply.body.data).toMatchObject({
    type: 'section-81s',
    id: reference,
    relationships: { work: { data: { type: 'works', id: wrn } }, linked_permit: { data: null } },
  });
});
