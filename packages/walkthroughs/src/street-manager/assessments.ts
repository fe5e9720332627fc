import type { Api } from '../walkthrough';
import { officer } from './demo';
import { permitPath, type Work, workShows, type WorkShown } from './works';
import { put } from './requests';

/**
 * The two calls that assess: `/status`, which the page prints, and `/assessment`, which the contract has. Their bodies
 * differ in the name of the decision.
 */
export const assessmentCalls = { status: 'permit_status', assessment: 'assessment_status' } as const;

export type AssessmentCall = keyof typeof assessmentCalls;

/** A decision of the authority, and what it needs. */
export interface Assessment {
  decision: 'granted' | 'refused' | 'permit_modification_request' | 'revoked';
  [member: string]: unknown;
}

/** The authority assesses a permit; 204 without a body. */
export async function assess(
  api: Api,
  work: Work,
  { decision, ...more }: Assessment,
  expected: WorkShown,
  by: AssessmentCall = 'status',
): Promise<void> {
  const body = { [assessmentCalls[by]]: decision, ...more };
  await api.send(put(officer, `${permitPath(work)}/${by}`, body), {
    status: 204,
    leadsTo: () => workShows(api, work, expected),
  });
}

/** The step of most sequences. */
export async function approve(api: Api, work: Work, by?: AssessmentCall): Promise<void> {
  api.step('Approve the permit (Highway Authority)');
  const granted = {
    work: 'planned',
    permit: 'granted',
    more: { assessment_status: 'granted', assessment_discount: 30 },
  };
  await assess(api, work, { decision: 'granted', assessment_discount: 30 }, granted, by);
}
