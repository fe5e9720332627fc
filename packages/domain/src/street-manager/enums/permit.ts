/** The lifecycle of a permit; what the highway authority decided is its assessment status. */
export const permitStatuses = [
  'submitted',
  'granted',
  'permit_modification_request',
  'refused',
  'closed',
  'cancelled',
  'revoked',
  'progressed',
] as const;
export type PermitStatus = (typeof permitStatuses)[number];

export const assessmentStatuses = [
  'granted',
  'granted_auto',
  'refused',
  'refused_auto',
  'permit_modification_request',
  'revoked',
] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

/** Opaque codes: the published material does not say what they mean. */
export const reasonsForRefusal = [
  'RC10',
  'RC11',
  'RC12',
  'RC20',
  'RC21',
  'RC22',
  'RC23',
  'RC30',
  'RC31',
  'RC32',
  'RC33',
  'RC40',
  'RC41',
  'RC42',
  'RC43',
  'RC44',
  'RC50',
] as const;
export type ReasonForRefusal = (typeof reasonsForRefusal)[number];

export const permitConditionTypes = [
  'NCT01a',
  'NCT01b',
  'NCT02a',
  'NCT02b',
  'NCT04a',
  'NCT04b',
  'NCT05a',
  'NCT06a',
  'NCT07a',
  'NCT08a',
  'NCT08b',
  'NCT09a',
  'NCT09b',
  'NCT09c',
  'NCT10a',
  'NCT11a',
  'NCT11b',
  'NCT12a',
] as const;
export type PermitConditionType = (typeof permitConditionTypes)[number];

export const laneRentalAssessmentOutcomes = [
  'chargeable',
  'potentially_chargeable',
  'charges_waived',
  'exempt',
  'charges_not_applicable',
] as const;
export type LaneRentalAssessmentOutcome = (typeof laneRentalAssessmentOutcomes)[number];

export const laneRentalAssessmentChargeBands = [
  'charge_band_1',
  'charge_band_2',
  'charge_band_3',
  'charge_band_4',
  'charge_band_5',
] as const;
export type LaneRentalAssessmentChargeBand = (typeof laneRentalAssessmentChargeBands)[number];

export const alterationStatuses = [
  'submitted',
  'granted',
  'granted_with_duration_challenge',
  'refused',
  'deemed',
  'cancelled',
  'revoked',
  'auto_applied',
] as const;
export type AlterationStatus = (typeof alterationStatuses)[number];

/** Worked out from the caller and the permit, never sent by a client. */
export const alterationTypes = [
  'PROMOTER_IMPOSED_CHANGE',
  'PROMOTER_CHANGE_REQUEST',
  'HA_CHANGE_REQUEST',
  'HA_IMPOSED_CHANGE',
  'WORK_EXTENSION',
  'DURATION_CHALLENGE',
  'MODIFIED_PERMIT',
] as const;
export type AlterationType = (typeof alterationTypes)[number];
