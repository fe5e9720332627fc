import type { Caller } from '../client';
import type { Api } from '../walkthrough';
import { permitContent, type PermitContent } from './application';
import { bodyOf, type Shown } from './body';
import { officer, planner } from './demo';
import { post, put, shown, shows } from './requests';
import { permitPath, type Work } from './works';

export interface Alteration extends Work {
  crn: string;
}

interface Request {
  as?: Caller;
  change: Partial<PermitContent>;
  reason: string;
  /** What the alteration is to show. */
  expected: Shown;
}

const alterationPath = (alteration: Alteration): string => `${permitPath(alteration)}/alterations/${alteration.crn}`;

/** Sends all fields of the original permit with the changes included; the service says what kind of alteration it is. */
export async function alter(
  api: Api,
  work: Work,
  { as = planner, change, reason, expected }: Request,
): Promise<Alteration> {
  const body = { ...permitContent, ...change, permit_alteration_reason: reason };
  const referenceOf = (created: Shown): Alteration => ({
    ...work,
    crn: String(created['permit_alteration_reference_number']),
  });
  const reply = await api.send(post(as, `${permitPath(work)}/alterations`, body), {
    status: 201,
    leadsTo: (created) => alterationShows(api, referenceOf(bodyOf(created)), expected),
  });
  return referenceOf(bodyOf(reply));
}

/** Reads the alteration back and checks it. Gives what it shows in few words. */
export async function alterationShows(api: Api, alteration: Alteration, expected: Shown): Promise<string> {
  const record = await shown(api, planner, alterationPath(alteration));
  shows(api, 'the alteration', record, expected);
  return `${String(record['alteration_type'])} ${String(record['alteration_status'])}`;
}

/** Reads the permit of the alteration back. */
export async function permitHas(api: Api, work: Work, expected: Shown): Promise<void> {
  shows(api, 'the permit', await shown(api, planner, permitPath(work)), expected);
}

/** The authority assesses the alteration; 204 without a body. */
export async function assessAlteration(api: Api, alteration: Alteration, assessment: Shown): Promise<void> {
  const { alteration_status } = assessment;
  await api.send(put(officer, `${alterationPath(alteration)}/status`, assessment), {
    status: 204,
    leadsTo: () => alterationShows(api, alteration, { alteration_status }),
  });
}
