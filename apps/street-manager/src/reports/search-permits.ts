import type { Connection } from '@switchyard/db';
import { join, literal, sql } from '@switchyard/db';
import { normaliseReference, sideOf } from '@switchyard/domain/street-manager';
import type { Reply } from '@switchyard/http';
import { okText } from '@switchyard/http';
import type { Caller } from '../caller';
import { permitMembers } from './permits';
import { joinWork, jsonRow } from './row';
import { ofPromoter } from './scope';

const permitRow = jsonRow(...permitMembers);

/** Every permit of these works that the caller may see, by reference; a work that is unknown or not visible has none. */
export async function searchPermits(
  db: Connection,
  caller: Caller,
  references: readonly string[],
): Promise<Reply<200>> {
  const promoters = caller.roles.includes('Contractor') ? caller.contractedBy : [caller.organisation];
  const visible =
    sideOf(caller.roles) === 'authority'
      ? sql`r.highway_authority = ${caller.organisation}`
      : join(
          promoters.map((promoter) => sql`(${ofPromoter(caller, promoter)})`),
          ' or ',
        );
  if (references.length === 0 || promoters.length === 0) return okText('[]');
  const found = await db.first<{ rows: string | null }>(sql`
    select string_agg((${literal(permitRow)})::text, ',' order by r.work_reference, r.number) as rows
    from permit r ${literal(joinWork)}
    where r.work_reference = any(${references.map(normaliseReference)}::text[]) and (${visible})`);
  return okText(`[${found?.rows ?? ''}]`);
}
