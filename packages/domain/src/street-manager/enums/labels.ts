import type { ActivityType, LocationType, TrafficManagementType, WorkCategory, WorkStatus } from './work';

// Text for people. The open data push sends it; the APIs answer with the plain values only.

export const workStatusLabels: Readonly<Record<WorkStatus, string>> = {
  planned: 'Works planned',
  in_progress: 'Works in progress',
  completed: 'Works completed',
  cancelled: 'Works cancelled',
  unattributable: 'Unattributable works',
  historical: 'Historical works',
  non_notifiable: 'Non notifiable works',
  section_81: 'Section 81 works',
};

export const workCategoryLabels: Readonly<Record<WorkCategory, string>> = {
  minor: 'Minor',
  standard: 'Standard',
  major: 'Major',
  paa: 'Major (PAA)',
  immediate_urgent: 'Immediate - urgent',
  immediate_emergency: 'Immediate - emergency',
  hs2_highway: 'HS2 (Highway)',
};

export const trafficManagementTypeLabels: Readonly<Record<TrafficManagementType, string>> = {
  road_closure: 'Road closure',
  contra_flow: 'Contra-flow',
  lane_closure: 'Lane closure',
  multi_way_signals: 'Multi-way signals',
  two_way_signals: 'Two-way signals',
  convoy_workings: 'Convoy workings',
  stop_go_boards: 'Stop/go boards',
  priority_working: 'Priority working',
  give_and_take: 'Give and take',
  some_carriageway_incursion: 'Some carriageway incursion',
  no_carriageway_incursion: 'No carriageway incursion',
};

export const activityTypeLabels: Readonly<Record<ActivityType, string>> = {
  highway_improvement_works: 'Highway improvement works',
  highway_repair_and_maintenance_works: 'Highway repair and maintenance works',
  utility_asset_works: 'Utility asset works',
  utility_repair_and_maintenance_works: 'Utility repair and maintenance works',
  diversionary_works: 'Diversionary works',
  disconnection_or_alteration_of_supply: 'Disconnection or alteration of supply',
  permanent_reinstatement: 'Permanent reinstatement',
  remedial_works: 'Remedial works',
  section_58: 'Section 58',
  section_50: 'Section 50',
  core_sampling: 'Core Sampling',
  statutory_infrastructure_works: 'Statutory Infrastructure Works',
  works_for_rail_purposes: 'Works for Rail Purposes',
  works_for_road_purposes: 'Works for road purposes',
  new_service_connection: 'New service connection',
  optional_permit_no_fee: 'Optional permit (no fee) e.g. for traffic management etc',
};

export const locationTypeLabels: Readonly<Record<LocationType, string>> = {
  footway: 'Footway',
  carriageway: 'Carriageway',
  verge: 'Verge',
  cycleway: 'Cycleway',
  footpath: 'Footpath',
  parking_place: 'Parking place',
  bus_stop_or_stand: 'Bus stop or stand',
  cycle_hire_docking_station: 'Cycle hire docking station',
  taxi_rank: 'Taxi rank',
};
