/** Additional street data: the special designations of a street. */
export const asdCodes = [
  1, 2, 3, 6, 8, 9, 10, 12, 13, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
] as const;
export type ASDCode = (typeof asdCodes)[number];

export const asdPeriodicityCodes = [1, 2, 3, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] as const;
export type ASDPeriodicityCode = (typeof asdPeriodicityCodes)[number];

/** The names that the services show beside the numbers, as `street_special_desig_code_string`. */
export const asdNames: Readonly<Record<ASDCode, string>> = {
  1: 'protected_street',
  2: 'traffic_sensitive',
  3: 'special_engineering_difficulty',
  6: 'proposed_special_engineering_difficulty',
  8: 'level_crossing_safety_zone',
  9: 'environmentally_sensitive_areas',
  10: 'structures_not_designated_special_engineering_difficulty',
  12: 'pipelines_and_specialist_cables',
  13: 'priority_lanes',
  16: 'lane_rental',
  17: 'streets_subject_to_early_notification_of_immediate_activities',
  18: 'special_events',
  19: 'parking_bays_and_restrictions',
  20: 'pedestrian_crossings_traffic_signals_and_traffic_sensors',
  21: 'speed_limits',
  22: 'transport_authority_critical_apparatus',
  23: 'strategic_route',
  24: 'street_lighting',
  25: 'drainage_and_flood_risk',
  26: 'unusual_traffic_layout',
  27: 'local_considerations',
  28: 'winter_maintenance_routes',
  29: 'hgv_approved_routes',
  30: 'emergency_services_routes',
};

/** The names beside `special_desig_periodicity_code`. */
export const asdPeriodicityNames: Readonly<Record<ASDPeriodicityCode, string>> = {
  1: 'everyday',
  2: 'working_days_only',
  3: 'weekends',
  7: 'monday_only',
  8: 'tuesday_only',
  9: 'wednesday_only',
  10: 'thursday_only',
  11: 'friday_only',
  12: 'saturday_only',
  13: 'sunday_only',
  14: 'public_and_bank_holidays',
  15: 'continuous_62',
  16: 'special_arrangements_63',
};

export const trafficSensitiveASD: ASDCode = 2;
export const laneRentalASD: ASDCode = 16;

/** The codes of a road category, also called reinstatement type, and the names beside them. */
export const reinstatementTypeNames = {
  1: 'carriageway_type_1',
  2: 'carriageway_type_2',
  3: 'carriageway_type_3',
  4: 'carriageway_type_4',
  5: 'carriageway_type_0',
  6: 'high_duty_footway',
  7: 'high_amenity_footway',
  8: 'other_footways',
  9: 'private_street',
  10: 'carriageway_type_6',
} as const;

export type RoadCategory = keyof typeof reinstatementTypeNames;

/** 0 is read as 5, as the published rules ask for old clients' sake; undefined for what is no road category. */
export function roadCategoryOf(code: number): RoadCategory | undefined {
  const known = code === 0 ? 5 : code;
  return known in reinstatementTypeNames ? (known as RoadCategory) : undefined;
}
