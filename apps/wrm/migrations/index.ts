import type { Migration } from '@switchyard/db';
import { commonTables } from '@switchyard/db';
import { webhookTables } from '@switchyard/webhooks';
import { access } from './0001-access';
import { capacity } from './0002-capacity';
import { tasks } from './0003-tasks';
import { appointments } from './0004-appointments';
import { subscribers } from './0006-subscribers';

export const migrations: readonly Migration[] = [
  commonTables,
  access,
  capacity,
  tasks,
  appointments,
  webhookTables('0005-webhooks'),
  subscribers,
];
