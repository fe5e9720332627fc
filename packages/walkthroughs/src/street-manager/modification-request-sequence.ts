import type { Api } from '../walkthrough';
import { alter, assessAlteration, permitHas } from './alterations';
import { assess, type AssessmentCall } from './assessments';
import { planner, today } from './demo';
import { put } from './requests';
import { refusedByState } from './refusals';
import { beginToday, createWork, workPath } from './works';

const answer = { proposed_end_date: '2026-12-11T00:00:00.000Z' };

/** A permit modification request from the application to the final assessment, the permit assessed by this call. */
export async function modificationRequestSequence(api: Api, by: AssessmentCall): Promise<void> {
  await beginToday(api);
  const work = await createWork(api);

  api.step('Modification request (Highway Authority)');
  const requested = {
    work: 'planned',
    permit: 'permit_modification_request',
    more: { ever_modification_requested: true },
  };
  const details = { pending_change_details: 'Please finish within the week' };
  await assess(api, work, { decision: 'permit_modification_request', ...details }, requested, by);

  api.step('Create permit alteration (Promoter)');
  const alteration = await alter(api, work, {
    change: answer,
    reason: 'As requested',
    expected: {
      alteration_type: 'MODIFIED_PERMIT',
      alteration_status: 'submitted',
      permit_status: 'permit_modification_request',
    },
  });
  await permitHas(api, work, { proposed_end_date: '2026-12-14T00:00:00.000Z' });

  api.step('Assess the alteration (Highway Authority): granted, the permit is updated with the altered values');
  await assessAlteration(api, alteration, { alteration_status: 'granted', assessment_discount: 0 });
  await permitHas(api, work, { ...answer, permit_status: 'permit_modification_request' });

  api.step('The work can not be started until the final assessment');
  await refusedByState(api, put(planner, `${workPath(work)}/start`, { actual_start_date: today }));

  api.step('Approve or reject the permit (Highway Authority)');
  const approved = { work: 'planned', permit: 'granted', more: { ...answer, assessment_status: 'granted' } };
  await assess(api, work, { decision: 'granted', assessment_discount: 30 }, approved, by);
}
