import type { Api, Walkthrough } from '../walkthrough';
import { permitContent } from './application';
import { approve } from './assessments';
import { bodyOf } from './body';
import { firstDay, planner } from './demo';
import { sequencing } from './document';
import { refusedByState } from './refusals';
import { post, put } from './requests';
import { createSite, reinstate, reinstatement, reinstatementCall } from './site-steps';
import { beginToday, createWork, startWork, type Work, workPath, workShows } from './works';

const excavation = { ...reinstatement, depth: 0.9, length: 12.5, width: 0.6, final_reinstatement: false };

/** When the crew comes back to reinstate for good, under a permit of its own. */
const january = '2027-01-11T00:00:00.000Z';
const back = '2027-01-11T09:00:00.000Z';

export const sitesAndReinstatements: Walkthrough = {
  name: 'sites-and-reinstatements',
  title: 'Sites and reinstatements: interim, then permanent under a later permit',
  document: sequencing,

  async play(api) {
    await beginToday(api);
    const work = await createWork(api);
    await approve(api, work);
    await startWork(api, work);

    api.step('Create a site (Planner)');
    const interim = { ...excavation, reinstatement_type: 'excavation', reinstatement_date: firstDay };
    const first = { site_status: 'interim', permit_reference_number: work.prn, completed_date: firstDay };
    const site = await createSite(api, work, interim, first);

    api.step('A reinstatement is made permanent under a later permit only');
    const permanent = { ...excavation, reinstatement_status: 'permanent', final_reinstatement: true };
    await refusedByState(api, reinstatementCall(work, site, { ...permanent, reinstatement_date: firstDay }));

    const later = await laterPermit(api, work);
    await comeBack(api, later);

    api.step('Add a reinstatement to the site (Planner)');
    await reinstate(
      api,
      later,
      site,
      { ...permanent, reinstatement_date: january },
      {
        site_status: 'permanent',
        reinstatement_type: 'excavation',
        permit_reference_number: later.prn,
        completed_date: january,
      },
    );
  },
};

/** The first permit is closed by the stop of the works; then a further one is applied for and granted. */
async function laterPermit(api: Api, work: Work): Promise<Work> {
  api.step('Stop the work, and apply for the permit of the permanent reinstatement (Planner)');
  const stopped = '2026-12-14T15:00:00.000Z';
  await api.moveClock({ now: stopped, frozen: true });
  await api.send(put(planner, `${workPath(work)}/stop`, { actual_stop_date: stopped }), {
    status: 204,
    leadsTo: () => workShows(api, work, { work: 'completed', permit: 'closed' }),
  });
  const body = {
    ...permitContent,
    activity_type: 'permanent_reinstatement',
    proposed_start_date: january,
    proposed_end_date: '2027-01-15T00:00:00.000Z',
  };
  const reply = await api.send(post(planner, `${workPath(work)}/permits`, body), {
    status: 201,
    leadsTo: () => workShows(api, { ...work, prn: `${work.wrn}-02` }, { work: 'planned', permit: 'submitted' }),
  });
  const later = { ...work, prn: String(bodyOf(reply)['permit_reference_number']) };
  await approve(api, later);
  return later;
}

async function comeBack(api: Api, work: Work): Promise<void> {
  api.step('Start the work again (Planner)');
  await api.moveClock({ now: back, frozen: true });
  await api.send(put(planner, `${workPath(work)}/start`, { actual_start_date: back }), {
    status: 204,
    leadsTo: () => workShows(api, work, { work: 'in_progress', permit: 'granted' }),
  });
}
