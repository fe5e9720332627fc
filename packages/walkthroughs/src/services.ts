import { bookSecureMove } from './book-secure-move/service';
import type { Service } from './service';
import { streetManager } from './street-manager/service';
import { wrm } from './wrm/service';

/** Every service whose documents are played, in the order of their ports. */
export const services: readonly Service[] = [streetManager, bookSecureMove, wrm];
