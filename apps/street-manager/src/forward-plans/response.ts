import { withStrings } from '@switchyard/domain/street-manager';
import type { Directory } from '../organisations/directory';
import { asdResponse } from '../permits/asds';
import { wireDate, withoutNulls } from '../shared/wire';
import type { WorkRow } from '../works/row';
import type { ForwardPlanRow } from './row';

/** A plan as `GET …/forward-plans/{ref}` shows it; members without a value are left out. */
export function planResponse(plan: ForwardPlanRow, work: WorkRow, directory: Directory): object {
  const { hs2_work_type, hs2_consultation_requested_response_date: responseDate, ...content } = plan.content;
  return withStrings(
    withoutNulls({
      work_reference_number: work.reference,
      forward_plan_reference_number: plan.reference,
      start_date: wireDate(plan.start_date),
      end_date: wireDate(plan.end_date),
      forward_plan_status: plan.status,
      promoter_organisation: directory.nameOf(work.promoter),
      promoter_swa_code: work.promoter,
      promoter_contact_details: directory.contactOf(work.promoter, work.workstream),
      highway_authority: directory.nameOf(work.highway_authority),
      highway_authority_swa_code: work.highway_authority,
      workstream_prefix: work.workstream,
      works_coordinates: work.coordinates,
      street_name: work.street_name,
      town: work.town,
      area_name: work.area_name,
      usrn: work.usrn,
      road_category: work.road_category,
      date_created: wireDate(plan.date_created),
      ...content,
      traffic_management_type: content.traffic_management_type,
      hs2_highway_exemption: content.hs2_highway_exemption,
      hs2_consultation_requested_response_date: responseDate ? wireDate(new Date(responseDate)) : null,
      hs2_works_type: hs2_work_type,
      forward_plan_asds: plan.asds.map(asdResponse),
      cancelled_reason: plan.cancelled_reason,
    }),
    ['forward_plan_status', 'traffic_management_type', 'hs2_highway_exemption', 'hs2_works_type'],
  );
}
