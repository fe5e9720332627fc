import type { Call, Caller } from '../client';
import type { Api } from '../walkthrough';
import { bodyOf, type Shown } from './body';
import { officer, planner } from './demo';
import { post, put, shown, shows } from './requests';
import { type Work, workPath } from './works';

/** A fixed penalty notice of a work. */
export interface Notice extends Work {
  fpn: string;
}

const offence = {
  offence_code: 'offence_code_09',
  offence_date: '2026-11-20T09:00:00.000Z',
  offence_details: 'Working outside the permitted hours',
  authorised_officer: 'J Okoro',
  officer_contact_details: '01632960170',
  officer_address: 'Civic Yard, Ellerdale',
  representations_contact: 'Streetworks team',
  representations_contact_address: 'Civic Yard, Ellerdale',
  payment_methods: ['bank_transfer', 'card_payment'],
  fpn_evidence: false,
};

const noticePath = (notice: Notice): string => `${workPath(notice)}/fixed-penalty-notices/${notice.fpn}`;

/** The authority gives a notice to the promoter of the work. */
export async function createNotice(api: Api, work: Work, more: Shown = {}): Promise<Notice> {
  const body = { ...offence, permit_reference_number: work.prn, ...more };
  const noticeOf = (created: Shown): Notice => ({ ...work, fpn: String(created['fpn_reference_number']) });
  const reply = await api.send(post(officer, `${workPath(work)}/fixed-penalty-notices`, body), {
    status: 201,
    leadsTo: (created) => noticeShows(api, noticeOf(bodyOf(created)), { fpn_status: 'issued' }),
  });
  return noticeOf(bodyOf(reply));
}

/** Reads the notice back and checks it. Gives what it shows in few words. */
export async function noticeShows(api: Api, notice: Notice, expected: Shown): Promise<string> {
  const record = await shown(api, officer, noticePath(notice));
  shows(api, 'the notice', record, expected);
  return `${notice.fpn} ${String(record['fpn_status'])}`;
}

/** The call by which both sides change the status of a notice. */
export const statusCall = (as: Caller, notice: Notice, fpn_status: string, status_reason?: string): Call =>
  put(as, `${noticePath(notice)}/status`, { fpn_status, ...(status_reason !== undefined && { status_reason }) });

const setStatus = (as: Caller) => (api: Api, notice: Notice, fpn_status: string, reason?: string) =>
  api.send(statusCall(as, notice, fpn_status, reason), {
    status: 204,
    leadsTo: () => noticeShows(api, notice, { fpn_status }),
  });

/** The promoter accepts a notice, or disputes it for a reason. */
export const answerNotice = setStatus(planner);

/** The authority records how a notice was resolved. */
export const resolveNotice = setStatus(officer);
