/**
 * Every closed list of values, by name. Those in `extensible` may be given further values by a deployment; no value
 * here may go, for the published interface names it.
 */
export const enumerations = {
  taskType: ['Fulfil', 'Assure'],
  workType: ['FibreConnect', 'REMI', 'REMO', 'REMS', 'PRM'],
  taskStatus: ['Allocation', 'InProgress', 'Closed'],
  taskSubstate: ['Sent', 'Rejected', 'OnHold', 'CancelRequested', 'Completed', 'Incomplete', 'Cancelled'],
  activityCategory: ['Open', 'Active', 'Closed'],
  openState: ['Open', 'Accepted', 'Scheduled', 'Assigned', 'EnRoute', 'Delayed'],
  activeState: ['OnSite', 'InProgress', 'Paused', 'PracticalCompletion', 'InReview'],
  closedState: ['Completed', 'Incomplete', 'Cancelled'],
  priority: ['Low', 'Normal', 'High', 'Emergency'],
  areaType: ['Urban', 'Rural'],
  locationIdType: ['TLC', 'CONNECTIONPOINT'],
  bookingType: ['BY', 'BETWEEN'],
  scheduleType: ['APPOINTMENT', 'BETWEEN', 'BY'],
  rescheduleType: ['APPOINTMENT', 'BETWEEN', 'BY'],
  yesNo: ['YES', 'NO'],
  appointmentType: ['APPOINTMENT'],
  dayOfWeek: ['Business days', 'Extended hours'],
  reservationCategory: ['Preferred', 'Alternative'],
  reservationType: ['FIRST_AVAILABLE_TIMESLOT', 'DEFAULT'],
  timeslotType: ['DELIVERY', 'APPOINTMENT', 'APPOINTMENT TIME SLOT'],
  siteVisitType: ['Scope', 'Install', 'ReplaceONT', 'Repair', 'Maintenance', 'Other'],
  rejectReason: ['WronglyAllocated', 'Duplicate', 'InventoryIssue', 'SiteInformationIssue'],
  rescheduleReason: [
    'CustomerRequested',
    'CustomerBroughtForward',
    'CustomerNotAvailable',
    'CustomerNotReady',
    'AccessDenied',
    'ConsentRequired',
    'WorkerUnavailable',
    'NoCapacity',
    'Weather',
    'HealthAndSafety',
    'EquipmentUnavailable',
    'NetworkNotReady',
    'RemedialWorkRequired',
    'Other',
  ],
  contactRole: [
    'Worker',
    'SiteContact',
    'EndCustomer',
    'Requestor',
    'ServiceProvider',
    'Dispatcher',
    'HealthAndSafety',
    'Other',
  ],
  preferredContactMethod: ['Phone', 'Mobile', 'Email', 'SMS'],
  mediaType: [
    'pdf',
    'png',
    'json',
    'jpg',
    'jpeg',
    'gif',
    'tif',
    'tiff',
    'bmp',
    'heic',
    'svg',
    'doc',
    'docx',
    'xls',
    'xlsx',
    'csv',
    'txt',
    'xml',
    'zip',
    'kml',
    'kmz',
    'dwg',
    'mp4',
  ],
  sourceType: ['FibreConnect', 'Incident', 'Maintenance', 'Other'],
  appointmentState: ['Reserved', 'Confirmed', 'Cancelled', 'Expired'],
  channel: ['WRM', 'OTHER'],
} as const satisfies Record<string, readonly string[]>;

export type EnumerationName = keyof typeof enumerations;
export type ValueOf<Name extends EnumerationName> = (typeof enumerations)[Name][number];

/** The lists that decide nothing, so that a deployment may add to them. */
export const extensible = [
  'siteVisitType',
  'rejectReason',
  'rescheduleReason',
  'contactRole',
  'preferredContactMethod',
  'mediaType',
  'sourceType',
] as const satisfies readonly EnumerationName[];

/** Further values of the extensible lists. */
export type Extensions = Readonly<Partial<Record<(typeof extensible)[number], readonly string[]>>>;

export type TaskType = ValueOf<'taskType'>;
export type WorkType = ValueOf<'workType'>;
export type AreaType = ValueOf<'areaType'>;
export type LocationIdType = ValueOf<'locationIdType'>;
export type ScheduleType = ValueOf<'scheduleType'>;
export type DayOfWeek = ValueOf<'dayOfWeek'>;
export type TimeslotType = ValueOf<'timeslotType'>;

/** FibreConnect is fulfilment; everything else is assurance. */
export const taskTypeOf = (workType: WorkType): TaskType => (workType === 'FibreConnect' ? 'Fulfil' : 'Assure');
