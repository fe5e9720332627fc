import { siteTypeOf } from '@switchyard/domain/book-secure-move/pricing';
import type { SiteType } from '@switchyard/domain/book-secure-move/pricing';
import { demoLocations } from '../locations';

interface SiteRow {
  nomis_agency_id: string;
  site_name: string;
  location_type: SiteType;
  added_at: string;
  updated_at: string;
}

/** The sites of the contract: every demo location of a kind that is mapped by itself, under its own title. */
export const sites: readonly SiteRow[] = demoLocations.flatMap(({ row }) => {
  const type = siteTypeOf(row.location_type, row.title);
  if (type === undefined) return [];
  const { nomis_agency_id, title, created_at } = row;
  return [
    {
      nomis_agency_id,
      site_name: title.toUpperCase(),
      location_type: type,
      added_at: created_at,
      updated_at: created_at,
    },
  ];
});
