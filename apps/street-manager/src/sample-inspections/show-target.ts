import type { Connection } from '@switchyard/db';
import type { Caller } from '../caller';
import type { Deps } from '../shared/deps';
import { findTarget } from './repository';
import { mayKeepTarget } from './authority';

/** A target of the caller's authority, also once it is closed. Throws NotFound, or AccessRestricted. */
export async function showTarget(
  db: Connection,
  caller: Caller,
  reference: string,
  { directory }: Pick<Deps, 'directory'>,
): Promise<object> {
  const target = await findTarget(db, reference);
  mayKeepTarget(caller, target, directory);
  const [agreed_category_a, agreed_category_b, agreed_category_c] = target.agreed;
  const [cap_category_a, cap_category_b, cap_category_c] = target.cap;
  return {
    sample_inspection_target_reference_number: target.reference,
    promoter_organisation: directory.nameOf(target.promoter),
    agreed_category_a,
    agreed_category_b,
    agreed_category_c,
    cap_category_a,
    cap_category_b,
    cap_category_c,
  };
}
