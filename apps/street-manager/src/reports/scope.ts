import type { Connection } from '@switchyard/db';
import { prepared, sql } from '@switchyard/db';
import type { Sql } from '@switchyard/db';
import { AccessRestricted, areaLimits, sideOf } from '@switchyard/domain/street-manager';
import type { Side } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import type { Directory } from '../organisations/directory';
import type { QueryReader } from '../shared/query-reader';

/** Which rows a caller sees of a list: those of its own side. */
export interface Scope {
  side: Side;
  /** About the list's table, called `r`. */
  condition: Sql;
  /** The organisation on whose side the caller is. */
  organisation: string;
}

const areas = prepared<{ reference: number; streets: number }>(
  'areas-named',
  'select reference, cardinality(usrns) as streets from geographical_area where organisation_reference = $1 and reference = any($2::bigint[])',
);

/**
 * An authority sees what lies with it, in the areas that it names; a promoter what is its own, in the workstreams that
 * the user sees; a contractor that of the promoter that `swa_code` names. Throws AccessRestricted without a contract.
 */
export async function scopeOf(
  db: Connection,
  caller: Caller,
  reader: QueryReader,
  directory: Directory,
): Promise<Scope> {
  if (sideOf(caller.roles) === 'authority') {
    const inAreas = await areasOf(db, caller, reader);
    return {
      side: 'authority',
      organisation: caller.organisation,
      condition: inAreas
        ? sql`r.highway_authority = ${caller.organisation} and ${inAreas}`
        : sql`r.highway_authority = ${caller.organisation}`,
    };
  }
  const promoter = promoterOf(caller, reader, directory);
  return { side: 'promoter', organisation: promoter, condition: ofPromoter(caller, promoter) };
}

/** Everything that a user sees as a promoter, of all promoters that it acts for. */
export const ofPromoter = (caller: Caller, promoter: string): Sql =>
  sql`r.promoter = ${promoter} and r.workstream = any(${workstreamsOf(caller, promoter)}::text[])`;

const workstreamsOf = (caller: Caller, promoter: string): string[] =>
  caller.workstreams.filter(({ organisation }) => organisation === promoter).map(({ prefix }) => prefix);

/** The promoter whose rows are meant: the planner's own, or the one that a contractor names. */
export function promoterOf(caller: Caller, reader: QueryReader, directory: Directory): string {
  if (!caller.roles.includes('Contractor')) return caller.organisation;
  const named = reader.text('swa_code');
  if (named === undefined) {
    reader.refuse('swa_code', 'required', 'is required of a contractor', null);
    reader.check();
  }
  const promoter = directory.find(named!)?.reference;
  if (!promoter || !caller.contractedBy.includes(promoter))
    throw new AccessRestricted('there is no contract with the promoter');
  return promoter;
}

/** The streets of the areas that an authority names; undefined when it names none. */
async function areasOf(db: Connection, { organisation }: Caller, reader: QueryReader): Promise<Sql | undefined> {
  const name = 'geographical_area_reference_number';
  const named = reader.texts(name);
  if (named.length === 0) return undefined;
  const numbers = named.filter((text) => /^\d{1,15}$/.test(text)).map(Number);
  const known = await db.rows(areas, [organisation, numbers]);
  for (const text of named) {
    if (!known.some(({ reference }) => reference === Number(text))) {
      reader.refuse(name, 'unknown_area', 'must be a geographical area of your organisation', text);
    }
  }
  if (known.reduce((sum, { streets }) => sum + streets, 0) > areaLimits.streetsOfAList) {
    reader.refuse(
      name,
      'too_many_streets',
      `must not have more than ${areaLimits.streetsOfAList} streets together`,
      named,
    );
  }
  return sql`r.usrn in (select unnest(a.usrns) from geographical_area a where a.reference = any(${numbers}::bigint[]))`;
}
