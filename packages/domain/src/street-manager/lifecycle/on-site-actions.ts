import type { HistoryEvent } from '../enums';
import { precondition } from './precondition';

export interface ExcavationAnswerFacts {
  /** What the active permit said before the works; null when the work has no permit. */
  excavation: boolean | null;
  isStarted: boolean;
  /** An excavation is recorded under the active permit: that is the answer already. */
  hasExcavationReinstatement: boolean;
}

/** What must hold before the promoter says whether an excavation took place. Throws PreconditionFailed. */
export function answerExcavation(facts: ExcavationAnswerFacts): HistoryEvent[] {
  precondition(facts.excavation !== null, 'The works have no permit');
  precondition(facts.excavation === true, 'Excavation carried out can not be set on a permit without excavation');
  precondition(facts.isStarted, 'Excavation carried out can only be set once works start has been logged');
  precondition(
    !facts.hasExcavationReinstatement,
    'Excavation carried out can not be set once an excavation reinstatement has been added to the permit',
  );
  return ['excavation_carried_out_updated'];
}

/** What must hold before inspection units are logged. Throws PreconditionFailed. */
export function logInspectionUnits(facts: { numberOfSites: number }): HistoryEvent[] {
  precondition(facts.numberOfSites > 0, 'Inspection units can only be logged on works with at least one site');
  return ['inspection_units_logged'];
}

/** What must hold before the final site is registered or taken back. Throws PreconditionFailed. */
export function registerFinalReinstatement(facts: { isStarted: boolean; hasExcavationSite: boolean }): HistoryEvent[] {
  precondition(facts.isStarted, 'Final reinstatement can only be set once works start has been logged');
  precondition(
    facts.hasExcavationSite,
    'Final reinstatement can only be set on works with at least one excavation site',
  );
  return ['final_reinstatement_updated'];
}
