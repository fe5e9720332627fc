import type { AreaType, CapacitySchedule, CampaignWindow, ScheduleType, WorkType } from '@switchyard/domain/wrm';
import type { Location } from '@switchyard/domain/wrm';

/** A schedule as it is stored, with the name of whose it is. */
export interface StoredSchedule extends CapacitySchedule {
  workSupplierName: string;
  workDivision?: string | undefined;
  areaSite?: string | undefined;
  classOfWork?: string | undefined;
  equipmentType?: string | undefined;
  /** Its campaign's time, where it has one. */
  campaign?: CampaignWindow | undefined;
}

export interface ScheduleRow {
  id: string;
  work_supplier_id: string;
  supplier_name: string;
  external_schedule_reference: string;
  work_types: WorkType[];
  area_type: AreaType;
  schedule_type: ScheduleType;
  campaign_id: string | null;
  work_division: string | null;
  area_site: string | null;
  class_of_work: string | null;
  equipment_type: string | null;
  locations: Location[];
  campaign_active: boolean | null;
  campaign_starts_at: Date | null;
  campaign_ends_at: Date | null;
}

export const toSchedule = (row: ScheduleRow): StoredSchedule => ({
  scheduleId: row.id,
  workSupplierId: row.work_supplier_id,
  workSupplierName: row.supplier_name,
  externalScheduleReference: row.external_schedule_reference,
  workTypes: row.work_types,
  areaType: row.area_type,
  scheduleType: row.schedule_type,
  campaignId: row.campaign_id ?? undefined,
  workDivision: row.work_division ?? undefined,
  areaSite: row.area_site ?? undefined,
  classOfWork: row.class_of_work ?? undefined,
  equipmentType: row.equipment_type ?? undefined,
  locations: row.locations,
  campaign:
    row.campaign_id === null
      ? undefined
      : {
          campaignId: row.campaign_id,
          active: row.campaign_active!,
          from: row.campaign_starts_at!.toISOString(),
          to: row.campaign_ends_at!.toISOString(),
        },
});
