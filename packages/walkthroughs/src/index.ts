import { bookSecureMoveWalkthroughs } from './book-secure-move';
import { runCommand, type CommandOptions } from './cli';
import type { PlayOptions } from './play';
import { playEach, type PlayReport } from './runner';

export { bookSecureMoveWalkthroughs } from './book-secure-move';
export { Play, type PlayedCall, type PlayedStep, type PlayOptions } from './play';
export { play, type PlayedWalkthrough, type PlayReport } from './runner';
export { Unexpected } from './unexpected';
export type { Api, Walkthrough } from './walkthrough';

/** Plays every walkthrough against a running service. Failures are in the report; it never rejects for one. */
export function playAll(options: PlayOptions): Promise<PlayReport> {
  return playEach(bookSecureMoveWalkthroughs, options);
}

/** The command `npm run walkthrough`; gives the exit code. */
export function walkthroughCommand(options: Omit<CommandOptions, 'walkthroughs'>): Promise<number> {
  return runCommand({ ...options, walkthroughs: bookSecureMoveWalkthroughs });
}
