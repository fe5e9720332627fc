import { PreconditionFailed } from '@switchyard/domain/street-manager';
import { conditionsOf } from '../reports/report';
import { scopeOf } from '../reports/scope';
import type { Act } from '../shared/deps';
import { QueryReader } from '../shared/query-reader';
import type { ExportRequest } from './asked';
import { askedOf } from './asked';
import { fileNameAt } from './file-name';
import type { ExportPath } from './kinds';
import { kindOf } from './kinds';
import { isQueued, queueExport } from './repository';

/**
 * Puts an export into the queue, with what its caller may see now. Throws InvalidRequest, AccessRestricted as the list
 * does, and PreconditionFailed while another of the same user waits there.
 */
export async function requestExport(act: Act, path: ExportPath, request: ExportRequest): Promise<{ csv_id: number }> {
  const { tx, caller, now, directory } = act;
  const kind = kindOf(path);
  const reader = new QueryReader(askedOf(kind, request));
  const scope = await scopeOf(tx, caller, reader, directory);
  conditionsOf(kind.report, reader, scope, directory);
  reader.check();
  if (await isQueued(tx, caller.id)) throw new PreconditionFailed('Another export is in the queue');
  const { id, organisation, roles, workstreams, contractedBy } = caller;
  const onBehalfOf = caller.roles.includes('Contractor') ? scope.organisation : null;
  const wanted = {
    filename: fileNameAt(String(request.csv_export_prefix ?? kind.name), now),
    username: id,
    kind: path,
    request,
    caller: { id, organisation, roles, workstreams, contractedBy },
  };
  return { csv_id: await queueExport(tx, wanted, onBehalfOf, now) };
}
