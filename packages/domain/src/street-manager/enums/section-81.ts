export const section81Statuses = [
  'issued',
  'acknowledged',
  'accepted',
  'accepted_fixed',
  'rejected',
  'resolved_by_ha',
  'cancelled',
] as const;
export type Section81Status = (typeof section81Statuses)[number];

export const section81Types = [
  'tee_valve_access_covers',
  'cabinet',
  'marker_post',
  'pole_post',
  'overhead_cables_broken_low_encroaching_onto_highway',
  'other',
] as const;
export type Section81Type = (typeof section81Types)[number];

export const section81Severities = ['high', 'low'] as const;
export type Section81Severity = (typeof section81Severities)[number];

export const section81WorkTypes = ['permit_works', 'non_notifiable_works'] as const;
export type Section81WorkType = (typeof section81WorkTypes)[number];
