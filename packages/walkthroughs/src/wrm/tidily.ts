import type { Api } from '../walkthrough';

/** Names something that takes away what a walkthrough has left behind. */
export type After = (undo: () => Promise<unknown>) => void;

/**
 * Plays, and then takes away what was named meanwhile, the latest first: as a last step, checked like any other, and also
 * where the play has failed, when its failure is what counts.
 */
export async function tidily(api: Api, play: (after: After) => Promise<void>): Promise<void> {
  const undoing: (() => Promise<unknown>)[] = [];
  try {
    await play((undo) => void undoing.unshift(undo));
    api.step('Clean up');
  } catch (error) {
    await undoAll(undoing);
    throw error;
  }
  const [failure] = await undoAll(undoing);
  if (failure) throw failure.reason;
}

/** One after another, the next one also after a failure; gives the failures. */
async function undoAll(undoing: readonly (() => Promise<unknown>)[]): Promise<PromiseRejectedResult[]> {
  const failures: PromiseRejectedResult[] = [];
  for (const undo of undoing) {
    const [settled] = await Promise.allSettled([undo()]);
    if (settled.status === 'rejected') failures.push(settled);
  }
  return failures;
}
