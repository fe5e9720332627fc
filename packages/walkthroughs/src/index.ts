import { runCommand, type CommandOptions } from './cli';
import { playEach, type PlayReport } from './runner';
import type { Service } from './service';
import { services } from './services';

export { bookSecureMove } from './book-secure-move/service';
export { Play, type PlayedCall, type PlayedStep, type PlayOptions } from './play';
export { play, type PlayedWalkthrough, type PlayReport } from './runner';
export type { Service } from './service';
export { services } from './services';
export { streetManager } from './street-manager/service';
export { Unexpected } from './unexpected';
export type { Api, Walkthrough } from './walkthrough';
export { wrm } from './wrm/service';

/** Plays every walkthrough of a running service. Failures are in the report; it never rejects for one. */
export function playAll(
  { login, walkthroughs, defaultUrl }: Service,
  { url = defaultUrl, print }: { url?: string; print?: (line: string) => void } = {},
): Promise<PlayReport> {
  return playEach(walkthroughs, { url, login, print });
}

/** The command `npm run walkthrough`; gives the exit code. */
export function walkthroughCommand(options: Omit<CommandOptions, 'services'>): Promise<number> {
  return runCommand({ ...options, services });
}
