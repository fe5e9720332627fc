import { everyPair, InvalidTransition, nextState } from '../../kernel';
import type { StateMachine } from '../../kernel';
import { activityMachine } from './activity';
import { alterationMachine } from './alteration-status';
import { fixedPenaltyNoticeMachine } from './fixed-penalty-notice';
import { forwardPlanMachine } from './forward-plan';
import { inspectionMachine } from './inspection';
import { paaMachine } from './paa-status';
import { permitMachine } from './permit-status';
import { sampleInspectionMachine, sampleTargetMachine } from './sample-inspection';
import { scheduleMachine } from './scheduled-inspection';
import { section74Machine } from './section-74';
import { section81Machine } from './section-81';
import { siteMachine } from './site';
import { workMachine } from './work-status';

type Expected = Record<string, Record<string, string>>;

function outcomeOf<S extends string, E extends string>(machine: StateMachine<S, E>, state: S, event: E): string {
  try {
    return nextState(machine, state, event);
  } catch (error) {
    if (error instanceof InvalidTransition) return 'refused';
    throw error;
  }
}

/** Every state with every event: what the table does not name is refused. */
function describeMachine<S extends string, E extends string>(machine: StateMachine<S, E>, expected: Expected): void {
  describe(machine.name, () => {
    test.each(everyPair(machine))('%s + %s', (state, event) => {
      expect(outcomeOf(machine, state, event)).toBe(expected[state]?.[event] ?? 'refused');
    });
  });
}

const addition = { add_permit: 'planned', add_immediate_permit: 'in_progress' };

describeMachine(workMachine, {
  planned: { start: 'in_progress', cancel: 'cancelled', ...addition },
  in_progress: { revert_start: 'planned', stop: 'completed', cancel: 'cancelled' },
  completed: { revert_stop: 'in_progress', ...addition },
  cancelled: addition,
  historical: addition,
  non_notifiable: addition,
});

const stop = { cancel: 'cancelled', stop: 'closed' };

describeMachine(permitMachine, {
  submitted: {
    grant: 'granted',
    deem: 'granted',
    refuse: 'refused',
    request_modification: 'permit_modification_request',
    ...stop,
  },
  permit_modification_request: {
    grant: 'granted',
    refuse: 'refused',
    answer_modification: 'submitted',
    ...stop,
  },
  granted: { revoke: 'revoked', ...stop },
  refused: stop,
  revoked: stop,
  closed: {
    revert_stop_to_submitted: 'submitted',
    revert_stop_to_permit_modification_request: 'permit_modification_request',
    revert_stop_to_granted: 'granted',
    revert_stop_to_refused: 'refused',
    revert_stop_to_revoked: 'revoked',
  },
});

describeMachine(paaMachine, {
  submitted: { grant: 'granted', deem: 'granted', refuse: 'refused', progress: 'progressed', cancel: 'cancelled' },
  granted: { revoke: 'revoked', progress: 'progressed', cancel: 'cancelled' },
  refused: { cancel: 'cancelled' },
});

describeMachine(alterationMachine, {
  submitted: {
    grant: 'granted',
    grant_with_duration_challenge: 'granted_with_duration_challenge',
    refuse: 'refused',
    deem: 'deemed',
    cancel: 'cancelled',
    revoke: 'revoked',
  },
});

const resolution = { paid: 'paid', paid_discounted: 'paid_discounted', withdrawn: 'withdrawn' };

describeMachine(fixedPenaltyNoticeMachine, {
  issued: { accepted: 'accepted', disputed: 'disputed', ...resolution },
  disputed: { accepted: 'accepted', ...resolution },
  accepted: resolution,
});

const ended = { resolved_by_ha: 'resolved_by_ha', cancelled: 'cancelled' };

describeMachine(section81Machine, {
  issued: { acknowledged: 'acknowledged', accepted: 'accepted', rejected: 'rejected', ...ended },
  acknowledged: { accepted: 'accepted', rejected: 'rejected', ...ended },
  accepted: { accepted_fixed: 'accepted_fixed', rejected: 'rejected', ...ended },
  accepted_fixed: ended,
  rejected: { accepted: 'accepted', reassign: 'issued', ...ended },
  cancelled: { reassign: 'issued' },
});

describeMachine(section74Machine, {
  warning_issued: { charges_ended: 'charges_ended', warning_disputed: 'warning_disputed', withdrawn: 'withdrawn' },
  warning_disputed: { charges_ended: 'charges_ended', withdrawn: 'withdrawn' },
  charges_ended: {
    warning_disputed: 'warning_disputed',
    withdrawn: 'withdrawn',
    draft_invoice_issued: 'draft_invoice_issued',
  },
  draft_invoice_issued: { withdrawn: 'withdrawn', resolved: 'resolved' },
});

describeMachine(forwardPlanMachine, { raised: { edit: 'raised', cancel: 'cancelled', progress: 'progressed' } });
describeMachine(activityMachine, { active: { edit: 'active', cancel: 'cancelled' } });
describeMachine(inspectionMachine, { recorded: { withdraw: 'withdrawn' } });

describeMachine(scheduleMachine, {
  free: { schedule: 'scheduled', inspection_recorded: 'free', reinspection_requested: 'scheduled' },
  scheduled: { remove: 'free', inspection_recorded: 'free', reinspection_requested: 'scheduled' },
});

describeMachine(sampleInspectionMachine, {
  issued: { complete: 'completed', expire: 'expired' },
  completed: { reopen: 'issued' },
});
describeMachine(sampleTargetMachine, { active: { update: 'active', close: 'closed' } });

describeMachine(siteMachine, {
  interim: { correct_interim: 'interim', make_permanent: 'permanent' },
  permanent: { correct_permanent: 'permanent', reopen: 'interim' },
});
