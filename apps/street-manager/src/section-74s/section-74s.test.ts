import { body } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const warningBody = (prn: string, more: object = {}) => ({
  permit_reference_number: prn,
  location_description: 'Outside number 18',
  location_types: ['carriageway'],
  inspection_date: '2026-11-20T00:00:00.000Z',
  overrun_warning_reasons: ['open_excavation'],
  overrun_warning_details: 'The trench is open',
  officer_name: 'J Okoro',
  officer_contact_details: '01632960170',
  schedule_follow_up_inspection: false,
  section_74_evidence: false,
  ...more,
});
const warn = async (more: object = {}) => {
  const { wrn, prn } = await given.startedWork();
  const reply = await api.as('ellerdale').post(`/works/${wrn}/section-74s`, warningBody(prn, more));
  const { section_74_reference_number: reference } = body<Record<string, string>>(reply, 201);
  return { wrn, prn, reference, path: `/works/${wrn}/section-74s/${reference}` };
};
const step = (path: string, status: string, more: object = {}, who: Who = 'finance') =>
  api.as(who).put(`${path}/highway-authority-status`, { status, ...more });
const read = async (path: string, who: Who = 'northbeck') => body(await api.as(who).get(path), 200);

it('warns that works overrun', async () => {
  const { wrn, prn, reference, path } = await warn();
  expect(reference).toBe(`${wrn}-S74-01`);
  expect(await read(path)).toEqual({
    section_74_reference_number: reference,
    permit_reference_number: prn,
    date_created: api.clock().now().toISOString(),
    ha_status: 'warning_issued',
    ha_status_string: 'warning_issued',
    location_description: 'Outside number 18',
    location_types: ['carriageway'],
    location_types_string: ['carriageway'],
    inspection_date: '2026-11-20T00:00:00.000Z',
    overrun_warning_reasons: ['open_excavation'],
    overrun_warning_reasons_string: ['open_excavation'],
    overrun_warning_details: 'The trench is open',
    officer_name: 'J Okoro',
    officer_contact_details: '01632960170',
    section_74_evidence: false,
    files: [],
  });
  expect((await given.events(wrn)).at(-1)).toBe('section_74_warning_issued');
});

it('says everything that the request alone decides at once, before its work is looked for', async () => {
  const more = { officer_name: null, inspection_date: '2026-11-25T00:00:00.000Z', section_74_evidence: true };
  const reply = await api.as('ellerdale').post('/works/NOTHING/section-74s', warningBody('NOTHING-01', more));
  expect(reply.status).toBe(400);
  expect(Object.keys(reply.body.error.fields).sort()).toEqual(['file_ids', 'inspection_date', 'officer_name']);
});

it('schedules the inspection that follows it up', async () => {
  const { wrn } = await warn({ schedule_follow_up_inspection: true, reinspection_date: '2026-11-23T00:00:00.000Z' });
  expect((await api.as('ellerdale').get(`/works/${wrn}`)).body.inspections).toMatchObject([
    { inspection_status: 'scheduled', inspection_category: 'site_occupancy' },
  ]);
});

it('goes from the end of charges to an invoice that is resolved; amounts are for who deals with them', async () => {
  const { wrn, path } = await warn();
  const draft = { number_of_days_overrun: 2, draft_invoice_amount: 500.5, draft_invoice_reference: 'D-1' };
  expect((await step(path, 'charges_ended', { site_cleared_date: '2026-11-20T00:00:00Z' }, 'ellerdale')).status).toBe(
    204,
  );
  expect((await step(path, 'draft_invoice_issued', draft, 'ellerdale')).status).toBe(401);
  expect((await step(path, 'draft_invoice_issued', draft)).status).toBe(204);
  expect(await read(path, 'finance')).toMatchObject({ draft_invoice_amount: 500.5, draft_invoice_reference: 'D-1' });
  for (const who of ['ellerdale', 'northbeck'] as const)
    expect(await read(path, who)).not.toHaveProperty('draft_invoice_amount');
  const final = { number_of_days_overrun: 1, final_agreed_amount: 250, invoice_reference: 'I-1' };
  expect((await step(path, 'resolved', final)).status).toBe(204);
  expect(await read(path, 'finance')).toMatchObject({
    ha_status: 'resolved',
    final_agreed_amount: 250,
    invoice_reference: 'I-1',
    ha_response_number_of_days_overrun: 1,
    site_cleared_date: '2026-11-20T00:00:00.000Z',
    latest_ha_response_date: api.clock().now().toISOString(),
  });
  expect(await step(path, 'withdrawn', { additional_details: 'x' })).toMatchObject({
    status: 412,
    body: { message: 'A section 74 with a status of resolved can not be set to withdrawn' },
  });
  expect((await given.events(wrn)).slice(-3)).toEqual([
    'section_74_charges_ended',
    'section_74_draft_invoice_issued',
    'section_74_resolved',
  ]);
});

it.each([
  ['site_cleared_date', 'charges_ended', {}],
  ['additional_details', 'withdrawn', {}],
  ['reason_for_dispute', 'warning_disputed', {}],
  ['number_of_days_overrun', 'draft_invoice_issued', { draft_invoice_amount: 5 }],
  ['draft_invoice_amount', 'draft_invoice_issued', { number_of_days_overrun: 1, draft_invoice_amount: 1.005 }],
  ['final_agreed_amount', 'resolved', { number_of_days_overrun: 1 }],
  ['status', 'nonsense', {}],
])('asks for %s with %s', async (field, status, more) => {
  const { path } = await warn();
  const reply = await step(path, status, more);
  expect([reply.status, Object.keys(reply.body.error?.fields ?? {})]).toEqual([400, [field]]);
});

it.each([
  ['permit_reference_number', { permit_reference_number: 'NB00100000000-01' }],
  ['inspection_date', { inspection_date: '2026-11-21T00:00:00Z' }],
  ['overrun_warning_reasons', { overrun_warning_reasons: ['open_excavation', 'open_excavation'] }],
  ['reinspection_date', { schedule_follow_up_inspection: true }],
  ['file_ids', { section_74_evidence: true }],
])('is refused for its %s', async (field, more) => {
  const { wrn, prn } = await given.startedWork();
  const reply = await api.as('ellerdale').post(`/works/${wrn}/section-74s`, warningBody(prn, more));
  expect([reply.status, Object.keys(reply.body.error?.fields ?? {})]).toEqual([400, [field]]);
});

it('is the work’s authority’s to give and to lead', async () => {
  const { wrn, prn, path } = await warn();
  for (const who of ['marshfield', 'northbeck'] as const) {
    expect((await api.as(who).post(`/works/${wrn}/section-74s`, warningBody(prn))).status).toBe(401);
    expect((await step(path, 'warning_disputed', { reason_for_dispute: 'x' }, who)).status).toBe(401);
  }
  expect((await step(`${path}9`, 'warning_disputed', { reason_for_dispute: 'x' })).status).toBe(404);
  expect((await step(path, 'warning_issued')).status).toBe(412);
});

it('is a JSON:API resource too', async () => {
  const { prn, reference, path } = await warn();
  const reply = await api.as('ellerdale').get(path, { Accept: 'application/vnd.api+json' });
  expect(reply.body.data).toMatchObject({
    type: 'section-74s',
    id: reference,
    relationships: { permit: { data: { type: 'permits', id: prn } } },
  });
});
