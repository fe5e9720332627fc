import type { TemplateOptions } from '@switchyard/testing';
import { webhookTables } from '../store/tables';

/** A schema that holds the engine's tables only. */
export const scratch: TemplateOptions = { schema: 'scratch', migrations: [webhookTables('0001-webhooks')] };
