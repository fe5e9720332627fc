import type { ClockSetting } from '@switchyard/domain';
import type { Connection } from './connection';
import { prepared } from './statement';

interface ClockRow {
  offset_ms: number;
  frozen_at: Date | null;
}

const load = prepared<ClockRow>('clock-load', 'select offset_ms, frozen_at from sandbox_clock');
const store = prepared(
  'clock-store',
  `with stored as (
     insert into sandbox_clock (offset_ms, frozen_at) values ($1, $2)
     on conflict (only_row) do update set offset_ms = excluded.offset_ms, frozen_at = excluded.frozen_at)
   select pg_notify(current_schema(), 'clock')`,
);

/** The sandbox clock's setting, shared by all processes of a service; undefined when it was never moved. */
export async function loadClock(db: Connection): Promise<ClockSetting | undefined> {
  const row = await db.first(load);
  return row && { offsetMs: row.offset_ms, frozenAt: row.frozen_at };
}

export async function storeClock(db: Connection, { offsetMs, frozenAt }: ClockSetting): Promise<void> {
  await db.rows(store, [offsetMs, frozenAt]);
}
