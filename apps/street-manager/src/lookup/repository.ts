import type { Connection } from '@switchyard/db';
import { all, containing, literal, prepared, sql } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Street } from '../streets/gazetteer';
import { streetColumns } from '../streets/gazetteer';

/** A street in short, as a search gives it. */
export type StreetInShort = Pick<Street, 'usrn' | 'descriptor' | 'town' | 'area' | 'authority' | 'centre'>;

/** Metres from the line of a street within which a place counts as on it: the published rules for Street Lookup. */
const REACH = 25;
const MOST_FOUND = 100;

/** Neither closed nor for addresses only, and with at least one surface that works are reinstated in. */
const shown = `state not in (4, 5) and (reinstatement_types = '[]'
  or reinstatement_types @? '$[*] ? (@.reinstatement_type_code != 11 && @.reinstatement_type_code != 12)')`;

const columns = streetColumns.join(', ');

const byUsrn = prepared<Street>('shown-street', `select ${columns} from street where usrn = $1 and ${shown}`);
const around = prepared<Street>(
  'streets-around',
  `select ${columns}
   from street, lateral (
     select min(point($1, $2) <-> piece) as metres from grid_segments(line) as piece) as distance
   where grid_box(line) && box(point($1 - ${REACH}, $2 - ${REACH}), point($1 + ${REACH}, $2 + ${REACH}))
     and metres <= ${REACH} and ${shown}
   order by metres, usrn`,
);

/** The street of this number. Throws NotFound, also where the lookup leaves it out. */
export async function findShownStreet(db: Connection, usrn: number): Promise<Street> {
  const street = await db.first(byUsrn, [usrn]);
  if (!street) throw new NotFound('street', String(usrn));
  return street;
}

/** The streets that come within 25 metres of a place, the nearest first. */
export const streetsAround = (db: Connection, easting: number, northing: number): Promise<Street[]> =>
  db.rows(around, [easting, northing]);

/** The streets in whose names every one of these words occurs, by name, at most 100. */
export function streetsNamed(db: Connection, words: readonly string[]): Promise<StreetInShort[]> {
  const named = words.map((word) => sql`search like ${containing(word)}`);
  return db.rows(sql`
    select usrn, descriptor, town, area, authority, centre from street
    where ${all(named)} and centre is not null and ${literal(shown)}
    order by descriptor, usrn limit ${literal(String(MOST_FOUND))}`);
}
