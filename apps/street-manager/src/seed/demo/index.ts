import type { Batch } from '@switchyard/db';
import { batch } from '@switchyard/db';
import { actLimits } from './act-limits';
import { contracts, organisations, workstreams } from './organisations';
import { streets } from './streets';
import { users, workstreamAccess } from './users';

/** What the sandbox starts with: six organisations, their users, and the streets of two towns. */
export const demoData: readonly Batch[] = [
  batch('organisation', organisations),
  batch('workstream', workstreams),
  batch('contract', contracts),
  batch('app_user', users),
  batch('workstream_access', workstreamAccess),
  batch('street', streets),
  batch('hs2_act_limit', actLimits),
];
