import type { WrmComponents } from '@switchyard/contracts';
import type { Timeslot } from '@switchyard/domain/wrm';
import type { Resource } from '@switchyard/http';
import { linkTo, resource } from '../shared/json-api';
import type { StoredSlot } from './row';

export type TimeslotBody = WrmComponents['schemas']['Timeslot'];
export type CapacityTimeslotBody = WrmComponents['schemas']['CapacityTimeslot'];

export const presentSlot = (slot: Timeslot): TimeslotBody => ({
  timeslotId: slot.timeslotId,
  startDateTime: slot.startDateTime,
  endDateTime: slot.endDateTime,
  timeslotType: slot.timeslotType,
  dayOfWeek: slot.dayOfWeek,
  availableUnits: slot.availableUnits,
});

export const presentCapacitySlot = (slot: StoredSlot): CapacityTimeslotBody => ({
  ...presentSlot(slot),
  scheduleId: slot.scheduleId,
  totalUnits: slot.totalUnits,
  adjustmentUnits: slot.adjustmentUnits,
  heldUnits: slot.heldUnits,
});

export const slotResource = (slot: TimeslotBody, scheduleId: string): Resource =>
  resource('timeslots', slot.timeslotId, slot, { schedule: linkTo('schedules', scheduleId) }, ['timeslotId']);

export const capacitySlotResource = (slot: CapacityTimeslotBody): Resource =>
  resource('timeslots', slot.timeslotId, slot, { schedule: linkTo('schedules', slot.scheduleId) }, [
    'timeslotId',
    'scheduleId',
  ]);
