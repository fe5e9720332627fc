import { ok } from '@switchyard/http';
import type { GeojsonApi, LookupApi, PartyApi, ReportingApi, WorkApi } from '../shared/deps';

/** Says that the API is up; clients look at the status only. */
export function statusRoute(api: GeojsonApi | LookupApi | PartyApi | ReportingApi | WorkApi): void {
  (api as WorkApi).get('/status', { document: null }, () => ok({ status: 'ok' }));
}
