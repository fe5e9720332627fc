import { Play, type PlayedStep, type PlayOptions } from './play';
import { messageOf } from './unexpected';
import type { Walkthrough } from './walkthrough';

export interface PlayedWalkthrough {
  name: string;
  title: string;
  document: string;
  held: boolean;
  steps: PlayedStep[];
  /** What was expected and what came instead; absent when everything held. */
  failure?: string;
}

export interface PlayReport {
  /** True when every step of every walkthrough held. */
  held: boolean;
  walkthroughs: PlayedWalkthrough[];
}

/** Plays one walkthrough. A failure is part of the result; it never rejects. */
export async function play(walkthrough: Walkthrough, options: PlayOptions): Promise<PlayedWalkthrough> {
  const { name, title, document } = walkthrough;
  const { print = () => undefined } = options;
  const api = new Play(options);
  print(`${name}: ${title}`);
  try {
    await walkthrough.play(api);
    api.close();
    return { name, title, document, held: true, steps: api.steps };
  } catch (error) {
    const failure = messageOf(error);
    print(`     does not hold: ${failure}`);
    return { name, title, document, held: false, steps: api.steps, failure };
  } finally {
    await api.leave();
    print('');
  }
}

/** Plays walkthroughs one after another, the next one also after a failure. */
export async function playEach(walkthroughs: readonly Walkthrough[], options: PlayOptions): Promise<PlayReport> {
  const played: PlayedWalkthrough[] = [];
  for (const walkthrough of walkthroughs) played.push(await play(walkthrough, options));
  return { held: played.every(({ held }) => held), walkthroughs: played };
}
