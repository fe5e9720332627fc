import type { Api, Walkthrough } from '../walkthrough';
import { approve } from './assessments';
import { firstDay, officer, planner } from './demo';
import { sequencing } from './document';
import { listed } from './listed';
import { answerNotice, createNotice } from './notices';
import { createSite, reinstate, reinstatement } from './site-steps';
import { beginToday, createWork, startWork, type Work } from './works';

const holes = { ...reinstatement, number_of_holes: 2, reinstatement_date: firstDay };

export const reports: Walkthrough = {
  name: 'reports',
  title: 'Data retrieval alongside: permits awaiting assessment, expiring interim reinstatements, disputed notices',
  document: sequencing,

  async play(api) {
    await beginToday(api);
    const work = await createWork(api);

    api.step('Permits awaiting assessment: GET /permits?status=submitted');
    api.holds('permits of the work that await assessment', await awaiting(api, work), [work.prn]);
    await approve(api, work);
    api.step('An assessed permit awaits nothing');
    api.holds('permits of the work that await assessment', await awaiting(api, work), []);

    await startWork(api, work);
    api.step('Create a site, and reinstate it once more (Planner)');
    const site = await createSite(api, work, { ...holes, reinstatement_type: 'bar_holes' }, { site_status: 'interim' });
    await reinstate(api, work, site, { ...holes, number_of_holes: 3 }, { site_status: 'interim', number_of_holes: 3 });

    api.step('Expiring interim reinstatements: GET /reinstatements?status=interim&latest_reinstatements_only=true');
    const path = '/reinstatements?status=interim&latest_reinstatements_only=true';
    const latest = await listed(api, planner, path, work.wrn, { reinstatement_status: 'interim' });
    api.holds(
      'sites of the work',
      latest.map(({ site_number }) => site_number),
      [site],
    );

    api.step('Create a fixed penalty notice (Highway Authority), dispute it (Planner)');
    const notice = await createNotice(api, work);
    await answerNotice(api, notice, 'disputed', 'The condition did not hold on Mondays');

    api.step('Disputed FPNs: GET /fixed-penalty-notices?status=disputed');
    const notices = await listed(api, officer, '/fixed-penalty-notices?status=disputed', work.wrn, {
      status: 'disputed',
    });
    api.holds(
      'notices of the work',
      notices.map(({ fpn_reference_number }) => fpn_reference_number),
      [notice.fpn],
    );
  },
};

/** The references of the work's permits that the authority finds among those awaiting assessment. */
async function awaiting(api: Api, { wrn }: Work): Promise<unknown[]> {
  const rows = await listed(api, officer, '/permits?status=submitted', wrn, {});
  return rows.map(({ permit_reference_number }) => permit_reference_number);
}
