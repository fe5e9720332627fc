import { ok } from '@switchyard/http';
import type { WorkApi } from '../shared/deps';

/** Says that the API is up; clients look at the status only. */
export function statusRoute(api: WorkApi): void {
  api.get('/status', { document: null }, () => ok({ status: 'ok' }));
}
