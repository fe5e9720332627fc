import type { Caller } from '../client';

/** The client applications of the demo data. */
export const authority: Caller = { id: 'pmu-demo', secret: 'pmu-demo-secret' };
export const geoamey: Caller = { id: 'geoamey-demo', secret: 'geoamey-demo-secret' };
export const serco: Caller = { id: 'serco-demo', secret: 'serco-demo-secret' };

/** The locations of the page on journeys and payment, in upper case as it prints them; Serco supplies them all. */
export const A = 'AAAAAAAA-0154-49ec-b01e-d60ded8e0ab1';
export const B = 'BBBBBBBB-0154-49ec-b01e-d60ded8e0ab1';
export const C = 'CCCCCCCC-0154-49ec-b01e-d60ded8e0ab1';

/** The lodging location. The page prints LLLLLLLL, which no UUID can hold. */
export const L = '11111111-0154-49ec-b01e-d60ded8e0ab1';

/** The locations of the page on redirection with the supplier at fault, as it prints them. */
export const A2 = 'AAAAAAAA-413b-48c8-b1cf-85c702c5f465';
export const B2 = 'BBBBBBBB-8ded-435c-b0c1-ffcade5f1bef';
export const C2 = 'CCCCCCCC-8ded-435c-b0c1-ffcade5f1bef';

/** The vehicles of the pages. */
export const van = { id: '12345678ABC', registration: 'AB12 CDE' };
export const otherVan = { id: '987654321DEF', registration: 'FG34 HIJ' };

/** A UUID as the service renders it: the documents print some in upper case. */
export const rendered = (uuid: string): string => uuid.toLowerCase();

export const toLocation = (id: string): LocationRelationship => ({ data: { type: 'locations', id } });

export interface LocationRelationship {
  data: { type: 'locations'; id: string };
}
