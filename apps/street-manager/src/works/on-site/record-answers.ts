import { prepared } from '@switchyard/db';
import type {
  ExcavationCarriedOutRequest,
  FinalReinstatementRequest,
  HistoryEvent,
  InspectionUnitsRequest,
} from '@switchyard/domain/street-manager';
import { answerExcavation, logInspectionUnits, registerFinalReinstatement } from '@switchyard/domain/street-manager';
import { recordEvents } from '../../history/record';
import type { PermitRow } from '../../permits/row';
import { permitTable } from '../../permits/row';
import type { Act } from '../../shared/deps';
import { mayWrite } from '../../shared/parties';
import { lockWork } from '../repository';
import type { WorkRow } from '../row';
import { workTable } from '../row';
import { takeOnSite } from './take-on-site';

const excavationOfPermit = prepared<{ found: boolean }>(
  'excavation-of-permit',
  `select exists (select from reinstatement where permit_reference = $1 and type = 'excavation') as found`,
);
const excavationOfWork = prepared<{ found: boolean }>(
  'excavation-of-work',
  `select exists (select from site where work_reference = $1 and reinstatement_type = 'excavation') as found`,
);

/** Whether the ground was opened after all; an excavation that is recorded on the permit has answered it. */
export async function answerExcavationCarriedOut(
  act: Act,
  reference: string,
  request: ExcavationCarriedOutRequest,
): Promise<void> {
  const { work, permit, known } = await takeOnSite(act, reference);
  const excavated = await act.tx.first(excavationOfPermit, [permit.reference]);
  const events = answerExcavation({
    excavation: permit.content.excavation ?? false,
    isStarted: known.facts.isStarted,
    hasExcavationReinstatement: excavated!.found,
  });
  mark(act, work, permit, { excavation_carried_out: request.excavation_carried_out! }, events);
}

/** Whether the last site of the works is registered. */
export async function answerFinalReinstatement(
  act: Act,
  reference: string,
  request: FinalReinstatementRequest,
): Promise<void> {
  const { work, permit, known } = await takeOnSite(act, reference);
  const excavated = await act.tx.first(excavationOfWork, [work.reference]);
  const { isStarted } = known.facts;
  const events = registerFinalReinstatement({ isStarted, hasExcavationSite: excavated!.found });
  mark(act, work, permit, { final_reinstatement: request.final_reinstatement! }, events);
}

/** How many units the sites of the works count for; works without a permit have sites too. */
export async function recordInspectionUnits(
  act: Act,
  reference: string,
  request: InspectionUnitsRequest,
): Promise<void> {
  const work = await lockWork(act.tx, reference);
  mayWrite(act.caller, work);
  const events = logInspectionUnits({ numberOfSites: work.site_count });
  workTable.change(act.tx, work.reference, { inspection_units: request.inspection_units! });
  tell(act, work, events);
}

function mark(act: Act, work: WorkRow, permit: PermitRow, changes: Partial<PermitRow>, events: HistoryEvent[]): void {
  permitTable.change(act.tx, permit.reference, { ...changes, date_modified: act.now });
  tell(act, work, events);
}

const tell = (act: Act, work: WorkRow, events: HistoryEvent[]): void =>
  recordEvents(act, work, events, { object: work.active_permit });
