import type { HistoryEvent } from '../enums';
import type { Hs2Treatment } from '../hs2';
import { precondition } from './precondition';

/** What an authority does with a consultation: it acknowledges it, once. Throws PreconditionFailed. */
export function acknowledgeHs2(facts: { hs2Treatment: Hs2Treatment; isAcknowledged: boolean }): HistoryEvent[] {
  precondition(facts.hs2Treatment === 'consultation', 'Only a HS2 consultation can be acknowledged');
  precondition(!facts.isAcknowledged, 'The HS2 consultation has already been acknowledged');
  return ['permit_hs2_acknowledged'];
}
