import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { SiteType } from '@switchyard/domain/book-secure-move/pricing';

/** A place of the contract, and the agency in the prison register that it stands for. */
export interface Site {
  agencyId: string;
  name: string;
  type: SiteType;
  addedAt: Date;
  updatedAt: Date;
}

interface SiteRow {
  nomis_agency_id: string;
  site_name: string;
  location_type: SiteType;
  added_at: Date;
  updated_at: Date;
}

/** All sites, by agency and by name. */
export class SiteBook {
  private readonly byAgency: ReadonlyMap<string, Site>;
  private readonly byName: ReadonlyMap<string, Site>;

  constructor(readonly all: readonly Site[]) {
    this.byAgency = new Map(all.map((site) => [site.agencyId, site]));
    this.byName = new Map(all.map((site) => [site.name, site]));
  }

  ofAgency(agencyId: string | null): Site | undefined {
    return agencyId === null ? undefined : this.byAgency.get(agencyId);
  }

  named(name: string): Site | undefined {
    return this.byName.get(name);
  }
}

const list = prepared<SiteRow>('pricing-sites', 'select * from pricing_locations order by site_name');

/** Every site by its name; there are some hundreds. */
export async function readSites(db: Connection): Promise<SiteBook> {
  return new SiteBook((await db.rows(list)).map(toSite));
}

const upsert = prepared<SiteRow>(
  'pricing-site-save',
  `insert into pricing_locations (nomis_agency_id, site_name, location_type, added_at, updated_at)
   values ($1, $2, $3, $4, $5)
   on conflict (nomis_agency_id) do update
   set site_name = excluded.site_name, location_type = excluded.location_type, updated_at = excluded.updated_at`,
);

/** Stores a site, new or remapped. */
export function saveSite(tx: Transaction, { agencyId, name, type, addedAt, updatedAt }: Site): void {
  tx.send(upsert, [agencyId, name, type, addedAt, updatedAt]);
}

const toSite = (row: SiteRow): Site => ({
  agencyId: row.nomis_agency_id,
  name: row.site_name,
  type: row.location_type,
  addedAt: row.added_at,
  updatedAt: row.updated_at,
});
