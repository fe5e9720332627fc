import { withStrings } from '@switchyard/domain/street-manager';
import { wireDate, withoutNulls } from '../shared/wire';
import type { ActivityRow } from './repository';

/** An activity as `GET /activity/{ref}` shows it; members without a value are left out. */
export function activityResponse({ reference, content, cancelled, cancelled_reason, ...row }: ActivityRow): object {
  return withStrings(
    withoutNulls({
      activity_reference_number: reference,
      ...content,
      usrn: row.usrn,
      start_date: wireDate(row.start_date),
      start_time: content.start_time ? wireDate(new Date(content.start_time)) : null,
      end_date: wireDate(row.end_date),
      end_time: content.end_time ? wireDate(new Date(content.end_time)) : null,
      activity_activity_type: content.activity_activity_type,
      location_types: content.location_types,
      traffic_management_type: content.traffic_management_type,
      cancelled,
      cancelled_reason,
      highway_authority_swa_code: row.highway_authority,
    }),
    ['activity_activity_type', 'location_types', 'traffic_management_type'],
  );
}
