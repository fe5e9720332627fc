import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Profile } from '@switchyard/domain/book-secure-move';
import { wireAnswer } from '../people/answers';
import type { ProfileRow } from '../people/row';
import { toProfile } from '../people/row';
import { uuidOf } from '../shared/uuid';

const insert = prepared(
  'profile-insert',
  `insert into profiles (id, person_id, assessment_answers, requires_youth_risk_assessment, csra, category_id,
     updated_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const update = prepared(
  'profile-update',
  `update profiles set assessment_answers = $3, requires_youth_risk_assessment = $4, csra = $5, category_id = $6,
     updated_at = $7
   where id = $1 and person_id = $2`,
);
const lock = prepared<ProfileRow>(
  'profile-lock',
  'select * from profiles where id = $1 and person_id = $2 for no key update',
);

const exists = prepared<{ id: string }>('profile-exists', 'select id from profiles where id = $1 and person_id = $2');

/** Throws NotFound unless the person has this profile. */
export async function checkProfile(db: Connection, personId: string, id: string): Promise<void> {
  if (!(await db.first(exists, [uuidOf('profile', id), personId]))) throw new NotFound('profile', id);
}

export function insertProfile(tx: Transaction, profile: Profile): void {
  tx.send(insert, [...described(profile), profile.createdAt]);
}

export function saveProfile(tx: Transaction, profile: Profile): void {
  tx.send(update, described(profile));
}

/** The profile of this person, held until the request commits. Throws NotFound, also for somebody else's. */
export async function lockProfile(tx: Transaction, personId: string, id: string): Promise<Profile> {
  const row = await tx.first(lock, [uuidOf('profile', id), personId]);
  if (!row) throw new NotFound('profile', id);
  return toProfile(row);
}

const described = (profile: Profile): unknown[] => [
  profile.id,
  profile.personId,
  JSON.stringify(profile.assessmentAnswers.map(wireAnswer)),
  profile.requiresYouthRiskAssessment,
  profile.csra,
  profile.categoryId,
  profile.updatedAt,
];
