import { Includable } from '../shared/include';

/** What may be included with one person. */
export const personIncludes = new Includable('ethnicity', 'gender', 'profiles', 'category');

/** What may be included with a list of people. */
export const peopleIncludes = new Includable('ethnicity', 'gender', 'profiles');

/** What version 1 includes unasked. */
export const includedInVersion1 = personIncludes.read('ethnicity,gender');
