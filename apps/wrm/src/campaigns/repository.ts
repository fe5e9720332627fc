import type { Connection, Sql, Transaction } from '@switchyard/db';
import { all, literal, prepared, sql } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { CampaignFilters, NewCampaign, WorkType } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import type { PageRequest } from '../shared/paging';
import { capacityInSight } from '../shared/sight';

export interface StoredCampaign {
  campaignId: string;
  name: string;
  workTypes: readonly WorkType[];
  workSupplierId: string;
  workSupplierName: string;
  from: Date;
  to: Date;
  active: boolean;
  scheduleIds: readonly string[];
}

interface CampaignRow {
  id: string;
  name: string;
  work_types: WorkType[];
  work_supplier_id: string;
  supplier_name: string;
  starts_at: Date;
  ends_at: Date;
  active: boolean;
  schedule_ids: string[];
}

const toCampaign = (row: CampaignRow): StoredCampaign => ({
  campaignId: row.id,
  name: row.name,
  workTypes: row.work_types,
  workSupplierId: row.work_supplier_id,
  workSupplierName: row.supplier_name,
  from: row.starts_at,
  to: row.ends_at,
  active: row.active,
  scheduleIds: row.schedule_ids,
});

const selected = literal(`select campaign.*, party.name as supplier_name,
    array(select id from schedule where schedule.campaign_id = campaign.id order by id) as schedule_ids
  from campaign join party on party.id = campaign.work_supplier_id`);

/** The campaigns with these ids; unknown ones are left out. */
export async function findCampaigns(db: Connection, ids: readonly string[]): Promise<StoredCampaign[]> {
  if (ids.length === 0) return [];
  return (await db.rows<CampaignRow>(sql`${selected} where campaign.id = any(${ids})`)).map(toCampaign);
}

/** Throws NotFound. */
export async function getCampaign(db: Connection, id: string): Promise<StoredCampaign> {
  const [campaign] = await findCampaigns(db, [id]);
  if (!campaign) throw new NotFound('campaign', id);
  return campaign;
}

const lock = prepared('campaign-lock', 'select from campaign where id = $1 for no key update');

/** As `getCampaign`, and holds the row until the request commits. */
export async function lockCampaign(tx: Transaction, id: string): Promise<StoredCampaign> {
  const [, campaign] = await Promise.all([tx.rows(lock, [id]), getCampaign(tx, id)]);
  return campaign;
}

/** One more than a page of the campaigns that suit, by their ids: of a work supplier its own alone. */
export async function listCampaigns(
  db: Connection,
  caller: Caller,
  { workType, areaType, active }: CampaignFilters,
  { limit, after }: PageRequest,
): Promise<StoredCampaign[]> {
  const conditions: Sql[] = [
    capacityInSight(caller, sql`campaign.work_supplier_id`),
    ...(workType === undefined ? [] : [sql`campaign.work_types @> array[${workType}]::text[]`]),
    ...(areaType === undefined
      ? []
      : [sql`exists (select from schedule s where s.campaign_id = campaign.id and s.area_type = ${areaType})`]),
    ...(active === undefined ? [] : [sql`campaign.active = ${active === 'true'}`]),
    ...(after ? [sql`campaign.id > ${after.id}`] : []),
  ];
  const rows = await db.rows<CampaignRow>(
    sql`${selected} where ${all(conditions)} order by campaign.id limit ${limit + 1}`,
  );
  return rows.map(toCampaign);
}

const insert = prepared<{ id: string }>(
  'campaign-insert',
  `insert into campaign (id, name, work_types, work_supplier_id, starts_at, ends_at, active, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
);

/** False when there is one with this id. */
export async function insertCampaign(tx: Transaction, campaign: NewCampaign, now: Date): Promise<boolean> {
  const { campaignId, name, workTypes, workSupplierId, from, to, active } = campaign;
  return (await tx.first(insert, [campaignId, name, workTypes, workSupplierId, from, to, active, now])) !== undefined;
}

const update = prepared(
  'campaign-update',
  'update campaign set name = $2, work_types = $3, starts_at = $4, ends_at = $5, active = $6 where id = $1',
);

/** Stores what can change of a campaign. The caller holds its row. */
export function saveCampaign(tx: Transaction, campaign: StoredCampaign): void {
  const { campaignId, name, workTypes, from, to, active } = campaign;
  tx.send(update, [campaignId, name, workTypes, from, to, active]);
}
