import type { Walkthrough, Api } from '../walkthrough';
import { approve } from './assessments';
import { bodyOf, type Shown } from './body';
import { officer, onSite } from './demo';
import { sequencing } from './document';
import { uploadEvidence } from './evidence';
import { post, shown, shows } from './requests';
import { beginToday, createWork, startWork, type Work, workPath } from './works';

const inspection = {
  inspection_type: 'live_site',
  inspection_category: 'a',
  inspection_start_date: onSite,
  inspector_name: 'J Okoro',
  username: 'j.okoro@ellerdale.example',
};

/** A failed inspection with a picture of the defect, and the reinspection that it asks for. */
const failed = (fileId: number) => ({
  ...inspection,
  inspection_outcome: 'failed_high',
  failure_reason_details: [{ failure_reason: 'live_site_barriers', details: 'Gap in barriers at excavation' }],
  was_call_logged: true,
  call_logged_to: 'Northbeck control room',
  call_logged_reference: 'C-55120',
  call_logged_summary: 'Crew asked to close the gap',
  defect_fixed_on_site: 'yes_by_onsite_members',
  inspection_evidence: true,
  file_ids: [fileId],
  reinspection_date: '2026-12-09T00:00:00.000Z',
  reinspection_type: 'non_compliance_follow_up',
  reinspection_category: 'follow_up',
});

export const inspectionsWithEvidence: Walkthrough = {
  name: 'inspections-with-evidence',
  title: 'Inspections: a failed one with evidence, then the one that follows it up',
  document: sequencing,

  async play(api) {
    await beginToday(api);
    const work = await createWork(api);
    await approve(api, work);
    await startWork(api, work);
    const fileId = await uploadEvidence(api, 'gap-in-barriers.pdf');

    api.step('Create an inspection (Highway Authority), with a reinspection as placeholder for a follow up');
    const reference = await inspect(api, work, failed(fileId));
    const record = await shown(api, officer, `${workPath(work)}/inspections/${reference}`);
    shows(api, 'the inspection', record, {
      inspection_status: 'recorded',
      inspection_outcome: 'failed_high',
      files: [{ file_id: fileId, name: 'gap-in-barriers.pdf' }],
    });
    await inspectionsAre(api, work, ['scheduled reinspection', 'recorded inspection']);

    api.step('Once an inspection is recorded any previously scheduled reinspections are removed');
    await inspect(api, work, {
      ...inspection,
      inspection_type: 'non_compliance_follow_up',
      inspection_category: 'follow_up',
      inspection_outcome: 'passed',
      inspection_evidence: false,
    });
    await inspectionsAre(api, work, ['recorded inspection', 'recorded inspection']);
  },
};

async function inspect(api: Api, work: Work, body: object): Promise<string> {
  const reply = await api.send(post(officer, `${workPath(work)}/inspections`, body), {
    status: 201,
    leadsTo: (created) => String(bodyOf(created)['inspection_reference_number']),
  });
  return String(bodyOf(reply)['inspection_reference_number']);
}

/** The inspections of the work, in whatever order. */
async function inspectionsAre(api: Api, work: Work, expected: string[]): Promise<void> {
  const { inspections } = (await shown(api, officer, workPath(work))) as { inspections: Shown[] };
  const kinds = inspections.map(({ inspection_status, inspection_response_type }) =>
    [inspection_status, inspection_response_type].join(' '),
  );
  api.holds('inspections of the work', kinds.sort(), expected.sort());
}
