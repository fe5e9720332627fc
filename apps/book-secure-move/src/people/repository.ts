import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Person, Profile } from '@switchyard/domain/book-secure-move';
import type { PersonRow, ProfileRow } from './row';
import { toPerson, toProfile } from './row';

const profileById = prepared<ProfileRow>('profile-by-id', 'select * from profiles where id = $1');
const personById = prepared<PersonRow>('person-by-id', 'select * from people where id = $1');
const personOfProfile = prepared<PersonRow>(
  'person-of-profile',
  'select pe.* from people pe join profiles p on p.person_id = pe.id where p.id = $1',
);

export async function findProfile(db: Connection, id: string): Promise<Profile | undefined> {
  const row = await db.first(profileById, [id]);
  return row && toProfile(row);
}

export async function findPerson(db: Connection, id: string): Promise<Person | undefined> {
  const row = await db.first(personById, [id]);
  return row && toPerson(row);
}

export async function findPersonOfProfile(db: Connection, profileId: string): Promise<Person | undefined> {
  const row = await db.first(personOfProfile, [profileId]);
  return row && toPerson(row);
}
