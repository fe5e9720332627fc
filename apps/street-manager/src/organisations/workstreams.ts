import { prepared } from '@switchyard/db';
import { NotFound, violation } from '@switchyard/domain';
import { AccessRestricted, InvalidRequest, actsFor, defaultWorkstream } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { table } from '../shared/table';
import type { Caller } from '../caller';
import type { Organisation, Workstream } from './directory';

export interface WorkstreamContent {
  name: string;
  description?: string | null;
  contact_name?: string | null;
  contact_number?: string | null;
  contact_email?: string | null;
}

const workstreams = table<Workstream>('workstream', 'prefix', [
  'organisation_reference',
  'prefix',
  'name',
  'description',
  'contact_name',
  'contact_number',
  'contact_email',
  'status',
]);
const update = prepared(
  'update-workstream',
  `update workstream set name = $3, description = $4, contact_name = $5, contact_number = $6, contact_email = $7
   where organisation_reference = $1 and prefix = $2`,
);
const grant = prepared(
  'grant-workstream',
  `insert into workstream_access (email, organisation_reference, prefix, level) values ($1, $2, $3, 'full_write')`,
);
const announce = prepared('announce-reference', "select pg_notify(current_schema(), 'reference')");

/** Throws AccessRestricted unless the caller is of the organisation, or contracted by it. */
export function mayManage(caller: Caller, { reference }: Organisation): void {
  if (caller.organisation !== reference && !actsFor(caller, reference)) {
    throw new AccessRestricted('the organisation is another one');
  }
}

/** Adds a workstream; its creator may write in it. Throws InvalidRequest where the prefix is taken or is the default's. */
export async function createWorkstream(
  act: Act,
  organisation: Organisation,
  { prefix, ...content }: WorkstreamContent & { prefix: string },
): Promise<{ prefix: string }> {
  const { tx, caller, directory } = act;
  const taken = directory.workstream(organisation.reference, prefix) !== undefined;
  if (taken || prefix === defaultWorkstream) {
    const message = taken ? 'is taken by another workstream' : 'must not be the default workstream';
    throw new InvalidRequest([violation('prefix', taken ? 'taken' : 'default_workstream', message, { value: prefix })]);
  }
  workstreams.insert(tx, {
    ...columnsOf(content),
    organisation_reference: organisation.reference,
    prefix,
    status: 'active',
  });
  tx.send(grant, [caller.id, organisation.reference, prefix]);
  recordHistory(act, null, [{ event: 'workstream_created', object: prefix }]);
  settle(act);
  return { prefix };
}

/** Replaces what is said of a workstream. Throws NotFound. */
export async function updateWorkstream(
  act: Act,
  organisation: Organisation,
  prefix: string,
  content: WorkstreamContent,
): Promise<void> {
  const { tx, directory } = act;
  if (!directory.workstream(organisation.reference, prefix)) throw new NotFound('workstream', prefix);
  const { name, description, contact_name, contact_number, contact_email } = columnsOf(content);
  tx.send(update, [organisation.reference, prefix, name, description, contact_name, contact_number, contact_email]);
  recordHistory(act, null, [{ event: 'workstream_updated', object: prefix }]);
  settle(act);
}

const columnsOf = ({ name, description, contact_name, contact_number, contact_email }: WorkstreamContent) => ({
  name,
  description: description ?? null,
  contact_name: contact_name ?? null,
  contact_number: contact_number ?? null,
  contact_email: contact_email ?? null,
});

/** Tells every process, this one once the change is durable. */
function settle({ tx, forgetUsers }: Act): void {
  tx.send(announce);
  tx.afterCommit(forgetUsers);
}
