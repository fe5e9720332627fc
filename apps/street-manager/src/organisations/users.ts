import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { AccessRestricted, withStrings } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import type { Act, Deps } from '../shared/deps';
import type { User } from '../access/users';
import { findUser } from '../access/users';
import { organisationSummary } from './responses';

const rename = prepared('rename-user', 'update app_user set first_name = $2, last_name = $3 where email = $1');

/** An address as it stands in a path: as it is, or in base64; what cannot be one stays as it is, and names nobody. */
export function emailOf(text: string): string {
  if (text.includes('@')) return text;
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return decoded.includes('\u0000') ? text : decoded;
}

/** A user; of a contractor's, the workstreams are those of the promoter that is named. Throws NotFound. */
export async function showUser(
  db: Connection,
  email: string,
  promoter: string | undefined,
  { directory }: Pick<Deps, 'directory'>,
): Promise<object> {
  const user = await findUser(db, emailOf(email));
  if (!user) throw new NotFound('user', email);
  const organisation = directory.get(user.organisation_reference);
  const contracts = directory
    .contractedBy(organisation.reference)
    .map((each) => organisationSummary(directory.get(each)));
  return withStrings(
    {
      first_name: user.first_name,
      last_name: user.last_name,
      organisation_name: organisation.name.toUpperCase(),
      organisation_reference: organisation.reference,
      roles: user.roles,
      contracts,
      workstreams: workstreamsOf(user, promoter, directory),
      organisation_status: organisation.status,
    },
    ['roles', 'organisation_status'],
  );
}

function workstreamsOf(user: User, promoter: string | undefined, directory: Deps['directory']): object[] {
  return user.workstreams
    .filter(({ organisation }) => promoter === undefined || organisation === directory.find(promoter)?.reference)
    .map(({ organisation, prefix, level }) =>
      withStrings(
        {
          workstream_prefix: prefix,
          workstream_name: directory.workstream(organisation, prefix)?.name ?? '',
          access_level: level,
        },
        ['access_level'],
      ),
    );
}

/** Changes the caller's own names. Throws NotFound, or AccessRestricted for somebody else's. */
export async function renameUser(
  act: Act,
  email: string,
  { first_name, last_name }: { first_name: string; last_name: string },
): Promise<void> {
  const user = await findUser(act.tx, emailOf(email));
  if (!user) throw new NotFound('user', email);
  if (user.email !== act.caller.id) throw new AccessRestricted('the user is another one');
  act.tx.send(rename, [user.email, first_name, last_name]);
  recordHistory(act, null, [{ event: 'user_name_updated', object: user.email }]);
  act.tx.afterCommit(act.forgetUsers);
}
