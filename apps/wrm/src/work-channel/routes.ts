import type { WrmComponents } from '@switchyard/contracts';
import { allocatedSupplier, channelFilters, taskTypeOf } from '@switchyard/domain/wrm';
import { ok } from '@switchyard/http';
import { listAllocationRules } from '../allocation-rules/repository';
import { findParties } from '../parties/repository';
import type { Api, Deps } from '../shared/deps';
import { documentOf, linkTo, resource } from '../shared/json-api';
import { readQuery } from '../shared/read-query';

type WorkChannel = WrmComponents['schemas']['WorkChannel'];

/** Whether work goes through this service, and to whom. */
export function workChannelRoutes(api: Api, { config }: Deps): void {
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
      const { taskType, ...work } = readQuery(channelFilters, query, config);
      // No rule is for work whose two types do not go together.
      const fits = taskType === undefined || taskType === taskTypeOf(work.workType);
      const found = fits ? allocatedSupplier(await listAllocationRules(db), work) : undefined;
      const [supplier] = found === undefined ? [] : await findParties(db, [found]);
      return ok(presentChannel(supplier));
    },
  );
}

const presentChannel = (supplier: { id: string; name: string } | undefined): WorkChannel =>
  supplier ? { channel: 'WRM', workSupplier: { id: supplier.id, name: supplier.name } } : { channel: 'OTHER' };
