import * as community from './community-and-immigration';
import * as justice from './courts-and-police';
import * as care from './health-and-youth';
import * as lettered from './lettered-prisons';
import type { DemoLocation } from './location';
import * as prisons from './prisons';

export type { DemoLocation } from './location';

/** Every place between which the demo moves people. */
export const demoLocations: readonly DemoLocation[] = [prisons, lettered, justice, care, community].flatMap((group) =>
  Object.values<DemoLocation>(group),
);
