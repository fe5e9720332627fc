import { Includable } from '../shared/include';

/** What may be included with lodgings, one or many. */
export const lodgingIncludes = new Includable('location');
