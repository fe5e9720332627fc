/** The arithmetic of a slot; `available = total + adjustment - held`, and only an override takes it below zero. */
export interface Capacity {
  totalUnits: number;
  adjustmentUnits: number;
  /** Reservations and bookings that have a unit. */
  heldUnits: number;
}

export const availableUnits = ({ totalUnits, adjustmentUnits, heldUnits }: Capacity): number =>
  totalUnits + adjustmentUnits - heldUnits;

/** One unit less, or undefined when none is free. */
export const take = (slot: Capacity): Capacity | undefined =>
  availableUnits(slot) >= 1 ? { ...slot, heldUnits: slot.heldUnits + 1 } : undefined;

/** One unit less, free or not: a rescheduling overrides. */
export const override = (slot: Capacity): Capacity => ({ ...slot, heldUnits: slot.heldUnits + 1 });

/** One unit back. Throws RangeError where none is held: a unit comes back once. */
export function giveBack(slot: Capacity): Capacity {
  if (slot.heldUnits < 1) throw new RangeError('no unit of the slot is held');
  return { ...slot, heldUnits: slot.heldUnits - 1 };
}

/**
 * What a rescheduling makes of the slot that the booking leaves. `released` is what the client asked for: 1 gives the
 * booking's unit back, 0 leaves it consumed, any other number moves the slot's adjustment by the rest. A booking that
 * holds no unit has none to give.
 */
export function leave(slot: Capacity, released: number, holdsUnit: boolean): Capacity {
  if (!holdsUnit) return slot;
  const freed = giveBack(slot);
  return { ...freed, adjustmentUnits: freed.adjustmentUnits + released - 1 };
}

/** The change of `availableUnits` of the slot that is left, in units: what a single statement adds. */
export const unitsReleased = (released: number, holdsUnit: boolean): number => (holdsUnit ? released : 0);
