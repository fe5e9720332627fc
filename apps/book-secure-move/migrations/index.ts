import type { Migration } from '@switchyard/db';
import { commonTables } from '@switchyard/db';
import { access } from './0001-access';
import { referenceData } from './0002-reference-data';
import { moves } from './0003-moves';
import { derived } from './0004-derived';
import { pricing } from './0005-pricing';

export const migrations: readonly Migration[] = [commonTables, access, referenceData, moves, derived, pricing];
