import type { LegacyBody, MoveAction } from '@switchyard/domain/book-secure-move';
import {
  checkMoveAction,
  moveActionLocation,
  moveActions,
  refuseParameters,
} from '@switchyard/domain/book-secure-move';
import { happeningOfAction } from '../../events/happening';
import type { Recorded } from '../../events/record-event';
import { recordEvent } from '../../events/record-event';
import { subjectMove } from '../../events/subject';
import type { Act } from '../../shared/deps';

/**
 * Records what a request to one of a move's paths says. Throws InvalidParameters before NotFound, except that a
 * redirection looks for its move first; then what `recordEvent` throws.
 */
export async function recordMoveAction(
  act: Act,
  action: MoveAction,
  moveId: string,
  body: LegacyBody,
): Promise<Recorded> {
  const seesMoveFirst = action === 'redirects';
  if (!seesMoveFirst) checkParameters(act, body);
  const subject = await subjectMove(act, moveId, act.caller);
  if (seesMoveFirst) checkParameters(act, body);
  return recordEvent(act, subject, happeningOfAction(moveActions[action], body));
}

function checkParameters({ reference }: Act, body: LegacyBody): void {
  const location = reference.locations.find(moveActionLocation(body)?.id);
  refuseParameters(checkMoveAction(body, { locationFound: location !== undefined }));
}
