import type { WrmComponents } from '@switchyard/contracts';
import type { Resource } from '@switchyard/http';
import { linkTo, resource } from '../shared/json-api';
import type { Client } from './repository';

export type ClientBody = WrmComponents['schemas']['Client'];

export const presentClient = ({ id, partyId, active, expiresAt, secrets, createdAt }: Client): ClientBody => ({
  clientId: id,
  partyId,
  active,
  expiresAt: expiresAt?.toISOString() ?? null,
  secrets: secrets.map((secret) => ({
    secretId: secret.id,
    createdDateTime: new Date(secret.createdAt).toISOString(),
  })),
  createdDateTime: createdAt.toISOString(),
});

export const clientResource = (client: ClientBody): Resource =>
  resource('clients', client.clientId, client, { party: linkTo('parties', client.partyId) }, ['clientId', 'partyId']);
