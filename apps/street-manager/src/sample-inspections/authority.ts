import { AccessRestricted } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import type { Organisation } from '../organisations/directory';
import type { Deps } from '../shared/deps';
import type { SampleTargetRow } from './row';

/** The authority that the caller belongs to, as its officer or its administrator. Throws AccessRestricted. */
export function authorityOf(caller: Caller, directory: Deps['directory']): Organisation {
  const organisation = directory.find(caller.organisation);
  if (organisation?.type === 'HA') return organisation;
  throw new AccessRestricted('sample inspections are for highway authorities');
}

/** Throws AccessRestricted unless the target is of the caller's organisation. */
export function mayKeepTarget(
  caller: Caller,
  { highway_authority }: Pick<SampleTargetRow, 'highway_authority'>,
  directory: Deps['directory'],
): void {
  if (authorityOf(caller, directory).reference === highway_authority) return;
  throw new AccessRestricted('the target is of another authority');
}
