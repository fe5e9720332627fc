import { defaultWorkstream } from './requests/permit-application';
import type { Role, WorkstreamAccessLevel } from './enums';
import { sideOf } from './access-roles';
import type { Side } from './access-roles';

/** A user and what its organisations let it do. */
export interface AccessSubject {
  /** SWA code, or another reference of an organisation that has none. */
  organisation: string;
  roles: readonly Role[];
  /** The workstreams of promoters that the user has access to; absence is no access. */
  workstreams: readonly { organisation: string; prefix: string; level: WorkstreamAccessLevel }[];
  /** The promoters that have contracted the user's organisation and are not suspended. */
  contractedBy: readonly string[];
}

/** Whose a record is: what access to it depends on. */
export interface RecordParties {
  promoter: string;
  authority: string;
  workstream: string;
}

/**
 * What is read: `details` are permits, forward plans, alterations and activities, which any user may see; `work` is the
 * record of the works and all else that hangs on it.
 */
export type ReadScope = 'details' | 'work';

/** True when the user's organisation is the authority, is the promoter or has a contract with it: the side it acts on. */
export function isMember(subject: AccessSubject, record: Pick<RecordParties, 'promoter' | 'authority'>): boolean {
  const side = sideOf(subject.roles);
  if (side === 'authority') return record.authority === subject.organisation;
  return side === 'promoter' && actsFor(subject, record.promoter);
}

/** True when the user plans for this promoter: its own organisation, or for a contractor one that has contracted it. */
export function actsFor(subject: AccessSubject, promoter: string): boolean {
  return subject.roles.includes('Contractor')
    ? subject.contractedBy.includes(promoter)
    : subject.organisation === promoter;
}

/** What the user may do in a workstream of a promoter; null for nothing. */
export function levelIn(subject: AccessSubject, promoter: string, prefix: string): WorkstreamAccessLevel | null {
  if (!actsFor(subject, promoter)) return null;
  const access = subject.workstreams.find((one) => one.organisation === promoter && one.prefix === prefix);
  return access?.level ?? null;
}

/** Why the user may not write to the record, or null. Authorities have no workstreams; planners need full write. */
export function writeRefusal(subject: AccessSubject, record: RecordParties): string | null {
  if (!isMember(subject, record)) return 'the record is of another organisation';
  if (sideOf(subject.roles) === 'authority') return null;
  const level = levelIn(subject, record.promoter, record.workstream);
  return level === 'full_write' ? null : `the user may not write in workstream ${record.workstream}`;
}

/** Why the user may not read this of the record, or null. The published rules for access to works and to details. */
export function readRefusal(subject: AccessSubject, record: RecordParties, scope: ReadScope): string | null {
  if (scope === 'details') return null;
  if (!isMember(subject, record)) return 'the record is of another organisation';
  if (sideOf(subject.roles) === 'authority') return null;
  const level = levelIn(subject, record.promoter, record.workstream);
  return level === null ? `the user has no access to workstream ${record.workstream}` : null;
}

/** Why the user may not create a record for these parties, or null: each side names itself, the promoter may be any to an authority. */
export function creationRefusal(
  subject: AccessSubject,
  parties: Pick<RecordParties, 'promoter' | 'authority'>,
): string | null {
  return isMember(subject, parties) ? null : refusalOf[sideOf(subject.roles) ?? 'none'];
}

const refusalOf: Record<Side | 'none', string> = {
  promoter: 'the promoter is another organisation',
  authority: 'the highway authority is another organisation',
  none: 'the user is neither a promoter nor an authority',
};

/**
 * The workstream of a new record that will hold permits: the one asked for, or the lowest that is active; the user needs
 * full write. Null when there is none: the record cannot be created. The default workstream is never chosen.
 */
export function chooseWorkstream(
  subject: AccessSubject,
  promoter: string,
  active: readonly string[],
  requested?: string | null,
): string | null {
  const candidates = requested ? active.filter((prefix) => prefix === requested) : [...active].sort();
  const writable = (prefix: string): boolean => levelIn(subject, promoter, prefix) === 'full_write';
  return candidates.find((prefix) => prefix !== defaultWorkstream && writable(prefix)) ?? null;
}
