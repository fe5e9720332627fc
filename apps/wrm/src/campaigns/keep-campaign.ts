import type { Transaction } from '@switchyard/db';
import type { CodedFault } from '@switchyard/domain/wrm';
import { campaignChange, newCampaign, refuseFaults, serves } from '@switchyard/domain/wrm';
import type { Config } from '../config';
import { findParties } from '../parties/repository';
import { readBody } from '../shared/read-body';
import { refuseExisting, unsuitable } from '../shared/refusals';
import type { StoredCampaign } from './repository';
import { getCampaign, insertCampaign, lockCampaign, saveCampaign } from './repository';

interface Keeping {
  tx: Transaction;
  body: unknown;
  now: Date;
}

/** Makes a campaign of a work supplier that does all of its work. */
export async function createCampaign({ tx, body, now }: Keeping, config: Config): Promise<StoredCampaign> {
  const campaign = readBody(newCampaign, body, 'campaign', config);
  refuseFaults(await checkCampaign(tx, campaign));
  if (!(await insertCampaign(tx, campaign, now))) refuseExisting('campaign', 'campaignId', campaign.campaignId);
  return getCampaign(tx, campaign.campaignId);
}

/** Changes a campaign; what is reserved in it stays reserved. */
export async function changeCampaign(
  { tx, body }: Omit<Keeping, 'now'>,
  campaignId: string,
  config: Config,
): Promise<StoredCampaign> {
  const { from, to, ...change } = readBody(campaignChange, body, 'campaign', config);
  const before = await lockCampaign(tx, campaignId);
  const changed = {
    ...before,
    ...change,
    ...(from !== undefined && { from: new Date(from) }),
    ...(to !== undefined && { to: new Date(to) }),
  };
  refuseFaults(await checkCampaign(tx, changed));
  saveCampaign(tx, changed);
  return changed;
}

interface Judged extends Pick<StoredCampaign, 'workSupplierId' | 'workTypes'> {
  from: Date | string;
  to: Date | string;
}

async function checkCampaign(tx: Transaction, { workSupplierId, workTypes, from, to }: Judged): Promise<CodedFault[]> {
  const [supplier] = await findParties(tx, [workSupplierId]);
  const isSupplier = supplier?.role === 'supplier';
  const foreign = workTypes.filter((workType) => isSupplier && !serves(supplier, workType));
  return [
    ...(isSupplier ? [] : [unsuitable('campaign', 'workSupplierId', `${workSupplierId} is not a work supplier.`)]),
    ...(foreign.length === 0
      ? []
      : [unsuitable('campaign', 'workTypes', `${workSupplierId} does no ${foreign.join(', ')}.`)]),
    ...(new Date(to) > new Date(from) ? [] : [unsuitable('campaign', 'to', 'to must be after from.')]),
  ];
}
