import type { Role } from './enums';

/** Who may call an operation at all. */
export interface OperationAccess {
  roles: readonly Role[];
  /** True when the record must be of the caller's organisation, or of one that has contracted it. */
  member: boolean;
}

const P = 'Planner';
const C = 'Contractor';
const H = 'HighwayAuthority';
const A = 'Admin';

const members = (...roles: Role[]): OperationAccess => ({ roles, member: true });
const anyone = (...roles: Role[]): OperationAccess => ({ roles, member: false });

const WORK = '/works/{workReferenceNumber}';
const PERMIT = `${WORK}/permits/{permitReferenceNumber}` as const;
const ALTERATION = `${PERMIT}/alterations/{permitAlterationReferenceNumber}` as const;
const TARGET = '/sample-inspection-targets/{sampleInspectionTargetReferenceNumber}';
const WORKSTREAMS = '/organisations/{organisationReference}/workstreams';

/** The Work API. */
const work = {
  'POST /works': members(P, C),
  [`GET ${WORK}`]: members(P, C, H),
  [`GET ${WORK}/history`]: members(P, C, H),
  [`PUT ${WORK}/start`]: members(P, C),
  [`PUT ${WORK}/revert-start`]: members(P, C),
  [`PUT ${WORK}/stop`]: members(P, C),
  [`PUT ${WORK}/revert-stop`]: members(P, C),
  [`PUT ${WORK}/excavation-carried-out`]: members(P, C),
  [`PUT ${WORK}/inspection-units`]: members(P, C),
  [`PUT ${WORK}/final-reinstatement`]: members(P, C),
  [`POST ${WORK}/files`]: members(P, C, H),
  [`POST ${WORK}/permits`]: members(P, C),
  [`GET ${PERMIT}`]: anyone(P, C, H),
  [`PUT ${PERMIT}/status`]: members(P, C, H),
  [`PUT ${PERMIT}/assessment`]: members(H),
  [`PUT ${PERMIT}/permit-discount`]: members(H),
  [`PUT ${PERMIT}/lane-rental-assessments`]: members(H),
  [`PUT ${PERMIT}/hs2_acknowledgement`]: members(H),
  [`POST ${PERMIT}/link-section-81`]: members(P, C),
  [`POST ${PERMIT}/unlink-section-81`]: members(P, C),
  [`POST ${PERMIT}/alterations`]: members(P, C, H),
  [`GET ${ALTERATION}`]: anyone(P, C, H),
  [`PUT ${ALTERATION}/status`]: members(H),
  'GET /permits/category': anyone(P, C, H),
  'GET /duration': anyone(P, C, H),
  [`POST ${WORK}/sites`]: members(P, C),
  [`GET ${WORK}/sites/{siteNumber}`]: members(P, C, H),
  [`POST ${WORK}/sites/{siteNumber}/reinstatements`]: members(P, C),
  'POST /non-notifiable-works/sites': members(P, C),
  [`POST ${WORK}/inspections`]: members(H),
  [`GET ${WORK}/inspections/{inspectionReferenceNumber}`]: members(P, C, H),
  [`PUT ${WORK}/inspections/{inspectionReferenceNumber}/withdraw`]: members(H),
  [`POST ${WORK}/scheduled-inspections`]: members(H),
  [`DELETE ${WORK}/scheduled-inspections`]: members(H),
  'POST /historic-works/inspections': members(H),
  [`POST ${WORK}/fixed-penalty-notices`]: members(H),
  [`GET ${WORK}/fixed-penalty-notices/{fpnReferenceNumber}`]: members(P, C, H),
  [`PUT ${WORK}/fixed-penalty-notices/{fpnReferenceNumber}/status`]: members(P, C, H),
  'POST /historic-works/fixed-penalty-notices': members(H),
  'POST /section-81-works/section-81s': members(H),
  [`GET ${WORK}/section-81s/{section81ReferenceNumber}`]: members(P, C, H),
  [`PUT ${WORK}/section-81s/{section81ReferenceNumber}/status`]: members(P, C, H),
  [`PUT ${WORK}/section-81s/{section81ReferenceNumber}/reassign-section-81`]: members(H),
  [`POST ${WORK}/section-74s`]: members(H),
  [`GET ${WORK}/section-74s/{section74ReferenceNumber}`]: members(P, C, H),
  [`PUT ${WORK}/section-74s/{section74ReferenceNumber}/highway-authority-status`]: members(H),
  [`POST ${WORK}/comments`]: members(P, C, H),
  [`PUT ${WORK}/comments/{commentReferenceNumber}/read`]: members(P, C, H),
  'POST /forward-plans': members(P, C),
  [`GET ${WORK}/forward-plans/{forwardPlanReferenceNumber}`]: anyone(P, C, H),
  [`PUT ${WORK}/forward-plans/{forwardPlanReferenceNumber}`]: members(P, C),
  [`PUT ${WORK}/forward-plans/{forwardPlanReferenceNumber}/cancel`]: members(P, C),
  'POST /activity': members(H),
  'GET /activity/{activityReferenceNumber}': anyone(P, C, H),
  'PUT /activity/{activityReferenceNumber}': members(H),
  'PUT /activity/{activityReferenceNumber}/cancel': members(H),
  'POST /files': members(P, C, H, A),
  'GET /files/{fileId}': anyone(P, C, H, A),
  'DELETE /files/{fileId}': members(P, C, H, A),
  'POST /geographical-areas': members(A, H),
  'PUT /geographical-areas/{geographicalAreaReferenceNumber}': members(A, H),
  'POST /sample-inspection-targets': members(A, H),
  [`GET ${TARGET}`]: members(A, H),
  [`PUT ${TARGET}`]: members(A, H),
  [`PUT ${TARGET}/close`]: members(A, H),
  'POST /sample-inspection': members(A, H),
} as const;

