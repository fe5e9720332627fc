import type { Capacity, DayOfWeek, Timeslot, TimeslotType } from '@switchyard/domain/wrm';

/** A slot with its capacity; `availableUnits` follows from the other units. */
export interface StoredSlot extends Timeslot, Capacity {}

export interface SlotRow {
  id: string;
  schedule_id: string;
  starts_at: Date;
  ends_at: Date;
  timeslot_type: TimeslotType;
  day_of_week: DayOfWeek;
  total_units: number;
  adjustment_units: number;
  held_units: number;
  available_units: number;
}

export const toSlot = (row: SlotRow): StoredSlot => ({
  timeslotId: row.id,
  scheduleId: row.schedule_id,
  startDateTime: row.starts_at.toISOString(),
  endDateTime: row.ends_at.toISOString(),
  timeslotType: row.timeslot_type,
  dayOfWeek: row.day_of_week,
  totalUnits: row.total_units,
  adjustmentUnits: row.adjustment_units,
  heldUnits: row.held_units,
  availableUnits: row.available_units,
});
