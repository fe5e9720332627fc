import type { Violation } from '@switchyard/domain';
import { Conflict } from '@switchyard/domain';
import type { AlterationRequest, PermitFacts } from '@switchyard/domain/street-manager';
import { checkAlterationRequest } from '@switchyard/domain/street-manager';
import type { LinkedFile } from '../files/link-files';
import { filesOf, linkFiles } from '../files/link-files';
import { recordEvents } from '../history/record';
import { factsOf } from '../permits/facts';
import { surroundingsOf } from '../permits/repository';
import type { PermitRow } from '../permits/row';
import { permitTable } from '../permits/row';
import type { NamedPermit } from '../permits/take-permit';
import { takePermit } from '../permits/take-permit';
import type { Act } from '../shared/deps';
import type { WorkRow } from '../works/row';
import { applyChanges } from './apply-alteration';
import { judgeAlteration } from './judge-alteration';
import { newAlteration, nextReference } from './new-alteration';
import { pendingAlterationOf } from './repository';
import { alterationTable } from './row';

/** The rules that the request alone decides; they are answered together with what the contract finds. */
export const rulesForAlteration = (request: AlterationRequest, now: Date): Violation[] =>
  checkAlterationRequest(request, { now });

/**
 * Records an alteration of a permit by its promoter or its authority. Its type follows from who asks and how the permit
 * stands; its values reach the permit at once, or wait for the authority. Gives its reference.
 */
export async function proposeAlteration(act: Act, named: NamedPermit, request: AlterationRequest): Promise<string> {
  const { tx } = act;
  const { work, permit, facts } = await takeForAlteration(act, named);
  const judgement = judgeAlteration(act, work, permit, facts, request);
  const around = await surroundingsOf(tx, permit);
  const newFiles = await linkNewFiles(act, permit, request);
  const { row, changes } = newAlteration(act, { ...judgement, work, permit, around, request, newFiles });
  alterationTable.insert(tx, row);
  permitTable.change(tx, permit.reference, { alteration_count: row.number });
  if (!row.is_pending) applyChanges(act, work, permit, row.reference, changes);
  const { events } = judgement.derived;
  recordEvents(act, work, events, { object: row.reference, details: row.reason });
  return row.reference;
}

interface Taken {
  work: WorkRow;
  permit: PermitRow;
  facts: PermitFacts;
}

/**
 * Takes the permit as every write does. Throws Conflict where another alteration that has to wait was made while this one
 * waited for the work.
 */
async function takeForAlteration(act: Act, named: NamedPermit): Promise<Taken> {
  const [pendingBefore, { work, permit }] = await Promise.all([
    pendingAlterationOf(act.tx, named.permitReferenceNumber),
    takePermit(act, named),
  ]);
  const { facts, pendingAlteration } = await factsOf(act.tx, permit, work);
  if (pendingAlteration !== null && pendingBefore === undefined) {
    throw new Conflict('another alteration of the permit was submitted at the same time');
  }
  return { work, permit, facts };
}

/** Files wait with their alteration, and become the permit's own when it applies. */
async function linkNewFiles(act: Act, permit: PermitRow, { file_ids }: AlterationRequest): Promise<LinkedFile[]> {
  if (!file_ids || file_ids.length === 0) return [];
  const reference = nextReference(permit);
  await linkFiles(act, file_ids, { kind: 'alteration', reference, work: permit.work_reference });
  return filesOf(act.tx, 'alteration', reference);
}
