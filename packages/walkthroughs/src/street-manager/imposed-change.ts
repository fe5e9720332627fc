import type { Api, Walkthrough } from '../walkthrough';
import { alter } from './alterations';
import { type Condition, permitContent, workLocation } from './application';
import { approve } from './assessments';
import { officer, planner } from './demo';
import { sequencing } from './document';
import { post, shown } from './requests';
import { refusedByState } from './refusals';
import { beginToday, createWork, permitPath, type Work } from './works';

export const imposedChange: Walkthrough = {
  name: 'imposed-change',
  title: 'Highway Authority imposed change: conditions only, in force at once',
  document: sequencing,

  async play(api) {
    await beginToday(api);
    const work = await createWork(api);
    await approve(api, work);

    api.step('Impose a change (Highway Authority): a further condition; no assessment is required');
    const permit = (await shown(api, officer, permitPath(work))) as { permit_conditions: Condition[] };
    const inForce = permit.permit_conditions.map(({ condition, comment }) => ({
      condition,
      ...(comment && { comment }),
    }));
    const conditions = [...inForce, { condition: 'NCT04b', comment: 'Nothing is stored on the footway' }];
    await alter(api, work, {
      as: officer,
      change: { permit_conditions: conditions, works_coordinates: workLocation.works_coordinates },
      reason: 'The footway is needed',
      expected: { alteration_type: 'HA_IMPOSED_CHANGE', alteration_status: 'submitted', permit_status: 'granted' },
    });
    await conditionsAre(api, work, conditions);

    api.step('Highway Authority can impose changes to the conditions only');
    const further = { ...permitContent, permit_conditions: conditions, description_of_work: 'Replace 30 m of main' };
    const call = post(officer, `${permitPath(work)}/alterations`, { ...further, permit_alteration_reason: 'Less' });
    await refusedByState(api, call);
    const { description_of_work } = await shown(api, planner, permitPath(work));
    api.holds('description of the permit', description_of_work, permitContent['description_of_work']);
  },
};

/** The conditions of the permit and their comments, in whatever order. */
async function conditionsAre(api: Api, work: Work, expected: readonly Condition[]): Promise<void> {
  const permit = (await shown(api, planner, permitPath(work))) as { permit_conditions: Condition[] };
  const inWords = (conditions: readonly Condition[]): string[] =>
    conditions.map(({ condition, comment = '' }) => `${condition} ${comment}`.trim()).sort();
  api.holds('conditions of the permit', inWords(permit.permit_conditions), inWords(expected));
}
