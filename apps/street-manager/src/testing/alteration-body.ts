type Shown = Record<string, unknown>;

/** The members of a permit that an alteration sends again, every one of them. */
const repeated = [
  'secondary_contact',
  'secondary_contact_number',
  'secondary_contact_email',
  'additional_contact',
  'additional_contact_number',
  'additional_contact_email',
  'work_type',
  'is_ttro_required',
  'immediate_risk',
  'proposed_start_date',
  'proposed_start_time',
  'proposed_end_date',
  'proposed_end_time',
  'description_of_work',
  'works_location_description',
  'works_coordinates',
  'location_types',
  'excavation',
  'activity_type',
  'traffic_management_type',
  'application_type',
  'close_footway',
  'traffic_management_plan',
  'lane_rental_applicable',
  'environmental_health_notifiable',
  'collaborative_working',
  'collaboration_type',
  'collaboration_details',
  'collaborative_works',
  'project_reference_number',
  'permit_conditions',
  'permit_asds',
  'early_start_pre_approval',
  'pre_approval_details',
  'pre_approval_authoriser',
  'early_start_reason',
  'additional_info',
  'hs2_consultation_requested_response_date',
  'hs2_highway_emails',
];

/** An alteration that changes nothing but `more` of a permit as it is shown. */
export function alterationOf(permit: Shown, more: object = {}): Shown {
  const members = repeated.filter((member) => permit[member] !== undefined);
  return {
    ...Object.fromEntries(members.map((member) => [member, sent(permit[member])])),
    permit_alteration_reason: 'Rock met at 1.2 m',
    ...more,
  };
}

/** A shown value without the texts that stand beside enumerations. */
function sent(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).filter(([name]) => !name.endsWith('_string')));
  });
}
