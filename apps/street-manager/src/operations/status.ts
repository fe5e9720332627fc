import { ok } from '@switchyard/http';
import type { ExportApi, GeojsonApi, LookupApi, PartyApi, ReportingApi, WorkApi } from '../shared/deps';

/** Says that the API is up; clients look at the status only. */
export function statusRoute(api: ExportApi | GeojsonApi | LookupApi | PartyApi | ReportingApi | WorkApi): void {
  (api as WorkApi).get('/status', { document: null }, () => ok({ status: 'ok' }));
}
