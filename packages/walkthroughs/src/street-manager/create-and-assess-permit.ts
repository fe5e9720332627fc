import type { Walkthrough } from '../walkthrough';
import { approve } from './assessments';
import { sequencing } from './document';
import { beginToday, createWork } from './works';

export const createAndAssessPermit: Walkthrough = {
  name: 'create-and-assess-permit',
  title: 'Permits: create a work, approve its permit',
  document: sequencing,

  async play(api) {
    await beginToday(api);
    const work = await createWork(api);
    await approve(api, work);
  },
};
