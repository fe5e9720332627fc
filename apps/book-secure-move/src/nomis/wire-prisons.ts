import type { Discharge, MovementCount, RollCountUnit } from './records';
import { listOf, members, optional, text, whole } from './wire-reader';

/** How the figures of a prison are read out of the upstream's JSON. */
const maybe = optional(text);

export const readRollCount = listOf(
  members<RollCountUnit>({ livingUnitDesc: maybe, bedsInUse: whole, currentlyInCell: whole, currentlyOut: whole }),
);

export const readMovements = members<MovementCount>({ in: whole, out: whole });

export const readDischarges = listOf(members<Discharge>({ offenderNo: text, reasonDescription: maybe }));
