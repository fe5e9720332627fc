import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { SampleTargetState } from '@switchyard/domain/street-manager';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { SampleTargetRow } from './row';

const find = prepared<SampleTargetRow>('sample-target', 'select * from sample_target where reference = $1');
const lock = prepared<SampleTargetRow>(
  'lock-sample-target',
  'select * from sample_target where reference = $1 for update',
);
const lockAuthority = prepared('lock-authority', 'select from organisation where reference = $1 for no key update');
const standing = prepared<{ active: number; same: boolean; numbered: number }>(
  'sample-targets-standing',
  `select
     (select count(*) from sample_target where highway_authority = $1 and is_active) as active,
     exists (select from sample_target where highway_authority = $1 and promoter = $2 and is_active) as same,
     (select count(*) from sample_target t join organisation o on o.reference = t.highway_authority
      where o.prefix = (select prefix from organisation where reference = $1)) as numbered`,
);
const lockWorks = prepared(
  'lock-works',
  'select from work where reference = any($1::text[]) order by reference for update',
);

/** The target with this reference, in any case. Throws NotFound. */
export const findTarget = (db: Connection, reference: string): Promise<SampleTargetRow> =>
  one(db.first(find, [normaliseReference(reference)]), reference);

/** The same, and nobody else draws for it, counts for it or changes it until the transaction ends. Throws NotFound. */
export const lockTarget = (tx: Transaction, reference: string): Promise<SampleTargetRow> =>
  one(tx.first(lock, [normaliseReference(reference)]), reference);

export const stateOf = ({ is_active }: SampleTargetRow): SampleTargetState => (is_active ? 'active' : 'closed');

/** What an authority's further target depends on; nobody else adds one until the transaction ends. */
export async function targetsOf(
  tx: Transaction,
  authority: string,
  promoter: string,
): Promise<{ activeTargets: number; hasActiveTarget: boolean; numbered: number }> {
  tx.send(lockAuthority, [authority]);
  const { active, same, numbered } = (await tx.first(standing, [authority, promoter]))!;
  return { activeTargets: active, hasActiveTarget: same, numbered };
}

/** Takes several works, always in the same order. Whoever takes a target as well takes it after them. */
export const takeWorks = (tx: Transaction, references: readonly string[]): void => tx.send(lockWorks, [references]);

async function one(found: Promise<SampleTargetRow | undefined>, reference: string): Promise<SampleTargetRow> {
  const row = await found;
  if (!row) throw new NotFound('sample inspection target', reference);
  return row;
}
