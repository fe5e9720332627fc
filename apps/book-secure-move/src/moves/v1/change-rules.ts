import type { Move, UncheckedMove } from '@switchyard/domain/book-secure-move';
import { isOneOf, moveStatuses, transitionBetween } from '@switchyard/domain/book-secure-move';
import type { Attributes } from '../../shared/attributes';
import { inStatus, withReasons } from '../change-status';
import type { MoveData } from '../create-move';
import type { ChangeRules } from '../update-move';

const fixedAttributes = ['move_type', 'recall_date', 'section_forty_six'];
const fixedRelationships = ['prison_transfer_reason', 'court_hearings'];

/** Version 1 changes less than its successor, and passes over a status that the move cannot reach. */
export const changeV1: ChangeRules = {
  writable: (data) => ({
    attributes: without(data.attributes, fixedAttributes),
    relationships: without(data.relationships, fixedRelationships),
  }),
  withStatus,
};

function withStatus(move: Move, attributes: Attributes): UncheckedMove {
  const status = attributes.raw('status');
  if (status == null) return withReasons(move, attributes);
  const reachable = isOneOf(moveStatuses, status) && transitionBetween(move.status, status) !== undefined;
  return reachable ? inStatus(move, status, attributes) : move;
}

function without(members: MoveData['attributes'], names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members ?? {}).filter(([name]) => !names.includes(name)));
}
