import type { Call } from '../client';
import type { Api } from '../walkthrough';
import { bodyOf, type Shown } from './body';
import { planner } from './demo';
import { post, shown, shows } from './requests';
import { type Work, workPath } from './works';

/** What is said of every reinstatement here. */
export const reinstatement = {
  reinstatement_status: 'interim',
  reinstatement_coordinates: { type: 'Point', coordinates: [431880.1, 436120.6] },
  location_description: 'Carriageway outside number 18',
  location_types: ['carriageway'],
  reinstatement_evidence: false,
};

/** Reads the site back and checks it. Gives what it shows in few words. */
export async function siteShows(api: Api, work: Pick<Work, 'wrn'>, site: number, expected: Shown): Promise<string> {
  const record = await shown(api, planner, `${workPath(work)}/sites/${site}`);
  shows(api, 'the site', record, expected);
  const reinstatements = record['reinstatements'] as Shown[];
  return `site ${site} ${String(record['site_status'])} after ${reinstatements.length} reinstatement(s)`;
}

/** The planner creates a site; gives its number. */
export async function createSite(api: Api, work: Work, body: object, expected: Shown): Promise<number> {
  const reply = await api.send(post(planner, `${workPath(work)}/sites`, body), {
    status: 201,
    leadsTo: (created) => siteShows(api, work, Number(bodyOf(created)['site_number']), expected),
  });
  return Number(bodyOf(reply)['site_number']);
}

/** The call that adds a reinstatement to a site; it inherits the site's type. */
export const reinstatementCall = (work: Pick<Work, 'wrn'>, site: number, body: object): Call =>
  post(planner, `${workPath(work)}/sites/${site}/reinstatements`, body);

/** The planner adds a reinstatement to a site: 201 without a body. */
export async function reinstate(
  api: Api,
  work: Pick<Work, 'wrn'>,
  site: number,
  body: object,
  expected: Shown,
): Promise<void> {
  const reply = await api.send(reinstatementCall(work, site, body), {
    status: 201,
    leadsTo: () => siteShows(api, work, site, expected),
  });
  api.holds('length of the body of a new reinstatement', reply.bytes.length, 0);
}
