import type { WrmComponents } from '@switchyard/contracts';
import type { Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import { resource } from '../shared/json-api';
import type { StoredCampaign } from './repository';

export type CampaignBody = WrmComponents['schemas']['Campaign'];

export const presentCampaign = (campaign: StoredCampaign): CampaignBody => ({
  campaignId: campaign.campaignId,
  name: campaign.name,
  from: campaign.from.toISOString(),
  to: campaign.to.toISOString(),
  active: campaign.active,
  workTypes: [...campaign.workTypes],
  workSupplier: { id: campaign.workSupplierId, name: campaign.workSupplierName },
  scheduleIds: [...campaign.scheduleIds],
});

export const campaignResource = (campaign: CampaignBody): Resource =>
  resource(
    'campaigns',
    campaign.campaignId,
    campaign,
    {
      work_supplier: resource('parties', campaign.workSupplier.id, campaign.workSupplier),
      schedules: campaign.scheduleIds.map((id) => identifier('schedules', id)),
    },
    ['campaignId', 'workSupplier', 'scheduleIds'],
  );
