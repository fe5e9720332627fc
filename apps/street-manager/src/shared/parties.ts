import {
  creationRefusal,
  isMember,
  readRefusal,
  refuseAccess,
  refuseRequest,
  sideOf,
  writeRefusal,
} from '@switchyard/domain/street-manager';
import { violation } from '@switchyard/domain';
import type { Caller } from '../caller';
import type { Directory, Organisation } from '../organisations/directory';
import { AccessRestricted } from '@switchyard/domain/street-manager';

/** A record that knows whose it is. */
export interface OwnedRecord {
  promoter: string;
  highway_authority: string;
  workstream: string;
}

const partiesOf = ({ promoter, highway_authority, workstream }: OwnedRecord) => ({
  promoter,
  authority: highway_authority,
  workstream,
});

/** Throws AccessRestricted unless the caller may change what hangs on this record. */
export const mayWrite = (caller: Caller, record: OwnedRecord): void =>
  refuseAccess(writeRefusal(caller, partiesOf(record)));

/** Throws AccessRestricted unless the caller may read the record of the works, and all that hangs on it. */
export const mayRead = (caller: Caller, record: OwnedRecord): void =>
  refuseAccess(readRefusal(caller, partiesOf(record), 'work'));

/** Whether the caller belongs to one of the two parties, in its own or a contracted organisation. */
export const belongsTo = (caller: Caller, record: OwnedRecord): boolean => isMember(caller, partiesOf(record));

/** The organisation on whose side the caller is at this record: what is internal to it, the caller may see and use. */
export const sideOrganisation = (caller: Caller, { promoter }: Pick<OwnedRecord, 'promoter'>): string =>
  sideOf(caller.roles) === 'promoter' ? promoter : caller.organisation;

/** The promoter and the authority that a request names. */
export interface NamedParties {
  promoter: Organisation;
  authority: Organisation;
}

/**
 * The two organisations that a request for a new record names. Throws InvalidRequest for one that does not exist or is
 * not of its kind, AccessRestricted where the caller may not create records for them.
 */
export function namedParties(
  request: { promoter_swa_code?: string | null; highway_authority_swa_code?: string | null },
  caller: Caller,
  directory: Directory,
): NamedParties {
  const promoter = directory.find(request.promoter_swa_code!);
  const authority = directory.find(request.highway_authority_swa_code!);
  refuseRequest([
    ...(promoter && promoter.type !== 'CONTRACTOR'
      ? []
      : [
          violation('promoter_swa_code', 'unknown_organisation', 'must be the SWA code of a promoter', {
            value: request.promoter_swa_code,
          }),
        ]),
    ...(authority?.type === 'HA'
      ? []
      : [
          violation(
            'highway_authority_swa_code',
            'unknown_organisation',
            'must be the SWA code of a highway authority',
            {
              value: request.highway_authority_swa_code,
            },
          ),
        ]),
  ]);
  refuseAccess(creationRefusal(caller, { promoter: promoter!.reference, authority: authority!.reference }));
  if (promoter!.status !== 'active') throw new AccessRestricted('the promoter is not active');
  return { promoter: promoter!, authority: authority! };
}
