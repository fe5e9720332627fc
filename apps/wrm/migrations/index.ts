import type { Migration } from '@switchyard/db';
import { commonTables } from '@switchyard/db';

export const migrations: readonly Migration[] = [commonTables];
