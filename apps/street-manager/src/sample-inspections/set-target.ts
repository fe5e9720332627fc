import type { SampleTargetRequest, SampleTargetUpdateRequest } from '@switchyard/domain/street-manager';
import {
  InvalidRequest,
  PreconditionFailed,
  capsOf,
  changeSampleTarget,
  sampleTargetReference,
  sampleTargetRefusal,
} from '@switchyard/domain/street-manager';
import { violation } from '@switchyard/domain';
import { recordEvents, recordHistory } from '../history/record';
import type { Organisation } from '../organisations/directory';
import type { Act, Deps } from '../shared/deps';
import { authorityOf, mayKeepTarget } from './authority';
import { lockTarget, stateOf, targetsOf } from './repository';
import type { PerCategory } from './row';
import { sampleTargets } from './row';

/** Agrees a target with a promoter. Gives its reference. Throws PreconditionFailed where the authority can have no more. */
export async function createTarget(act: Act, request: SampleTargetRequest): Promise<string> {
  const { tx, caller, now, directory } = act;
  const promoter = promoterOf(directory, request.promoter_org_ref);
  const authority = authorityOf(caller, directory);
  const standing = await targetsOf(tx, authority.reference, promoter.reference);
  const refusal = sampleTargetRefusal(standing);
  if (refusal) throw new PreconditionFailed(refusal);
  const reference = sampleTargetReference(authority.prefix, standing.numbered + 1);
  sampleTargets.insert(tx, {
    reference,
    highway_authority: authority.reference,
    promoter: promoter.reference,
    is_active: true,
    ...numbersOf(request),
    actual: [0, 0, 0],
    date_created: now,
  });
  recordHistory(act, null, [{ event: 'sample_inspection_target_created', details: reference }]);
  return reference;
}

/** Changes all six numbers of a target; samples that are issued stay. */
export async function updateTarget(act: Act, reference: string, request: SampleTargetUpdateRequest): Promise<void> {
  const target = await lockTarget(act.tx, reference);
  mayKeepTarget(act.caller, target, act.directory);
  const { events } = changeSampleTarget(stateOf(target), 'update');
  sampleTargets.change(act.tx, target.reference, numbersOf(request));
  recordEvents(act, null, events, { details: target.reference });
}

function promoterOf(directory: Deps['directory'], reference: string | null | undefined): Organisation {
  const found = directory.find(reference!);
  if (found && found.type !== 'CONTRACTOR') return found;
  throw new InvalidRequest([
    violation('promoter_org_ref', 'unknown_organisation', 'must be the SWA code of a promoter', { value: reference }),
  ]);
}

function numbersOf(request: SampleTargetUpdateRequest): { agreed: PerCategory; cap: PerCategory } {
  const { a, b, c } = capsOf(request);
  const agreed: PerCategory = [request.agreed_category_a!, request.agreed_category_b!, request.agreed_category_c!];
  return { agreed, cap: [a, b, c] };
}
