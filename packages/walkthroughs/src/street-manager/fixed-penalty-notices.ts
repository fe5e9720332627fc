import type { Walkthrough } from '../walkthrough';
import { officer } from './demo';
import { sequencing } from './document';
import { uploadEvidence } from './evidence';
import { answerNotice, createNotice, noticeShows, resolveNotice, statusCall } from './notices';
import { refusedByState } from './refusals';
import { beginToday, createWork } from './works';

export const fixedPenaltyNotices: Walkthrough = {
  name: 'fixed-penalty-notices',
  title: 'Fixed penalty notices: accepted, disputed, accepted after a dispute, paid, paid with discount, withdrawn',
  document: sequencing,

  async play(api) {
    await beginToday(api);
    const work = await createWork(api);
    const fileId = await uploadEvidence(api, 'breach-of-conditions.pdf');

    api.step('Create a fixed penalty notice (Highway Authority), as soon as the work has been created');
    const first = await createNotice(api, work, { fpn_evidence: true, file_ids: [fileId] });
    await noticeShows(api, first, { files: [{ file_id: fileId, name: 'breach-of-conditions.pdf' }] });
    const second = await createNotice(api, work);
    const third = await createNotice(api, work);
    const fourth = await createNotice(api, work);

    api.step('Accept a fixed penalty notice (Planner)');
    await answerNotice(api, first, 'accepted');

    api.step('Dispute a fixed penalty notice (Planner)');
    await answerNotice(api, second, 'disputed', 'The condition did not hold on Fridays');
    await answerNotice(api, third, 'disputed', 'The crew was another promoter\u2019s');

    api.step('Once disputed, it can retroactively be accepted (Planner)');
    await answerNotice(api, second, 'accepted');

    api.step('Set fixed penalty notice outcome (Highway Authority): Paid, Paid with Discount or Withdrawn');
    await resolveNotice(api, first, 'paid');
    await resolveNotice(api, second, 'paid_discounted');
    await resolveNotice(api, third, 'withdrawn', 'Given to the wrong promoter');

    api.step('A notice may be paid offline without having been accepted');
    await resolveNotice(api, fourth, 'paid');

    api.step('An outcome is final');
    await refusedByState(api, statusCall(officer, first, 'withdrawn', 'Issued in error'));
  },
};
