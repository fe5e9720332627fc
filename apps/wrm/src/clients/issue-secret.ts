import type { IdGenerator } from '@switchyard/domain';
import { NotFound } from '@switchyard/domain';
import type { Transaction } from '@switchyard/db';
import { LIVE_SECRETS, fault, newClient, refuseFaults } from '@switchyard/domain/wrm';
import type { WrmComponents } from '@switchyard/contracts';
import type { Config } from '../config';
import { findParties } from '../parties/repository';
import { readBody } from '../shared/read-body';
import { refuseExisting, unsuitable } from '../shared/refusals';
import type { NewSecret } from './new-secret';
import { deleteSecret, insertClient, insertSecret, lockClient } from './repository';

type IssuedSecret = WrmComponents['schemas']['IssuedSecret'];

interface Issue {
  tx: Transaction;
  now: Date;
  prepared: NewSecret;
}

/** Makes a client with its first secret. Refused for an id that is taken and for a party that does not exist. */
export async function createClient(
  { tx, now, prepared, body }: Issue & { body: unknown },
  { config, ids }: { config: Config; ids: IdGenerator },
): Promise<IssuedSecret> {
  const { clientId, partyId, expiresAt } = readBody(newClient, body, 'client', config);
  refuseFaults([
    ...(clientId.includes(':') ? [unsuitable('client', 'clientId', 'clientId must not contain a colon.')] : []),
    ...((await findParties(tx, [partyId])).length === 0
      ? [unsuitable('client', 'partyId', `There is no party ${partyId}.`)]
      : []),
  ]);
  if (!(await insertClient(tx, { id: clientId, partyId, expiresAt, now }))) {
    refuseExisting('client', 'clientId', clientId);
  }
  return issue({ tx, now, prepared }, clientId, 1, ids);
}

/** Gives a client a second secret beside the one that it has. Refused when it has two. */
export async function issueSecret(request: Issue, clientId: string, ids: IdGenerator): Promise<IssuedSecret> {
  const { secrets } = await lockClient(request.tx, clientId);
  const message = `The client has ${LIVE_SECRETS} live secrets: revoke one first.`;
  refuseFaults(secrets.length >= LIVE_SECRETS ? [fault('WRM-409-40', 'client', 'state', ['secrets'], message)] : []);
  return issue(request, clientId, secrets[0]?.place === 1 ? 2 : 1, ids);
}

/** Ends a secret at once. Throws NotFound for one that the client does not have. */
export async function revokeSecret(tx: Transaction, clientId: string, secretId: string): Promise<void> {
  const { secrets } = await lockClient(tx, clientId);
  if (!secrets.some(({ id }) => id === secretId)) throw new NotFound('secret', secretId);
  deleteSecret(tx, clientId, secretId);
}

function issue({ tx, now, prepared }: Issue, clientId: string, place: 1 | 2, ids: IdGenerator): IssuedSecret {
  const secretId = ids.uuid();
  insertSecret(tx, { clientId, place, id: secretId, hash: prepared.hash, now });
  return { clientId, secretId, secret: prepared.secret };
}
