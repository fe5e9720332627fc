export const reinstatementStatuses = ['interim', 'permanent'] as const;
export type ReinstatementStatus = (typeof reinstatementStatuses)[number];

export const reinstatementTypes = ['excavation', 'bar_holes', 'core_holes', 'pole_testing'] as const;
export type ReinstatementType = (typeof reinstatementTypes)[number];

/** The types that are counted in holes; an excavation is measured. */
export const holeTypes = ['bar_holes', 'core_holes', 'pole_testing'] as const;
export type HoleType = (typeof holeTypes)[number];
