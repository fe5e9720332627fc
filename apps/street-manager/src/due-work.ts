import type { Deps } from './shared/deps';

/** What falls due with time, each piece done once however many processes look for it. */
export async function doDueWork(_deps: Deps): Promise<void> {
  // Pieces are added here, in the order in which they must happen.
}
