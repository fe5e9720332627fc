import { endOf, pickUpOf } from '@switchyard/domain/book-secure-move/pricing';
import { wireTime } from '../../shared/wire-time';
import type { RecordedMove } from '../recorded/assemble';
import type { Row } from '../workbook/cells';
import { dayAndTime } from '../workbook/cells';

export const reconciliationHeadings = [
  'Move ID',
  'Move date',
  'Move type',
  'Move status',
  'Pick up date',
  'Pick up time',
  'Drop off date',
  'Drop off time',
] as const;

/** A completed move whose completion nobody recorded. */
export const reconciliationRow = (move: RecordedMove): Row => [
  move.reference,
  move.date === null ? null : { day: move.date },
  move.moveType,
  move.status,
  ...dayAndTime(wireTime(pickUpOf(move))),
  ...dayAndTime(wireTime(endOf(move))),
];
