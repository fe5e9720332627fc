export const inspectionTypes = ['live_site', 'reinstatement', 'non_compliance_follow_up', 'section_81'] as const;
export type InspectionType = (typeof inspectionTypes)[number];

export const inspectionCategories = [
  'a',
  'b',
  'c',
  'third_party',
  'routine',
  'joint_site_visit',
  'follow_up',
  'follow_up_completion',
  'site_occupancy',
  'conditions',
] as const;
export type InspectionCategory = (typeof inspectionCategories)[number];

/** The categories that sample inspections are drawn for. */
export const sampleCategories = ['a', 'b', 'c'] as const;
export type SampleCategory = (typeof sampleCategories)[number];

export const inspectionOutcomes = [
  'passed',
  'unable_to_complete_inspection',
  'failed_low',
  'failed_high',
  'further_inspections_required',
  'agreed_site_compliance',
  'non_compliant_with_conditions',
  'works_stopped_apparatus_remaining',
  'works_in_progress_no_carriageway_incursion',
  'works_in_progress',
  'works_stopped',
] as const;
export type InspectionOutcome = (typeof inspectionOutcomes)[number];

export const inspectionStatuses = ['recorded', 'withdrawn', 'scheduled'] as const;
export type InspectionStatus = (typeof inspectionStatuses)[number];

/** A reinspection is one that is only scheduled. */
export const inspectionResponseTypes = ['inspection', 'reinspection'] as const;
export type InspectionResponseType = (typeof inspectionResponseTypes)[number];

/** Thirteen of a live site, twenty-two of a reinstatement. */
export const failureReasons = [
  'live_site_signage',
  'live_site_distance',
  'live_site_safety_zone',
  'live_site_barriers',
  'live_site_traffic_control',
  'live_site_pedestrian_provision',
  'live_site_cyclist_provision',
  'live_site_operative_qualification',
  'live_site_equipment',
  'live_site_materials',
  'live_site_compaction',
  'live_site_construction_layers',
  'live_site_storage_of_materials',
  'reinstatement_damage_to_surround_area',
  'reinstatement_saw_cutting',
  'reinstatement_acute_angles',
  'reinstatement_verge',
  'reinstatement_anti_skid',
  'reinstatement_fixed_features',
  'reinstatement_modular',
  'reinstatement_proximity',
  'reinstatement_materials_incorrect',
  'reinstatement_materials_damaged',
  'reinstatement_edge_sealant',
  'reinstatement_over_banding',
  'reinstatement_road_markings',
  'reinstatement_infill_pointing',
  'reinstatement_ironwork_apparatus',
  'reinstatement_breaking_out_fretting',
  'reinstatement_interface_cracking',
  'reinstatement_crowning',
  'reinstatement_depression',
  'reinstatement_as_laid_profile',
  'reinstatement_texture_depth',
  'reinstatement_edge_depression',
] as const;
export type FailureReason = (typeof failureReasons)[number];

export const defectFixedOnSites = ['yes_by_inspector', 'yes_by_onsite_members', 'no'] as const;
export type DefectFixedOnSite = (typeof defectFixedOnSites)[number];

export const inspectionWithdrawalReasons = [
  'incorrect_outcome_recorded',
  'wrong_works_or_organisation',
  'wrong_details',
  'outcome_changed',
  'other',
] as const;
export type InspectionWithdrawalReason = (typeof inspectionWithdrawalReasons)[number];
