import type { Connection } from '@switchyard/db';
import type { AssessmentAnswer, Person, Profile } from '@switchyard/domain/book-secure-move';
import { withImports } from '@switchyard/domain/book-secure-move';
import { getPerson } from '../people/repository';
import { attributesOf } from '../shared/attributes';
import type { Act, Deps } from '../shared/deps';
import type { BookingFacts, Imports } from './ask-register';
import { askBooking, askImports } from './ask-register';
import { insertProfile } from './repository';
import { sentAnswers } from './sent-answers';
import { undescribedProfile } from './undescribed-profile';

/** The `data` of a request about a profile. Documents are not kept here: ids of them are unknown, and so ignored. */
export interface ProfileData {
  attributes?: unknown;
}

/** What a new profile is made of, gathered before anything is written. */
export interface ProfileMaterial {
  person: Person;
  answers: readonly AssessmentAnswer[];
  booking: BookingFacts | undefined;
  imports: Imports | undefined;
}

/**
 * Gathers the material of a new profile: the prison register is asked for category and cell-sharing risk, and, unless
 * answers are sent, for alerts and care needs. Throws NotFound, RulesBroken or NomisUnavailable.
 */
export async function gatherMaterial(
  { nomis, reference }: Deps,
  db: Connection,
  personId: string,
  data: ProfileData,
  now: Date,
): Promise<ProfileMaterial> {
  const person = await getPerson(db, personId);
  const answers = sentAnswers(data, reference.current, now) ?? [];
  const wantsImport = person.prisonNumber !== null && answers.length === 0;
  const [booking, imports] = await Promise.all([
    askBooking(nomis, person, reference.current),
    wantsImport ? askImports(nomis, person.prisonNumber!, reference.current, now) : undefined,
  ]);
  return { person, answers, booking, imports };
}

/** Stores a new profile of a person. */
export function createProfile({ tx, ids, now }: Act, data: ProfileData, material: ProfileMaterial): Profile {
  const { person, answers, booking, imports } = material;
  const profile: Profile = {
    ...undescribedProfile(ids.uuid(), person.id, now),
    ...booking,
    assessmentAnswers: imports ? withImports(answers, imports) : [...answers],
    requiresYouthRiskAssessment: attributesOf(data).flag('requires_youth_risk_assessment') ?? null,
  };
  insertProfile(tx, profile);
  return profile;
}
