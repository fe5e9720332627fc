import type { Person, Profile } from '@switchyard/domain/book-secure-move';
import { notifyMovesOfProfile } from '../moves/notify-moves';
import { attributesOf } from '../shared/attributes';
import type { Act } from '../shared/deps';
import type { BookingFacts } from './ask-register';
import type { ProfileData } from './create-profile';
import { lockProfile, saveProfile } from './repository';
import { sentAnswers } from './sent-answers';

/**
 * Changes a profile: absent attributes stay, answers are replaced as a whole, and what the booking says now overwrites
 * category and cell-sharing risk. The subscribers of its moves are told. Throws NotFound or RulesBroken.
 */
export async function updateProfile(
  act: Act,
  person: Person,
  profileId: string,
  data: ProfileData,
  booking: BookingFacts | undefined,
): Promise<Profile> {
  const before = await lockProfile(act.tx, person.id, profileId);
  const required = attributesOf(data).flag('requires_youth_risk_assessment');
  const profile: Profile = {
    ...before,
    ...booking,
    assessmentAnswers: sentAnswers(data, act.reference, act.now) ?? before.assessmentAnswers,
    requiresYouthRiskAssessment: required === undefined ? before.requiresYouthRiskAssessment : required,
    updatedAt: act.now,
  };
  saveProfile(act.tx, profile);
  await notifyMovesOfProfile(act, profile.id);
  return profile;
}
