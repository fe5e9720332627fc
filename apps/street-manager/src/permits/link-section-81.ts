import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { linkSection81, normaliseReference, unlinkSection81 } from '@switchyard/domain/street-manager';
import type {
  HistoryEvent,
  Section81LinkFacts,
  Section81LinkRequest,
  Section81UnlinkRequest,
} from '@switchyard/domain/street-manager';
import { recordEvents } from '../history/record';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import type { WorkRow } from '../works/row';
import { markPermit } from './mark-permit';
import { findPermit } from './repository';
import type { PermitRow } from './row';
import type { NamedPermit } from './take-permit';

const find = prepared<{ reference: string; work_reference: string }>(
  'section-81-to-link',
  'select reference, work_reference from section_81 where reference = $1',
);
const linkedPermit = prepared<{ reference: string }>(
  'permit-of-section-81',
  'select reference from permit where section_81_reference = $1',
);

export interface LinkedSection81 {
  section_81_work_reference_number: string;
  section_81_reference_number: string;
}

/** A promoter says which of its permits puts a section 81 right: one for one. */
export async function link(act: Act, named: NamedPermit, request: Section81LinkRequest): Promise<LinkedSection81> {
  const pair = await takePair(act, named, request);
  store(act, pair, linkSection81(pair.facts), pair.section81.reference, null);
  return {
    section_81_work_reference_number: pair.section81.work.reference,
    section_81_reference_number: pair.section81.reference,
  };
}

/** Parts the two again. */
export async function unlink(act: Act, named: NamedPermit, request: Section81UnlinkRequest): Promise<void> {
  const pair = await takePair(act, named, request);
  store(act, pair, unlinkSection81(pair.facts), null, request.unlink_reason ?? null);
}

interface Pair {
  work: WorkRow;
  permit: PermitRow;
  section81: { reference: string; work: WorkRow };
  facts: Section81LinkFacts;
}

/** Takes both works, always the lower reference first, so that two requests never wait for each other. */
async function takePair(act: Act, named: NamedPermit, request: Section81LinkRequest): Promise<Pair> {
  const { tx, caller } = act;
  const notice = await tx.first(find, [normaliseReference(request.section_81_reference_number!)]);
  const reference = normaliseReference(named.workReferenceNumber);
  const works = new Map<string, WorkRow>();
  for (const each of [reference, ...(notice ? [notice.work_reference] : [])].sort()) {
    works.set(each, await lockWork(tx, each));
  }
  const work = works.get(reference)!;
  const permit = await findPermit(tx, work.reference, named.permitReferenceNumber);
  if (!notice) throw new NotFound('section 81', request.section_81_reference_number!);
  const section81 = { reference: notice.reference, work: works.get(notice.work_reference)! };
  mayWrite(caller, work);
  mayWrite(caller, section81.work);
  const linked = await tx.first(linkedPermit, [notice.reference]);
  return {
    work,
    permit,
    section81,
    facts: {
      permit: { promoterSwaCode: work.promoter, linkedSection81: permit.section_81_reference },
      section81: {
        referenceNumber: notice.reference,
        promoterSwaCode: section81.work.promoter,
        linkedPermit: linked?.reference ?? null,
      },
    },
  };
}

/** Both works have it in their history. */
function store(
  act: Act,
  { work, permit, section81 }: Pair,
  events: readonly HistoryEvent[],
  linked: string | null,
  reason: string | null,
): void {
  markPermit(act, work, permit, {
    events,
    details: reason,
    topic: { onPermitWork: true },
    changes: { section_81_reference: linked },
  });
  recordEvents(act, section81.work, events, { object: section81.reference, details: reason });
}