/** The Reporting API; its rows are cut to what the caller's organisation may see. */
const reporting = {
  'GET /permits': members(P, C, H),
  'POST /permits/search': members(P, C, H),
  'GET /alterations': members(P, C, H),
  'GET /fixed-penalty-notices': members(P, C, H),
  'GET /comments': members(P, C, H),
  'GET /inspections': members(P, C, H),
  'GET /works/updates': members(P, C, H),
  'GET /workstreams': members(P, H, A),
  'GET /reinstatements': members(P, C, H),
  'GET /section-81s': members(P, C, H),
  'GET /csv-exports': members(P, C, H, A),
  'GET /geographical-areas': members(A, H),
  'GET /sample-inspection-targets': members(A, H),
  'GET /sample-inspections': members(H),
  'GET /organisations/{organisationReference}/users': members(A),
} as const;

/** The Party API, but for its token calls, which take no token. */
const party = {
  'GET /organisations': anyone(P, C, H, A),
  'GET /organisations/{organisationReference}': anyone(P, C, H, A),
  [`GET ${WORKSTREAMS}`]: members(P, C, A),
  [`POST ${WORKSTREAMS}`]: members(P, A),
  [`GET ${WORKSTREAMS}/{workstreamPrefix}`]: anyone(P, C, H, A),
  [`PUT ${WORKSTREAMS}/{workstreamPrefix}`]: members(P, A),
  'GET /users/{email}': anyone(P, C, H, A),
  'PUT /users/{email}': anyone(P, C, H, A),
} as const;

/** Street Lookup and GeoJSON; `GET /forward-plans` is a path of Reporting too, for the same roles. */
const maps = {
  'GET /nsg/streets': anyone(P, C, H),
  'GET /nsg/streets/{usrn}': anyone(P, C, H),
  'GET /nsg/search': anyone(P, C, H),
  'GET /works': anyone(P, C, H),
  'GET /activities': anyone(P, C, H),
  'GET /forward-plans': anyone(P, C, H),
  'GET /hs2-act-limits': anyone(P, C, H),
} as const;

/** The Data Export API. */
const dataExport = {
  'POST /permits/csv': members(P, C, H),
  'POST /alterations/csv': members(P, C, H),
  'POST /forward-plans/csv': members(P, C, H),
  'POST /inspections/csv': members(P, C, H),
  'POST /fixed-penalty-notices/csv': members(P, C, H),
  'POST /reinstatements/csv': members(P, C, H),
  'POST /section-81s/csv': members(P, C, H),
  'POST /comments/csv': members(P, C, H),
  'POST /fees/csv': members(P, C, H),
  'GET /csv/{csvId}': members(P, C, H),
  'GET /activity-data': anyone('DataExport', P, C, H, A),
} as const;

/** Every operation that asks for a token, by its method and path below the service's base. */
export const operationAccess: Readonly<Record<string, OperationAccess>> = {
  ...work,
  ...reporting,
  ...party,
  ...maps,
  ...dataExport,
};
