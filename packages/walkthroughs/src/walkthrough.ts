import type { Call, Caller } from './client';
import type { Reply } from './reply';
import type { ClockChange } from './sandbox-clock';

/** One sequence of a published document, playable any number of times against the same service. */
export interface Walkthrough {
  /** The name for the command line, and of its file. */
  name: string;
  title: string;
  /** The title of the published page that it plays. */
  document: string;
  /** Rejects with Unexpected at the first thing that differs from the document. */
  play(api: Api): Promise<void>;
}

/** What a walkthrough plays with: every call and every check is recorded under the step that was named last. */
export interface Api {
  /** Says what the document does next. */
  step(title: string): void;
  /** Makes a call of the document, checks its status, and then the state that it led to. */
  send(call: Call, expected: Expected): Promise<Reply>;
  /** Reads a resource back with GET, JSON:API of version 2 unless told otherwise, to see what a call has led to; 200 is expected. */
  read(path: string, as: Caller, headers?: Record<string, string>): Promise<Reply>;
  /** Lets the service's time pass, by its sandbox; what was due by then is done. The end of the walkthrough puts it right. */
  moveClock(to: ClockChange): Promise<void>;
  /** Checks that both values are equal all the way down. Throws Unexpected, naming both, when they are not. */
  holds(what: string, actual: unknown, expected: unknown): void;
  /** A fresh UUID, for idempotency keys and names. */
  uuid(): string;
  /** A whole number by chance, 0 <= n < below. */
  pick(below: number): number;
}

export interface Expected {
  status: number;
  /** Reads back what the call has led to, checks it, and gives it in few words for the reader. */
  leadsTo?: (reply: Reply) => string | Promise<string>;
}
