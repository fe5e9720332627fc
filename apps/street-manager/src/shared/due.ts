import type { Deps } from './deps';

/** Something whose time has come. */
export interface DuePiece {
  /** When that was: what is written carries this instant, however late the job runs. */
  at: Date;
  /** Does it in a transaction of its own; nothing where another process has done it, or it is no longer due. */
  settle(): Promise<void>;
}

/** Finds the pieces of one kind whose time had come by `now`: the oldest, at most so many, in order. */
export type DueKind = (deps: Deps, now: Date, most: number) => Promise<readonly DuePiece[]>;

const BATCH = 200;

/**
 * Does everything that is due, whatever its kind, in the order of its time. A piece that fails is logged, and tried again
 * with the next call.
 */
export async function settleDue(deps: Deps, kinds: readonly DueKind[]): Promise<void> {
  for (;;) {
    const now = deps.clock.now();
    const found = await Promise.all(kinds.map((kind) => kind(deps, now, BATCH)));
    const pieces = inOrder(found);
    let settled = 0;
    for (const piece of pieces) if (await succeeds(deps, piece)) settled += 1;
    const isLast = found.every(({ length }) => length < BATCH);
    if (isLast || settled === 0) return;
  }
}

/** The pieces by their time. Beyond the end of a full batch its kind may have more: what is later waits for them. */
function inOrder(found: readonly (readonly DuePiece[])[]): DuePiece[] {
  const ends = found.filter(({ length }) => length === BATCH).map((batch) => batch.at(-1)!.at.getTime());
  const horizon = Math.min(...ends);
  return found
    .flat()
    .filter(({ at }) => at.getTime() <= horizon)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

async function succeeds({ log }: Deps, { at, settle }: DuePiece): Promise<boolean> {
  try {
    await settle();
    return true;
  } catch (error) {
    log.error({ err: error, at }, 'what was due could not be done');
    return false;
  }
}
