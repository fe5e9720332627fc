import type { Migration } from '@switchyard/db';
import { commonTables } from '@switchyard/db';
import { parties } from './0001-parties';
import { works } from './0002-works';
import { streetSide } from './0003-street-side';
import { wire } from './0004-wire';
import { listIndexes } from './0005-list-indexes';
import { maps } from './0006-maps';

export const migrations: readonly Migration[] = [commonTables, parties, works, streetSide, wire, listIndexes, maps];
