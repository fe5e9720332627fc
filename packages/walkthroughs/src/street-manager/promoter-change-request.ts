import type { Walkthrough } from '../walkthrough';
import { alter, assessAlteration, permitHas } from './alterations';
import { approve } from './assessments';
import { lastDay } from './demo';
import { sequencing } from './document';
import { beginToday, createWork } from './works';

const waits = { alteration_type: 'PROMOTER_CHANGE_REQUEST', alteration_status: 'submitted' };

export const promoterChangeRequest: Walkthrough = {
  name: 'promoter-change-request',
  title: 'Promoter change request: one refused, one granted',
  document: sequencing,

  async play(api) {
    await beginToday(api);
    const work = await createWork(api);
    await approve(api, work);

    api.step('Request a change (Planner)');
    const change = { proposed_end_date: '2026-12-16T00:00:00.000Z' };
    const refused = await alter(api, work, { change, reason: 'A longer trench', expected: waits });

    api.step('Assess the alteration (Highway Authority): refused, the permit stays as it is');
    await assessAlteration(api, refused, {
      alteration_status: 'refused',
      assessment_comments: 'A market is on the 16th',
    });
    await permitHas(api, work, { permit_status: 'granted', proposed_end_date: lastDay });

    api.step('Request a change (Planner), with a shorter extension');
    const shorter = { proposed_end_date: '2026-12-15T00:00:00.000Z' };
    const granted = await alter(api, work, { change: shorter, reason: 'A longer trench', expected: waits });

    api.step('Assess the alteration (Highway Authority): granted, the permit is updated with the altered values');
    await assessAlteration(api, granted, { alteration_status: 'granted', assessment_discount: 0 });
    await permitHas(api, work, { permit_status: 'granted', ...shorter });
  },
};
