import type { Connection } from '@switchyard/db';
import { all, literal, sql } from '@switchyard/db';
import type { Sql } from '@switchyard/db';
import { historyOf, sideOf } from '@switchyard/domain/street-manager';
import type { HistoryEvent } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import { settledUpdateId } from '../history/settled';
import type { Deps } from '../shared/deps';
import { QueryReader } from '../shared/query-reader';
import type { QueryRequest } from '../shared/query-reader';
import { ofPromoter, promoterOf } from './scope';

interface UpdateRow {
  work_reference: string;
  at: Date;
  update_id: number;
  event: HistoryEvent;
}

export interface WorkUpdate {
  work_reference_number: string;
  update_date_time: string;
  update_id: number;
  event_type: string;
  event_type_string: string;
  object_type: string;
  object_type_string: string;
}

/** Asked for by number alone, so many come at a time. */
const MOST_BY_NUMBER = 500;
const MINUTE_MS = 60_000;
/** A thousand years: further back, no date can be counted. */
const MOST_MINUTES = 525_960_000;
/** One of these says from where on. */
const modes = ['start_date', 'end_date', 'previous_minutes', 'update_id'] as const;

/**
 * What happened to the caller's works, in the order of its numbers: within a window of time, or after a number. Nothing
 * with a lower number ever appears later, so that whoever asks on with the highest number it saw misses nothing. Throws
 * InvalidRequest, or AccessRestricted.
 */
export async function workUpdates(
  primary: Connection,
  caller: Caller,
  query: QueryRequest,
  now: Date,
  { directory }: Pick<Deps, 'directory'>,
): Promise<WorkUpdate[]> {
  const reader = new QueryReader(query);
  const authority = sideOf(caller.roles) === 'authority';
  const organisation = authority ? caller.organisation : promoterOf(caller, reader, directory);
  const window = windowOf(reader, now);
  const after = reader.whole('update_id', 0);
  const prefixes = reader.texts('workstream_prefix');
  const author = reader.text('exclude_events_from');
  if (!modes.some((name) => reader.text(name))) {
    reader.refuse('update_id', 'required', 'is required unless start_date or previous_minutes is given', null);
  }
  reader.check();
  const conditions: Sql[] = [
    literal('r.work_reference is not null'),
    authority ? sql`r.highway_authority = ${organisation}` : ofPromoter(caller, organisation),
    sql`(r.only_for is null or r.only_for = ${organisation})`,
    sql`r.update_id <= ${await settledUpdateId(primary)}`,
    ...(after === undefined ? [] : [sql`r.update_id > ${after}`]),
    ...(window ? [sql`r.at >= ${window.from} and r.at <= ${window.to}`] : []),
    ...(prefixes.length === 0 ? [] : [sql`r.workstream = any(${prefixes}::text[])`]),
    ...(author === undefined ? [] : [sql`r.username <> ${author}`]),
  ];
  const limit = window ? literal('') : literal(`limit ${MOST_BY_NUMBER}`);
  const rows = await primary.rows<UpdateRow>(
    sql`select r.work_reference, r.at, r.update_id, r.event from history r where ${all(conditions)} order by r.update_id ${limit}`,
  );
  return rows.flatMap(updateOf);
}

interface Window {
  from: Date;
  to: Date;
}

/** A window is `start_date` to `end_date`, which is now when absent, or the minutes until now; never both. */
function windowOf(reader: QueryReader, now: Date): Window | undefined {
  const [from, to] = [reader.instant('start_date'), reader.instant('end_date')];
  const minutes = reader.whole('previous_minutes', 1, MOST_MINUTES);
  const both = (from ?? to) !== undefined && minutes !== undefined;
  if (both)
    reader.refuse('previous_minutes', 'contradiction', 'must not be given with start_date or end_date', minutes);
  if (to && !from && !both) reader.refuse('start_date', 'required', 'is required when end_date is given', null);
  if (from && (to ?? now) < from) reader.refuse('start_date', 'after_end', 'must not be after end_date', from);
  if (minutes !== undefined) return { from: new Date(now.getTime() - minutes * MINUTE_MS), to: now };
  return from && { from, to: to ?? now };
}

function updateOf({ work_reference, at, update_id, event }: UpdateRow): WorkUpdate[] {
  const { update } = historyOf(event);
  if (update === null) return [];
  return [
    {
      work_reference_number: work_reference,
      update_date_time: at.toISOString(),
      update_id,
      event_type: update.eventType,
      event_type_string: update.eventType,
      object_type: update.objectType,
      object_type_string: update.objectType,
    },
  ];
}
