import type { Walkthrough } from '../walkthrough';
import { alter, assessAlteration, permitHas } from './alterations';
import { approve } from './assessments';
import { lastDay } from './demo';
import { sequencing } from './document';
import { beginToday, createWork, startWork } from './works';

const waits = { alteration_type: 'WORK_EXTENSION', alteration_status: 'submitted', permit_status: 'granted' };
const extension = { proposed_end_date: '2026-12-17T00:00:00.000Z' };

/** The alternative end that the authority provides. */
const reasonable = { reasonable_period_end_date: '2026-12-15T00:00:00.000Z' };

export const workExtension: Walkthrough = {
  name: 'work-extension',
  title: 'Promoter work extension: granted with duration challenge, then one granted',
  document: sequencing,

  async play(api) {
    await beginToday(api);
    const work = await createWork(api);
    await approve(api, work);
    await startWork(api, work);

    api.step('Request a change (Planner): another proposed end');
    const challenged = await alter(api, work, { change: extension, reason: 'Rock met at 1.2 m', expected: waits });

    api.step('Assess the alteration (Highway Authority): granted with duration challenge, and an alternative end');
    await assessAlteration(api, challenged, {
      alteration_status: 'granted_with_duration_challenge',
      assessment_comments: 'One further day is reasonable',
      ...reasonable,
    });
    await permitHas(api, work, { ...reasonable, is_duration_challenged: true, proposed_end_date: lastDay });

    api.step('Request a change (Planner): the end that was found reasonable');
    const change = { proposed_end_date: reasonable.reasonable_period_end_date };
    const granted = await alter(api, work, { change, reason: 'As the authority found', expected: waits });

    api.step('Assess the alteration (Highway Authority): granted, the permit is updated with the altered values');
    await assessAlteration(api, granted, { alteration_status: 'granted', assessment_discount: 0 });
    await permitHas(api, work, change);
  },
};
