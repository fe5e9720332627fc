import { AccessRestricted, chooseWorkstream } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';

/**
 * The workstream of a work that will hold permits: the one asked for, or the promoter's lowest that is active. Throws
 * AccessRestricted where there is none that the caller may write in.
 */
export function workstreamFor(
  { caller, directory }: Pick<Act, 'caller' | 'directory'>,
  promoter: string,
  wanted: string | null | undefined,
): string {
  const active = directory
    .workstreamsOf(promoter)
    .filter(({ status }) => status === 'active')
    .map(({ prefix }) => prefix);
  const chosen = chooseWorkstream(caller, promoter, active, wanted);
  if (chosen === null) throw new AccessRestricted('there is no workstream that the caller may write in');
  return chosen;
}
