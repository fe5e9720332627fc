import type { Walkthrough } from '../walkthrough';
import { workLocation } from './application';
import { bodyOf, type Shown } from './body';
import { planner, today } from './demo';
import { sequencing } from './document';
import { post, shown, shows } from './requests';
import { reinstate, reinstatement, siteShows } from './site-steps';
import { beginToday, workPath } from './works';

const holes = { ...reinstatement, number_of_holes: 4, reinstatement_date: today };

export const nonNotifiableReinstatement: Walkthrough = {
  name: 'non-notifiable-reinstatement',
  title: 'Sites and reinstatements: as part of a non-notifiable work record',
  document: sequencing,

  async play(api) {
    await beginToday(api);

    api.step('Create a non-notifiable work record with its site (Planner)');
    const placed = (created: Shown) => ({ wrn: String(created['work_reference_number']) });
    const call = post(planner, '/non-notifiable-works/sites', {
      ...workLocation,
      ...holes,
      reinstatement_type: 'core_holes',
    });
    const reply = await api.send(call, {
      status: 201,
      leadsTo: (created) => siteShows(api, placed(bodyOf(created)), 1, { site_status: 'interim', number_of_holes: 4 }),
    });
    const work = placed(bodyOf(reply));
    api.holds('number of the first site', bodyOf(reply)['site_number'], 1);
    const record = await shown(api, planner, workPath(work));
    shows(api, 'the work', record, { work_status: 'non_notifiable', permits: [], workstream_prefix: '000' });

    api.step('Add a reinstatement, which inherits the type of the site (Planner)');
    await reinstate(
      api,
      work,
      1,
      { ...holes, number_of_holes: 5 },
      {
        site_status: 'interim',
        reinstatement_type: 'core_holes',
        number_of_holes: 5,
      },
    );
  },
};
