import type { GenericEvent } from '@switchyard/domain/book-secure-move';
import type { Act } from '../shared/deps';
import { admitEvent } from './admit-event';
import type { Happening } from './happening';
import type { TransferOrder } from './prison-transfers';
import { replayJourney } from './replay-journey';
import { replayMove } from './replay-move';
import { appendEvent } from './repository';
import type { Subject } from './subject';

export interface Recorded {
  event: GenericEvent;
  /** What the prison register is to be asked for once this is durable: hand it to `orderTransfers`. */
  transfers: TransferOrder[];
}

/**
 * Stores an event and applies the subject's whole log, in order of occurrence, to its present state. An event that
 * does not suit that state is kept all the same. Throws NotFound or RulesBroken for an event, or a move after it, that
 * breaks a rule; then nothing is kept.
 */
export async function recordEvent(act: Act, subject: Subject, happening: Happening): Promise<Recorded> {
  const event = await admitEvent(act, subject, happening);
  appendEvent(act.tx, event);
  return { event, transfers: await replay(act, subject, event) };
}

async function replay(act: Act, subject: Subject, event: GenericEvent): Promise<TransferOrder[]> {
  switch (subject.type) {
    case 'moves':
      return replayMove(act, subject, event);
    case 'journeys':
      await replayJourney(act, subject, event);
      return [];
    default:
      return [];
  }
}
