import { refuse, violation, when } from '@switchyard/domain';
import { blank, notInList, taken, tooLong } from '@switchyard/domain/book-secure-move';
import type { SiteType } from '@switchyard/domain/book-secure-move/pricing';
import { siteNameOf, siteTypeCodes, siteTypes } from '@switchyard/domain/book-secure-move/pricing';
import type { Act } from '../../shared/deps';
import { usernameOf } from '../access';
import { recordChanges } from '../audit';
import type { Site } from './repository';
import { readSites, saveSite } from './repository';

const longestName = 255;

/**
 * Says which site of the contract an agency is; mapped again, it has another name or kind, and its prices stay. The kind
 * is a code or its label. Throws RulesBroken.
 */
export async function mapSite(
  act: Act,
  agency: string,
  wanted: { site_name: string; location_type: unknown },
): Promise<Site> {
  const sites = await readSites(act.tx);
  const agencyId = siteNameOf(agency);
  const name = siteNameOf(wanted.site_name);
  const type = typeFrom(wanted.location_type);
  const namesake = sites.named(name);
  refuse([
    ...when(!/^[A-Z0-9_-]{1,12}$/.test(agencyId), violation('nomis_agency_id', 'invalid', 'is invalid')),
    ...when(name === '', blank('site_name')),
    ...when(name.length > longestName, tooLong('site_name', longestName)),
    ...when(namesake !== undefined && namesake.agencyId !== agencyId, taken('site_name')),
    ...when(type === undefined, notInList('location_type')),
  ]);
  const old = sites.ofAgency(agencyId);
  const site = { agencyId, name, type: type!, addedAt: old?.addedAt ?? act.now, updatedAt: act.now };
  if (old?.name === site.name && old.type === site.type) return old;
  saveSite(act.tx, site);
  const metadata = {
    nomis_id: agencyId,
    new_name: site.name,
    new_type: site.type,
    ...(old && { old_name: old.name, old_type: old.type }),
  };
  recordChanges(act.tx, { username: usernameOf(act.caller), at: act.now }, 'LOCATION', [{ metadata, key: agencyId }]);
  return site;
}

function typeFrom(text: unknown): SiteType | undefined {
  const wanted = typeof text === 'string' ? text.trim().toUpperCase() : '';
  return siteTypeCodes.find((code) => code === wanted || siteTypes[code].toUpperCase() === wanted);
}
