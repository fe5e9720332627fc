import type { WrmComponents } from '@switchyard/contracts';
import type { Resource } from '@switchyard/http';
import { linkTo, resource } from '../shared/json-api';
import type { StoredSlot } from '../timeslots/row';
import { presentSlot, slotResource } from '../timeslots/serializer';
import type { StoredSchedule } from './row';

export type OfferedScheduleBody = WrmComponents['schemas']['OfferedSchedule'];
export type CapacityScheduleBody = WrmComponents['schemas']['CapacitySchedule'];

/** A schedule as it is offered, with those of the slots that are its own. */
export const presentOffer = (schedule: StoredSchedule, slots: readonly StoredSlot[]): OfferedScheduleBody => ({
  scheduleId: schedule.scheduleId,
  externalScheduleReference: schedule.externalScheduleReference,
  scheduleType: schedule.scheduleType,
  workTypes: [...schedule.workTypes],
  areaType: schedule.areaType,
  ...(schedule.campaignId !== undefined && { campaignId: schedule.campaignId }),
  workSupplier: { id: schedule.workSupplierId, name: schedule.workSupplierName },
  timeslots: slots.map(presentSlot),
});

/** A schedule as its keepers see it. */
export const presentSchedule = (schedule: StoredSchedule): CapacityScheduleBody => ({
  scheduleId: schedule.scheduleId,
  workSupplierId: schedule.workSupplierId,
  externalScheduleReference: schedule.externalScheduleReference,
  workTypes: [...schedule.workTypes],
  areaType: schedule.areaType,
  scheduleType: schedule.scheduleType,
  ...(schedule.campaignId !== undefined && { campaignId: schedule.campaignId }),
  locations: [...schedule.locations],
  ...(schedule.workDivision !== undefined && { workDivision: schedule.workDivision }),
  ...(schedule.areaSite !== undefined && { areaSite: schedule.areaSite }),
  ...(schedule.classOfWork !== undefined && { classOfWork: schedule.classOfWork }),
  ...(schedule.equipmentType !== undefined && { equipmentType: schedule.equipmentType }),
});

export const offerResource = (offer: OfferedScheduleBody): Resource =>
  resource(
    'schedules',
    offer.scheduleId,
    offer,
    {
      work_supplier: resource('parties', offer.workSupplier.id, offer.workSupplier),
      campaign: linkTo('campaigns', offer.campaignId),
      timeslots: offer.timeslots.map((slot) => slotResource(slot, offer.scheduleId)),
    },
    ['scheduleId', 'workSupplier', 'campaignId', 'timeslots'],
  );

export const scheduleResource = (schedule: CapacityScheduleBody): Resource =>
  resource(
    'schedules',
    schedule.scheduleId,
    schedule,
    { work_supplier: linkTo('parties', schedule.workSupplierId), campaign: linkTo('campaigns', schedule.campaignId) },
    ['scheduleId', 'workSupplierId', 'campaignId'],
  );
