import { campaignFilters } from '@switchyard/domain/wrm';
import { created, ok } from '@switchyard/http';
import type { Api, Deps } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import { pageOf } from '../shared/paging';
import { readListQuery } from '../shared/read-query';
import { changeCampaign, createCampaign } from './keep-campaign';
import { getCampaign, listCampaigns } from './repository';
import type { CampaignBody } from './serializer';
import { campaignResource, presentCampaign } from './serializer';

interface Campaigns {
  campaigns: CampaignBody[];
  nextCursor: string | null;
}

/** Campaigns: everybody reads them, a work supplier its own, and the operator keeps them. */
export function campaignRoutes(api: Api, { config }: Deps): void {
  for (const path of ['/campaigns', '/admin/campaigns'] as const) {
    api.get(
      path,
      {
        document: ({ campaigns, nextCursor }: Campaigns, request) =>
          documentOf(campaigns.map(campaignResource), request, 'campaigns', nextCursor),
      },
      async ({ db, query, caller }) => {
        const { filters, page } = readListQuery(campaignFilters, query, config);
        const campaigns = await listCampaigns(db, caller, filters, page);
        const cut = pageOf(campaigns, page.limit, ({ campaignId: id }) => ({ key: id, id }), presentCampaign);
        return ok({ campaigns: cut.items, nextCursor: cut.nextCursor });
      },
    );
  }

  api.post('/admin/campaigns', async (request) => {
    const campaign = await createCampaign(request, config);
    return created(presentCampaign(campaign), `/admin/campaigns/${encodeURIComponent(campaign.campaignId)}`);
  });

  api.get(
    '/admin/campaigns/{campaignId}',
    { document: (body: CampaignBody, request) => documentOf(campaignResource(body), request, 'campaigns') },
    async ({ db, params }) => ok(presentCampaign(await getCampaign(db, params.campaignId))),
  );

  api.patch('/admin/campaigns/{campaignId}', async (request) =>
    ok(presentCampaign(await changeCampaign(request, request.params.campaignId, config))),
  );
}
