import { query } from '@switchyard/db';
import { call } from '@switchyard/testing';
import type { Given, GivenWork } from '../given';
import { body, formOf } from '../given';
import type { TestApi, Who } from '../street-manager';
import * as bodies from './bodies';
import { filledBody } from './fill';
import { login } from './login';

/** What a request refers to, by the names of the contract's path parameters. */
export type References = Readonly<Record<string, string>>;

type Make = (given: Given, api: TestApi) => Promise<References>;

const refer = ({ wrn, prn }: GivenWork): References => ({ workReferenceNumber: wrn, permitReferenceNumber: prn });

/** Creates something by its call, and gives the members of the reply. */
async function made(api: TestApi, who: Who, path: string, request: object, references: References = {}) {
  return body<Record<string, string>>(await api.as(who).post(path, filledBody(request, references)), 201);
}

/** The states in which the examples of the operations can be carried out, each made by the calls of a client. */
export const situations = {
  nothing: () => Promise.resolve({}),
  submitted: async (given) => refer(await given.work()),
  granted: async (given) => refer(await given.grantedWork()),
  started: async (given) => refer(await given.startedWork()),
  stopped: async (given, api) => {
    const work = await given.startedWork();
    const stop = { actual_stop_date: api.clock().now().toISOString() };
    body(await api.as('northbeck').put(`/works/${work.wrn}/stop`, stop), 204);
    return refer(work);
  },
  altered: async (given) => {
    const { crn, ...work } = await given.alteration(await given.grantedWork(), {
      proposed_end_date: '2026-12-16T00:00:00.000Z',
    });
    return { ...refer(work), permitAlterationReferenceNumber: crn };
  },
  consulted: async (given) =>
    refer(await given.work({ promoter_swa_code: '7374', hs2_in_act_limits: true, permit_conditions: [] }, 'railway')),
  dug: async (given) => {
    const work = await given.startedWork();
    return { ...refer(work), siteNumber: String(await given.site(work)) };
  },
  inspected: async (given) => {
    const work = await given.startedWork();
    return { ...refer(work), inspectionReferenceNumber: await given.inspection(work) };
  },
  scheduled: async (given, api) => {
    const work = await given.work();
    const path = `/works/${work.wrn}/scheduled-inspections`;
    body(await api.as('ellerdale').post(path, bodies.scheduledInspectionBody), 201);
    return refer(work);
  },
  fined: async (given) => {
    const work = await given.work();
    return { ...refer(work), fpnReferenceNumber: await given.fpn(work) };
  },
  commented: async (given, api) => {
    const work = await given.work();
    const comment = { detail: 'When do you open the lane?', topic: 'GENERAL' };
    const { comment_reference_number } = await made(api, 'ellerdale', `/works/${work.wrn}/comments`, comment);
    return { ...refer(work), commentReferenceNumber: comment_reference_number! };
  },
  commentedByPromoter: async (given, api) => {
    const work = await given.work();
    const comment = { detail: 'Why is the lane closed?', topic: 'GENERAL' };
    const { comment_reference_number } = await made(api, 'northbeck', `/works/${work.wrn}/comments`, comment);
    return { ...refer(work), commentReferenceNumber: comment_reference_number! };
  },
  overrun: async (given, api) => {
    const work = await given.startedWork();
    const path = `/works/${work.wrn}/section-74s`;
    const warned = await made(api, 'ellerdale', path, bodies.section74Body, refer(work));
    return { ...refer(work), section74ReferenceNumber: warned.section_74_reference_number! };
  },
  defect: (_, api) => defect(api),
  defectCancelled: async (_, api) => {
    const references = await defect(api);
    const { workReferenceNumber, section81ReferenceNumber } = references;
    const path = `/works/${workReferenceNumber}/section-81s/${section81ReferenceNumber}/status`;
    const cancelled = { section_81_status: 'cancelled', status_reason: 'Another promoter\u2019s cabinet' };
    body(await api.as('ellerdale').put(path, cancelled), 204);
    return references;
  },
  defectAndPermit: async (given, api) => {
    const { section81ReferenceNumber } = await defect(api);
    return { ...refer(await given.work()), section81ReferenceNumber: section81ReferenceNumber! };
  },
  linkedDefect: async (given, api) => {
    const { section81ReferenceNumber: reference } = await defect(api);
    const work = await given.work();
    const link = { section_81_reference_number: reference };
    await made(api, 'northbeck', `/works/${work.wrn}/permits/${work.prn}/link-section-81`, link);
    return { ...refer(work), section81ReferenceNumber: reference! };
  },
  plan: async (_, api) => {
    const raised = await made(api, 'northbeck', '/forward-plans', bodies.planBody);
    return {
      workReferenceNumber: raised.work_reference_number!,
      forwardPlanReferenceNumber: raised.forward_plan_reference_number!,
    };
  },
  activity: async (_, api) => {
    const { activity_reference_number } = await made(api, 'ellerdale', '/activity', bodies.activityBody);
    return { activityReferenceNumber: activity_reference_number! };
  },
  file: async (given) => ({ fileId: String(await given.file()) }),
  authorityFile: async (given) => ({ fileId: String(await given.file('plan.pdf', 'ellerdale')) }),
  workAndFile: async (given) => ({ ...refer(await given.work()), fileId: String(await given.file()) }),
  workAndAuthorityFile: async (given) => ({
    ...refer(await given.work()),
    fileId: String(await given.file('plan.pdf', 'ellerdale')),
  }),
  area: async (_, api) => {
    const form = formOf('Low Wharf.csv', Buffer.from('8412007\r\n'));
    const reply = await api.as('ellerdale').post('/geographical-areas', form);
    const created = body<Record<string, string>>(reply, 201);
    return { geographicalAreaReferenceNumber: created.geographical_area_reference_number! };
  },
  noTarget: async (_, api) => {
    await withoutTargets(api);
    return {};
  },
  target: async (_, api) => {
    await withoutTargets(api);
    const agreed = await made(api, 'ellerdale', '/sample-inspection-targets', bodies.targetBody);
    return { sampleInspectionTargetReferenceNumber: agreed.sample_inspection_target_reference_number! };
  },
  noExport: async (_, api) => {
    await withoutExports(api);
    return {};
  },
  export: (_, api) => readyExport(api, 'planner@northbeck.example'),
  authorityExport: (_, api) => readyExport(api, 'officer@ellerdale.example'),
  contractorExport: (_, api) => readyExport(api, 'contractor@copperline.example'),
  street: () => Promise.resolve({ usrn: '8412007' }),
  organisation: () => Promise.resolve({ organisationReference: '4312', workstreamPrefix: '002' }),
  user: () => Promise.resolve({ email: 'planner@northbeck.example' }),
  unlocked: async (_, api) => {
    await withoutFailures(api);
    return {};
  },
  session: async (_, api) => {
    await withoutFailures(api);
    const reply = await call(`${api.url()}/v3/work/authenticate`, 'POST', {
      headers: { 'Content-Type': 'application/json' },
      body: login,
    });
    return body<Record<string, string>>(reply, 200);
  },
} satisfies Record<string, Make>;

