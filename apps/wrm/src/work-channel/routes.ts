import type { WrmComponents } from '@switchyard/contracts';
import { allocatedSupplier, enumerations, taskTypeOf } from '@switchyard/domain/wrm';
import { ok } from '@switchyard/http';
import { listAllocationRules } from '../allocation-rules/repository';
import { findParties } from '../parties/repository';
import type { Api } from '../shared/deps';
import { documentOf, linkTo, resource } from '../shared/json-api';
import { QueryReader } from '../shared/query';

type WorkChannel = WrmComponents['schemas']['WorkChannel'];

/** Whether work goes through this service, and to whom. */
export function workChannelRoutes(api: Api): void {
  api.get(
    '/work-channel',
    {
      document: (channel: WorkChannel, request) =>
        documentOf(
          resource('work-channels', channel.channel, channel, {
            work_supplier: linkTo('parties', channel.workSupplier?.id),
          }),
          request,
          'work-channels',
        ),
    },
    async ({ db, query }) => {
      const work = readWork(query);
      const found = work && allocatedSupplier(await listAllocationRules(db), work);
      const [supplier] = found === undefined ? [] : await findParties(db, [found]);
      return ok(presentChannel(supplier));
    },
  );
}

/** The work that is asked about; undefined where its two types do not go together, so that nobody can do it. */
function readWork(query: Readonly<Record<string, string | undefined>>) {
  const reader = new QueryReader(query);
  const taskType = reader.oneOf('taskType', enumerations.taskType);
  const workType = reader.oneOf('workType', enumerations.workType);
  const areaType = reader.oneOf('areaType', enumerations.areaType);
  reader.oneOf('locationIdType', enumerations.locationIdType);
  if (query.workType === undefined) reader.refuse('workType', 'workType is required.');
  reader.check();
  if (!workType || (taskType && taskTypeOf(workType) !== taskType)) return undefined;
  const { workDivision, areaSite, classOfWork } = query;
  return { workType, areaType, workDivision, areaSite, classOfWork };
}

const presentChannel = (supplier: { id: string; name: string } | undefined): WorkChannel =>
  supplier
    ? { channel: 'WRM', workSupplier: { id: supplier.id, name: supplier.name } }
    : { channel: 'OTHER' };
