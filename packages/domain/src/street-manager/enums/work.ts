/** Never accepted in a request. */
export const workStatuses = [
  'planned',
  'in_progress',
  'completed',
  'cancelled',
  'unattributable',
  'historical',
  'non_notifiable',
  'section_81',
] as const;
export type WorkStatus = (typeof workStatuses)[number];

export const workTypes = ['planned', 'immediate', 'hs2_highway_works'] as const;
export type WorkType = (typeof workTypes)[number];

/** Worked out by the service, never sent by a client. `paa` is the advance authorisation of major works. */
export const workCategories = [
  'minor',
  'standard',
  'major',
  'immediate_urgent',
  'immediate_emergency',
  'paa',
  'hs2_highway',
] as const;
export type WorkCategory = (typeof workCategories)[number];

/** What works are for. Activities, which are not works, have their own list: `activityActivityTypes`. */
export const activityTypes = [
  'highway_improvement_works',
  'highway_repair_and_maintenance_works',
  'utility_asset_works',
  'utility_repair_and_maintenance_works',
  'diversionary_works',
  'disconnection_or_alteration_of_supply',
  'permanent_reinstatement',
  'remedial_works',
  'section_58',
  'section_50',
  'core_sampling',
  'statutory_infrastructure_works',
  'works_for_rail_purposes',
  'works_for_road_purposes',
  'new_service_connection',
  'optional_permit_no_fee',
] as const;
export type ActivityType = (typeof activityTypes)[number];

export const trafficManagementTypes = [
  'road_closure',
  'contra_flow',
  'lane_closure',
  'multi_way_signals',
  'two_way_signals',
  'convoy_workings',
  'stop_go_boards',
  'priority_working',
  'give_and_take',
  'some_carriageway_incursion',
  'no_carriageway_incursion',
] as const;
export type TrafficManagementType = (typeof trafficManagementTypes)[number];

/** What the lists and the open data call high impact traffic management. */
export const highImpactTrafficManagementTypes = [
  'road_closure',
  'contra_flow',
  'lane_closure',
  'multi_way_signals',
  'two_way_signals',
  'convoy_workings',
] as const;
export type HighImpactTrafficManagementType = (typeof highImpactTrafficManagementTypes)[number];

export const locationTypes = [
  'footway',
  'carriageway',
  'verge',
  'cycleway',
  'footpath',
  'parking_place',
  'bus_stop_or_stand',
  'cycle_hire_docking_station',
  'taxi_rank',
] as const;
export type LocationType = (typeof locationTypes)[number];

/** Locations that only HS2 may name. */
export const hs2LocationTypes = [
  'parking_place',
  'bus_stop_or_stand',
  'cycle_hire_docking_station',
  'taxi_rank',
] as const;
export type HS2LocationType = (typeof hs2LocationTypes)[number];

export const applicationTypes = ['permit', 'notice'] as const;
export type ApplicationType = (typeof applicationTypes)[number];

export const collaborationTypes = [
  'trench_sharing_primary_promoter',
  'trench_sharing_secondary_promoter',
  'sharing_traffic_management_only',
  'other',
] as const;
export type CollaborationType = (typeof collaborationTypes)[number];

export const closeFootways = ['yes_provide_pedestrian_walkway', 'yes_provide_alternative_route', 'no'] as const;
export type CloseFootway = (typeof closeFootways)[number];

export const hs2HighwayExemptions = [
  'works_to_a_bridge',
  'alteration_or_disturbance_to_apparatus',
  'depositing_soil_or_materials',
  'erection_of_scaffolding',
  'none_applicable',
] as const;
export type HS2HighwayExemption = (typeof hs2HighwayExemptions)[number];
