import { refuse } from '@switchyard/domain';
import type { EventContext, EventableType, GenericEvent } from '@switchyard/domain/book-secure-move';
import {
  arrivalOf,
  canonicalEventType,
  checkEvent,
  keptDetails,
  keptRelationships,
  requireRelationships,
} from '@switchyard/domain/book-secure-move';
import { authorOf } from '../caller';
import type { Act } from '../shared/deps';
import type { Happening } from './happening';
import type { RelatedRecords } from './related-records';
import { findRelated } from './related-records';
import type { Subject } from './subject';

/**
 * The event that a happening becomes, once its rules hold. Throws NotFound for a record that it names in vain, before
 * RulesBroken for anything else.
 */
export async function admitEvent(act: Act, subject: Subject, happening: Happening): Promise<GenericEvent> {
  const { ids, caller, now } = act;
  const { occurredAt, recordedAt, notes, details, relationshipIds } = happening;
  const eventType = canonicalEventType(happening.eventType);
  const asSent = { eventType, eventableType: subject.type, details, relationshipIds };

  const related = await findRelated(act, { ...happening, eventType });
  requireRelationships(asSent, new Set(Object.keys(related.ids)));
  refuse(checkEvent(asSent, contextOf(act, subject, related)));

  return {
    id: ids.uuid(),
    eventType,
    eventableType: subject.type as EventableType, // NOTE no event suits a profile: that has just been refused
    eventableId: subject.id,
    occurredAt,
    recordedAt,
    notes,
    createdBy: authorOf(caller),
    supplierId: caller.supplierId,
    details: keptDetails(eventType, details),
    relationships: keptRelationships(eventType, related.ids),
    createdAt: arrivalOf(occurredAt, subject.log, now),
  };
}

function contextOf({ caller, reference }: Act, subject: Subject, { locations }: RelatedRecords): EventContext {
  const move = subject.type === 'moves' && {
    from: reference.locations.find(subject.held.move.fromLocationId) ?? null,
    lockedOut: isLockedOut(subject.log),
  };
  return { supplierClient: caller.supplierId !== null, locations, move: move || null };
}

/** Whether the log of a move tells of a lockout: it relaxes the move's rules. */
export const isLockedOut = (log: readonly GenericEvent[]): boolean =>
  log.some(({ eventType }) => eventType === 'MoveLockout');
