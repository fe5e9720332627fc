import type { WrmComponents } from '@switchyard/contracts';
import type { Resource } from '@switchyard/http';
import { resource } from '../shared/json-api';
import type { StoredParty } from './repository';

export type PartyBody = WrmComponents['schemas']['Party'];

export const presentParty = ({ id, name, role, workTypes, createdAt }: StoredParty): PartyBody => ({
  id,
  name,
  role,
  workTypes: [...workTypes],
  createdDateTime: createdAt.toISOString(),
});

export const partyResource = (party: PartyBody): Resource => resource('parties', party.id, party);
