import { firstDay, lastDay } from './demo';

export interface Condition {
  condition: string;
  comment?: string;
}

/** What a permit asks for: every field of it is sent again with a change. */
export interface PermitContent {
  proposed_start_date: string;
  proposed_end_date: string;
  permit_conditions: readonly Condition[];
  [field: string]: unknown;
}

/** A permit for eight calendar days in Tannery Lane, which makes it standard; excavation is true, so that sites may follow. */
export const permitContent: PermitContent = {
  secondary_contact: 'Asha Verlaine',
  secondary_contact_number: '01632960144',
  secondary_contact_email: 'a.verlaine@northbeck.example',
  work_type: 'planned',
  is_ttro_required: false,
  proposed_start_date: firstDay,
  proposed_end_date: lastDay,
  description_of_work: 'Replace 40 m of distribution main',
  works_location_description: 'Outside numbers 12 to 30',
  location_types: ['carriageway', 'footway'],
  excavation: true,
  activity_type: 'utility_asset_works',
  traffic_management_type: 'give_and_take',
  application_type: 'permit',
  close_footway: 'no',
  traffic_management_plan: false,
  lane_rental_applicable: false,
  environmental_health_notifiable: false,
  collaborative_working: false,
  project_reference_number: 'NBW-R2-771',
  permit_conditions: [{ condition: 'NCT02a', comment: '09:30 to 15:30 only' }],
  permit_asds: [],
};

/** Where it is, and whose it is. */
export const workLocation = {
  promoter_swa_code: '4312',
  highway_authority_swa_code: '2845',
  usrn: 8412007,
  works_coordinates: {
    type: 'LineString',
    coordinates: [
      [431870.4, 436112.9],
      [431902.7, 436140.2],
    ],
  },
};
