import type { Api } from '../walkthrough';
import { permitContent, workLocation } from './application';
import { bodyOf, type Shown } from './body';
import { onSite, planner, today } from './demo';
import { post, put, shown, shows } from './requests';

/** A work, and the permit of it that the sequence is about. */
export interface Work {
  wrn: string;
  prn: string;
}

/** What a work and its permit are to show when they are read back. */
export interface WorkShown {
  work: string;
  permit: string;
  /** Further members of the permit. */
  more?: Shown;
}

export const workPath = ({ wrn }: Pick<Work, 'wrn'>): string => `/works/${wrn}`;
export const permitPath = (work: Work): string => `${workPath(work)}/permits/${work.prn}`;

/** Reads the work and its permit back as their promoter and checks both. Gives what they show in few words. */
export async function workShows(
  api: Api,
  work: Work,
  { work: workStatus, permit, more = {} }: WorkShown,
): Promise<string> {
  const record = await shown(api, planner, workPath(work));
  shows(api, 'the work', record, { work_status: workStatus });
  const shownPermit = await shown(api, planner, permitPath(work));
  shows(api, 'the permit', shownPermit, { permit_status: permit, ...more });
  return `work ${workStatus}, permit ${permit}`;
}

/** Every sequence begins on the same day, for a permit's category and its deadlines depend on it. */
export async function beginToday(api: Api): Promise<void> {
  api.step('Given: a Friday in November');
  await api.moveClock({ now: today, frozen: true });
}

/** The first step of every sequence: a work, which in turn creates a permit application. */
export async function createWork(
  api: Api,
  content: object = {},
  permit: Shown = { work_category: 'standard' },
): Promise<Work> {
  api.step('Create a work record (Planner)');
  const workstream = { workstream_prefix: '001' };
  const call = post(planner, '/works', { ...workLocation, ...workstream, ...permitContent, ...content });
  const reply = await api.send(call, {
    status: 201,
    leadsTo: (created) =>
      workShows(api, referencesOf(bodyOf(created)), { work: 'planned', permit: 'submitted', more: permit }),
  });
  const work = referencesOf(bodyOf(reply));
  api.holds('reference of the first permit', work.prn, `${work.wrn}-01`);
  return work;
}

const referencesOf = ({ work_reference_number, permit_reference_number }: Shown): Work => ({
  wrn: String(work_reference_number),
  prn: String(permit_reference_number),
});

/** The crew arrives in the morning of the first day. */
export async function startWork(api: Api, work: Work, permit = 'granted'): Promise<void> {
  api.step('Start the work (Planner)');
  await api.moveClock({ now: onSite, frozen: true });
  await api.send(put(planner, `${workPath(work)}/start`, { actual_start_date: onSite }), {
    status: 204,
    leadsTo: () => workShows(api, work, { work: 'in_progress', permit, more: { actual_start_date: onSite } }),
  });
}
