import { ok } from '@switchyard/http';
import type { Api } from '../shared/deps';
import { documentOf, resource } from '../shared/json-api';

export const VERSION = '1.0.0';

const version = { name: 'wrm', version: VERSION };

/** `GET /version`: tests the connection and the credentials. */
export function versionRoute(api: Api): void {
  const document = (_body: unknown, request: Parameters<typeof documentOf>[1]): object =>
    documentOf(resource('versions', VERSION, version), request, 'versions');
  api.get('/version', { document }, () => ok(version));
}
