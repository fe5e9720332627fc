import type { Walkthrough } from '../walkthrough';
import { permitContent } from './application';
import { assess } from './assessments';
import { bodyOf } from './body';
import { planner } from './demo';
import { sequencing } from './document';
import { refusedByState } from './refusals';
import { post } from './requests';
import { beginToday, createWork, permitPath, workPath, workShows } from './works';

/** More than ten working days, three months ahead. */
const spring = { proposed_start_date: '2027-03-01T00:00:00.000Z', proposed_end_date: '2027-03-26T00:00:00.000Z' };

export const paaToMajorPermit: Walkthrough = {
  name: 'paa-to-major-permit',
  title: 'Provisional advance authorisation, progressed to a major permit',
  document: sequencing,

  async play(api) {
    await beginToday(api);
    const paa = await createWork(api, spring, { work_category: 'paa' });

    api.step('Approve the provisional advance authorisation (Highway Authority)');
    await assess(api, paa, { decision: 'granted', assessment_discount: 0 }, { work: 'planned', permit: 'granted' });

    api.step('It can not be altered');
    const change = { ...permitContent, ...spring, excavation: false, permit_alteration_reason: 'No digging' };
    await refusedByState(api, post(planner, `${permitPath(paa)}/alterations`, change));

    api.step('Apply for the major permit (Planner)');
    const major = { ...paa, prn: `${paa.wrn}-02` };
    const submitted = { work: 'planned', permit: 'submitted', more: { work_category: 'major' } };
    const reply = await api.send(post(planner, `${workPath(paa)}/permits`, { ...permitContent, ...spring }), {
      status: 201,
      leadsTo: () => workShows(api, major, submitted),
    });
    api.holds('reference of the major permit', bodyOf(reply)['permit_reference_number'], major.prn);
    await workShows(api, paa, { work: 'planned', permit: 'progressed', more: { assessment_status: 'granted' } });

    api.step('Approve the permit (Highway Authority)');
    const granted = { work: 'planned', permit: 'granted', more: { work_category: 'major' } };
    await assess(api, major, { decision: 'granted', assessment_discount: 0 }, granted);
  },
};
