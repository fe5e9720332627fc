import { documentOf, type Reply } from '../reply';

/** A record as the API shows it in its native JSON. */
export type Shown = Record<string, unknown>;

/** The body of a reply in native JSON. Throws Unexpected when it is none. */
export const bodyOf = (reply: Reply): Shown => documentOf(reply) as Shown;
