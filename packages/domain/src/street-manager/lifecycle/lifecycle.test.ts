import fc from 'fast-check';
import { PreconditionFailed } from '../errors';
import { awaitsAssessment } from './alteration-status';
import { assessPermit } from './assess-permit';
import type { AssessmentDecision } from './assess-permit';
import { cancelPermit } from './cancel-permit';
import { decideAlteration, deemAlteration } from './decide-alteration';
import { deemPermit } from './deem-permit';
import { deriveAlteration } from './derive-alteration';
import { isUndecided } from './permit-facts';
import type { PermitFacts, PermitOutcome } from './permit-facts';
import { immediate, submitted } from './permit.fixture';
import { pmrAlterations } from './pmr-alterations';
import type { PmrAlterations } from './pmr-alterations';
import { revertStart } from './revert-start';
import { revertStop } from './revert-stop';
import { startWork } from './start-work';
import { stopWork } from './stop-work';

type Command = (facts: PermitFacts, setting: PmrAlterations) => PermitFacts;

/** The facts as a service would store them after an outcome. */
function stored(facts: PermitFacts, outcome: PermitOutcome, change: Partial<PermitFacts> = {}): PermitFacts {
  const { status, assessmentStatus, workStatus } = outcome;
  const pendingAlteration = outcome.pendingAlteration === null ? facts.pendingAlteration : null;
  return { ...facts, status, assessmentStatus, workStatus, pendingAlteration, ...change };
}

const assess =
  (decision: AssessmentDecision): Command =>
  (facts) =>
    stored(facts, assessPermit(facts, { decision, isDurationChallenged: false }), {
      everModificationRequested: facts.everModificationRequested || decision === 'permit_modification_request',
    });

const alter: Command = (facts, setting) => {
  const request = { by: 'promoter', changed: new Set(['proposed_end_date']), category: facts.category } as const;
  const { type, status, permitStatus } = deriveAlteration(facts, request, setting);
  const pendingAlteration = awaitsAssessment({ type, status }, setting) ? type : null;
  return { ...facts, status: permitStatus, pendingAlteration };
};

const settle =
  (decide: typeof deemAlteration): Command =>
  (facts, setting) => {
    if (facts.pendingAlteration === null) return facts;
    decide({ type: facts.pendingAlteration, status: 'submitted' }, setting);
    return { ...facts, pendingAlteration: null };
  };

const commands: Record<string, Command> = {
  grant: assess('granted'),
  refuse: assess('refused'),
  requestModification: assess('permit_modification_request'),
  revoke: assess('revoked'),
  deem: (facts) => stored(facts, deemPermit(facts)),
  cancel: (facts) => stored(facts, cancelPermit(facts)),
  start: (facts, setting) => stored(facts, startWork(facts, setting), { isStarted: true }),
  revertStart: (facts) => stored(facts, revertStart(facts), { isStarted: false }),
  stop: (facts) => stored(facts, stopWork(facts), { statusBeforeStop: facts.status }),
  revertStop: (facts) => stored(facts, revertStop(facts), { statusBeforeStop: null }),
  alter,
  grantAlteration: settle((alteration, setting) => decideAlteration(alteration, 'granted', setting)),
  deemAlteration: settle(deemAlteration),
};

/** A refused command changes nothing. */
function attempt(command: Command, facts: PermitFacts, setting: PmrAlterations): PermitFacts {
  try {
    return command(facts, setting);
  } catch (error) {
    if (error instanceof PreconditionFailed) return facts;
    throw error;
  }
}

describe.each(pmrAlterations)('whatever is asked of a permit, %s', (setting) => {
  it.each([
    ['planned', submitted()],
    ['immediate', immediate()],
  ])('its statuses agree: %s', (_, first) => {
    const names = fc.array(fc.constantFrom(...Object.keys(commands)), { maxLength: 25 });
    fc.assert(
      fc.property(names, (sequence) => {
        let facts = first;
        for (const name of sequence) {
          facts = attempt(commands[name]!, facts, setting);
          const { status, assessmentStatus, workStatus, isStarted, pendingAlteration } = facts;
          expect(workStatus === 'completed').toBe(status === 'closed');
          expect(workStatus === 'cancelled').toBe(status === 'cancelled');
          if (workStatus === 'planned') expect(isStarted).toBe(false);
          if (workStatus === 'in_progress') expect(isStarted).toBe(true);
          if (status === 'submitted') expect(isUndecided(assessmentStatus)).toBe(true);
          if (status === 'permit_modification_request') expect(assessmentStatus).toBe(status);
          if (status === 'granted') expect(assessmentStatus).toBe('granted');
          if (status === 'refused' || status === 'revoked') expect(assessmentStatus).toBe(status);
          if (pendingAlteration === 'MODIFIED_PERMIT') expect(status).toBe('permit_modification_request');
          else if (pendingAlteration !== null) expect(['granted', 'revoked']).toContain(status);
        }
      }),
      { numRuns: 500 },
    );
  });
});
