import { prepared } from '@switchyard/db';
import { historyDetails, historyOf, systemUsername } from '@switchyard/domain/street-manager';
import type { HistoryEvent, HistoryFacts } from '@switchyard/domain/street-manager';
import type { Act, Delegated } from '../shared/deps';

/** What happened, for the history. */
export interface Happening {
  event: HistoryEvent;
  /** The record that it happened to: a permit's reference, a site's number, a file's id. */
  object?: string | null;
  /** Said beside what the event itself says, such as a reason. */
  details?: string | null;
  /** What decides the topic, where the event alone does not. */
  topic?: HistoryFacts;
  /** Seen by this organisation alone. */
  onlyFor?: string | null;
  /** When it happened, where that is not now: what deems does so at its deadline. */
  at?: Date;
  /** A consequence of what the caller did: the service stands for it, not the caller. */
  automatic?: boolean;
}

/** The work that something happens to, and who may see it. */
export interface HistoryScope {
  reference: string;
  promoter: string;
  highway_authority: string;
  workstream: string;
}

/**
 * Says that numbers above the present one are being given, for as long as this transaction runs: a reader that sees the
 * lock stops there, and so never overlooks what commits late. See `settled.ts`.
 */
const announce = prepared(
  'announce-history',
  `select pg_advisory_xact_lock_shared((4302::bigint << 48) | (last_value - case when is_called then 0 else 1 end))
   from update_id`,
);
// All at once, in their order: the numbers are given as the rows come.
const insert = prepared(
  'insert-history',
  `insert into history (work_reference, at, event, topic, details, username, object_reference,
     internal_user_identifier, internal_user_name, only_for, promoter, highway_authority, workstream)
   select work_reference, at, event, topic, details, username, object_reference, internal_user_identifier,
     internal_user_name, only_for, promoter, highway_authority, workstream
   from jsonb_populate_recordset(null::history, $1::jsonb)`,
);

interface Actor extends Delegated {
  username: string;
}

/** Writes what happened to a work, or to no work, in this order. */
export function recordHistory(
  { tx, now, caller, delegated }: Pick<Act, 'tx' | 'now' | 'delegated'> & { caller: { id: string } },
  scope: HistoryScope | null,
  happenings: readonly Happening[],
): void {
  if (happenings.length === 0) return;
  tx.send(announce);
  const rows = happenings.map((happening) => {
    const { event, object, details, topic, onlyFor, at } = happening;
    const by: Actor = happening.automatic ? { username: systemUsername } : { username: caller.id, ...delegated };
    return {
      work_reference: scope?.reference,
      at: at ?? now,
      event,
      topic: historyOf(event, topic).topic,
      details: historyDetails(event, details),
      ...by,
      object_reference: object,
      only_for: onlyFor,
      promoter: scope?.promoter,
      highway_authority: scope?.highway_authority,
      workstream: scope?.workstream,
    };
  });
  tx.append(insert, [JSON.stringify(rows)]);
}

/** Writes events that all happened to the same record. */
export const recordEvents = (
  act: Parameters<typeof recordHistory>[0],
  scope: HistoryScope | null,
  events: readonly HistoryEvent[],
  about: Omit<Happening, 'event'> = {},
): void =>
  recordHistory(
    act,
    scope,
    events.map((event) => ({ ...about, event })),
  );
