import type { AlteredTiming, CurrentContent, PermitContent, WorkType } from '@switchyard/domain/street-manager';
import { calculateAlteredTiming } from '@switchyard/domain/street-manager';
import type { WorkingCalendar } from '@switchyard/domain';
import { calculateWith } from '../permits/application';
import { asdMembers } from '../permits/asds';
import type { PermitRow } from '../permits/row';
import { londonDay } from '../shared/london';
import { wireDate } from '../shared/wire';
import type { WorkRow } from '../works/row';
import type { AlteredContent } from './row';

/** The columns of a permit that an alteration decides. */
export type PermitChanges = Omit<ReturnType<typeof calculateWith>, 'work_type'> &
  Pick<PermitRow, 'excavation_carried_out'>;

/** The content of a permit as it stands, as an alteration that changes nothing would send it. */
export const currentContent = (permit: PermitRow, work: WorkRow): CurrentContent => ({
  ...permit.content,
  works_coordinates: permit.content.works_coordinates ?? work.coordinates,
  proposed_start_date: wireDate(permit.proposed_start_date),
  proposed_start_time: wireDate(permit.proposed_start_time),
  proposed_end_date: wireDate(permit.proposed_end_date),
  proposed_end_time: wireDate(permit.proposed_end_time),
  permit_asds: permit.asds.map(asdMembers),
});

/** The timing of a permit with this content, and whether it starts early, judged at this instant. */
export function alteredTiming(
  permit: PermitRow,
  content: PermitContent,
  { calendar, now }: { calendar: WorkingCalendar; now: Date },
): AlteredTiming {
  return calculateAlteredTiming(calendar, {
    workType: content.work_type as WorkType,
    immediateRisk: content.immediate_risk ?? false,
    isTtroRequired: content.is_ttro_required ?? false,
    proposedStart: londonDay(new Date(content.proposed_start_date!)),
    proposedEnd: londonDay(new Date(content.proposed_end_date!)),
    at: now,
    current: {
      proposedStart: londonDay(permit.proposed_start_date),
      isEarlyStart: permit.is_early_start,
      isProgressed: permit.progressed_from !== null,
      slidFrom: permit.before_slide && permit.actual_start_date && londonDay(permit.actual_start_date),
    },
  });
}

/**
 * What this content makes of a permit. The designations of the street are those from its submission; a challenged
 * duration stays as the authority put it.
 */
export function changesTo(permit: PermitRow, content: AlteredContent, timing: AlteredTiming): PermitChanges {
  const { hs2_highway_exemption } = permit.content;
  const request = {
    ...content,
    ...(hs2_highway_exemption && { hs2_highway_exemption }),
    hs2_in_act_limits: permit.hs2_in_act_limits,
  };
  const { work_type: _fixed, ...changes } = calculateWith(request, timing, {
    promoter: permit.promoter,
    roadCategory: permit.road_category,
    street: [...permit.asds, ...permit.not_selected_asds],
  });
  return {
    ...changes,
    // Until the works begin nobody has answered whether the ground was opened: the plan stands for it.
    excavation_carried_out: permit.actual_start_date ? permit.excavation_carried_out : content.excavation!,
    ...(permit.is_duration_challenged && { reasonable_period_end_date: permit.reasonable_period_end_date }),
  };
}