export type Situation = keyof typeof situations;

/** Makes a situation; gives what a request in it refers to. */
export const inSituation = (name: Situation, given: Given, api: TestApi): Promise<References> =>
  (situations[name] as Make)(given, api);

async function defect(api: TestApi): Promise<References> {
  const given = await made(api, 'ellerdale', '/section-81-works/section-81s', bodies.section81Body);
  return {
    workReferenceNumber: given.work_reference_number!,
    section81ReferenceNumber: given.section_81_reference_number!,
  };
}

/** Five failures lock an account for five minutes. */
const withoutFailures = (api: TestApi): Promise<void> =>
  api.db().transaction(async (tx) => tx.send(query.raw('truncate failed_login')));

/** A promoter has one target at a time. */
const withoutTargets = (api: TestApi): Promise<void> =>
  api.db().transaction(async (tx) => tx.send(query.raw('truncate sample_target cascade')));

/** A user has one export in the queue at a time. */
const withoutExports = (api: TestApi): Promise<void> =>
  api.db().transaction(async (tx) => tx.send(query.raw('truncate csv_export cascade')));

async function readyExport(api: TestApi, username: string): Promise<References> {
  const ready = query.raw(
    `insert into csv_export (filename, status, username, date_created, kind, request, caller)
     values ('PA.csv', 'ready', ?, ?, '/permits/csv', '{}', '{}') returning id`,
    [username, api.clock().now()],
  );
  const [made] = await api.db().transaction((tx) => tx.rows<{ id: number }>(ready));
  return { csvId: String(made!.id) };
}
