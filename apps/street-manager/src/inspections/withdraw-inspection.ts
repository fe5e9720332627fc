import type { InspectionWithdrawalRequest } from '@switchyard/domain/street-manager';
import { withdrawInspection } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import { reverseProgress } from '../sample-inspections/progress';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import { findInspection } from './repository';
import { inspections } from './row';

interface Named {
  workReferenceNumber: string;
  inspectionReferenceNumber: string;
}

/** The authority takes back an inspection, once: what it did for samples is undone. */
export async function withdraw(act: Act, named: Named, request: InspectionWithdrawalRequest): Promise<void> {
  const { tx, caller, now } = act;
  const work = await lockWork(tx, named.workReferenceNumber);
  const inspection = await findInspection(tx, work.reference, named.inspectionReferenceNumber);
  mayWrite(caller, work);
  const { status, events } = withdrawInspection(inspection.status);
  inspections.change(tx, inspection.reference, {
    status,
    withdrawal_reason: request.reason_for_withdrawal!,
    withdrawal_details: request.withdrawal_details!,
    date_modified: now,
  });
  const reversed = await reverseProgress(act, inspection);
  recordHistory(act, work, [
    ...events.map((event) => ({ event, object: inspection.reference, details: request.withdrawal_details })),
    ...reversed,
  ]);
}
