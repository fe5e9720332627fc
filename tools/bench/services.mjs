import { bookSecureMove } from './book-secure-move/index.mjs';
import { streetManager } from './street-manager/index.mjs';
import { wrm } from './wrm/index.mjs';

/** The services that are measured, each with what is asked of it, against which bare server and on which rows. */
export const services = [bookSecureMove, streetManager, wrm];

/** Every name that `--only` takes, of one service or of all. */
export const workNames = (chosen = services) =>
  chosen.flatMap(({ works, once }) => [...works.map(({ name }) => name), ...Object.keys(once)]);
