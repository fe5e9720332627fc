export const forwardPlanStatuses = ['raised', 'cancelled', 'progressed'] as const;
export type ForwardPlanStatus = (typeof forwardPlanStatuses)[number];

export const forwardPlanWorkTypes = ['planned', 'hs2_highway_works'] as const;
export type ForwardPlanWorkType = (typeof forwardPlanWorkTypes)[number];

/** What an activity is: not works, but something else in the street. */
export const activityActivityTypes = [
  'skips',
  'scaffolding',
  'hoarding',
  'crane_mobile_platform',
  'event',
  'section50',
  'section58',
  'compound',
  'other',
] as const;
export type ActivityActivityType = (typeof activityActivityTypes)[number];

export const commentTopics = [
  'GENERAL',
  'SECTION_74',
  'INSPECTION',
  'FPN',
  'OVERRUN',
  'FORWARD_PLAN',
  'CHANGE_REQUEST',
  'IMPOSED_VARIATION',
  'DURATION_CHALLENGE',
  'SECTION_81',
] as const;
export type CommentTopic = (typeof commentTopics)[number];
