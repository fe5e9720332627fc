import {
  inspectionCategories,
  inspectionEvents,
  inspectionOutcomes,
  inspectionTypes,
} from '@switchyard/domain/street-manager';
import type { InspectionOutcome, InspectionType } from '@switchyard/domain/street-manager';
import { body, inspectionBody } from '../testing/given';
import { streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const passedOrFailed = 'passed failed_high failed_low unable_to_complete_inspection';
const occupancy =
  'works_stopped_apparatus_remaining works_in_progress_no_carriageway_incursion works_in_progress works_stopped';

/** The published table once more, as a client reads it: what each type and category can have come to. */
const published: Readonly<Record<string, string>> = {
  'live_site a': passedOrFailed,
  'live_site third_party': passedOrFailed,
  'live_site routine': passedOrFailed,
  'live_site site_occupancy': `${occupancy} unable_to_complete_inspection`,
  'live_site conditions': 'passed non_compliant_with_conditions unable_to_complete_inspection',
  'reinstatement b': passedOrFailed,
  'reinstatement c': passedOrFailed,
  'reinstatement third_party': passedOrFailed,
  'reinstatement routine': passedOrFailed,
  'non_compliance_follow_up follow_up': passedOrFailed,
  'non_compliance_follow_up follow_up_completion': passedOrFailed,
  'non_compliance_follow_up joint_site_visit':
    'further_inspections_required agreed_site_compliance unable_to_complete_inspection',
  'section_81 none': passedOrFailed,
};

/** Everything that some outcome asks for, so that the table alone decides. */
const answers = (type: InspectionType, outcome: InspectionOutcome): object => ({
  inspection_outcome_details: 'as found',
  was_call_logged: false,
  defect_fixed_on_site: 'no',
  made_safe_by_ha: true,
  ...(type !== 'section_81' &&
    outcome.startsWith('failed') && {
      failure_reason_details: [
        {
          failure_reason: type === 'reinstatement' ? 'reinstatement_ironwork_apparatus' : 'live_site_barriers',
          details: 'as found',
        },
      ],
    }),
});

describe.each(inspectionTypes)('an inspection of type %s', (type) => {
  it.each([...inspectionCategories, null])(
    'and category %s has the outcomes of the published table',
    async (category) => {
      const work = await given.work();
      const suitable = published[`${type} ${category ?? 'none'}`]?.split(' ') ?? [];
      const recorded: string[] = [];
      for (const outcome of inspectionOutcomes) {
        const request = inspectionBody({
          inspection_type: type,
          inspection_category: category,
          inspection_outcome: outcome,
          ...answers(type, outcome),
        });
        const reply = await api.as('ellerdale').post(`/works/${work.wrn}/inspections`, request);
        if (reply.status === 201) {
          recorded.push(outcome);
        } else {
          const fault = published[`${type} ${category ?? 'none'}`] ? 'inspection_outcome' : 'inspection_category';
          expect(body<{ error: { fields: object } }>(reply, 400).error.fields).toHaveProperty(fault);
        }
      }
      expect(recorded.sort()).toEqual(suitable.sort());
      const events =
        recorded.length > 0 ? (await given.events(work.wrn)).filter((event) => event.startsWith('insp')) : [];
      const inOrder = inspectionOutcomes.filter((outcome) => recorded.includes(outcome));
      expect(events).toEqual(inOrder.map((outcome) => inspectionEvents[outcome]));
    },
  );
});
