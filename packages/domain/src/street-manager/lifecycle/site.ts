import type { StateMachine } from '../../kernel';
import { reinstatementStatuses } from '../enums';
import type { HistoryEvent, PermitStatus, ReinstatementStatus, ReinstatementType, WorkStatus } from '../enums';
import { precondition, proceed } from './precondition';

export type SiteEvent = 'correct_interim' | 'correct_permanent' | 'make_permanent' | 'reopen';

/** A site is as its newest reinstatement is. Corrections can stay on one permit, the others need a later one. */
export const siteMachine: StateMachine<ReinstatementStatus, SiteEvent> = {
  name: 'site',
  initial: 'interim',
  states: reinstatementStatuses,
  // prettier-ignore
  transitions: {
    correct_interim:   { from: ['interim'],   to: 'interim' },
    correct_permanent: { from: ['permanent'], to: 'permanent' },
    make_permanent:    { from: ['interim'],   to: 'permanent' },
    reopen:            { from: ['permanent'], to: 'interim' },
  },
};

const MOST_SITES = 999;

/** A reinstatement, with the place of its permit among the permits of the work; null when the work had no permit. */
export interface ReinstatementState {
  status: ReinstatementStatus;
  permitNumber: number | null;
}

/** The state of a site after a further reinstatement. Throws PreconditionFailed where that needs a later permit. */
export function siteTransition(newest: ReinstatementState, next: ReinstatementState): ReinstatementStatus {
  const event = siteEvents[newest.status][next.status];
  const refusal = `A site that is ${newest.status} can only be made ${next.status} under a later permit`;
  precondition(!needsLaterPermit(event) || isLater(next.permitNumber, newest.permitNumber), refusal);
  return proceed(siteMachine, newest.status, event, refusal);
}

const siteEvents: Readonly<Record<ReinstatementStatus, Readonly<Record<ReinstatementStatus, SiteEvent>>>> = {
  interim: { interim: 'correct_interim', permanent: 'make_permanent' },
  permanent: { interim: 'reopen', permanent: 'correct_permanent' },
};

function needsLaterPermit(event: SiteEvent): boolean {
  return event === 'make_permanent' || event === 'reopen';
}

/** Any permit is later than none. */
function isLater(permitNumber: number | null, than: number | null): boolean {
  return permitNumber !== null && permitNumber > (than ?? 0);
}

export interface ReinstatementFacts {
  workStatus: WorkStatus;
  activePermit: { status: PermitStatus; isStarted: boolean; excavation: boolean } | null;
  /** Inherited from the site when it exists. */
  type: ReinstatementType;
}

/** What must hold before a reinstatement is recorded, on a new site or an old one. Throws PreconditionFailed. */
export function addReinstatement({ workStatus, activePermit, type }: ReinstatementFacts): HistoryEvent[] {
  if (!activePermit) {
    precondition(workStatus === 'non_notifiable', `A reinstatement can not be added to works that are ${workStatus}`);
    precondition(type !== 'excavation', 'An excavation can not be added to non notifiable works without a permit');
    return ['reinstatement_submitted'];
  }
  const { status, isStarted, excavation } = activePermit;
  precondition(
    (isStarted && workStatus === 'in_progress') || status === 'closed',
    'A reinstatement can only be added when the active permit is in progress or closed',
  );
  precondition(
    type !== 'excavation' || excavation,
    'An excavation can only be added when the active permit has excavation set to true',
  );
  return ['reinstatement_submitted'];
}

/** The number of the next site. Throws PreconditionFailed when the work has all that it may have. */
export function nextSiteNumber(numberOfSites: number): number {
  precondition(numberOfSites < MOST_SITES, `Works can not have more than ${MOST_SITES} sites`);
  return numberOfSites + 1;
}
