import type { Login } from './client';
import type { Walkthrough } from './walkthrough';

/** A service, and the documents of its users. */
export interface Service {
  /** As its folder here is called. */
  name: string;
  /** Where it is, unless the command or the environment says otherwise. */
  defaultUrl: string;
  /** The variable of the environment that says otherwise. */
  urlVariable: string;
  login: Login;
  /** In the order of the documents; they are played one after another, for a service has one clock. */
  walkthroughs: readonly Walkthrough[];
}
