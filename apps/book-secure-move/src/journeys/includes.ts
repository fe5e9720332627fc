import { Includable } from '../shared/include';

/** What may be included with one journey. */
export const journeyIncludes = new Includable('from_location.suppliers', 'to_location.suppliers');

/** What may be included with a list of journeys. */
export const journeysIncludes = new Includable('from_location', 'to_location');
