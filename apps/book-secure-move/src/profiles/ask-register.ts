import type { AssessmentAnswer, AssessmentQuestion, Person } from '@switchyard/domain/book-secure-move';
import {
  alertAnswer,
  careNeedAnswer,
  londonDay,
  questionOfAlert,
  questionOfCareNeed,
} from '@switchyard/domain/book-secure-move';
import type { Alert, Nomis, PersonalCareNeed } from '../nomis';
import type { Category, ReferencePicture } from '../reference/reference-data';

const careNeedTypes = ['MATSTAT', 'PHY', 'DISAB'];

/** What a booking says of a profile. */
export interface BookingFacts {
  categoryId: string | null;
  csra: string | null;
}

/** Alerts and care needs of the prison register, as answers. */
export interface Imports {
  alerts: AssessmentAnswer[];
  careNeeds: AssessmentAnswer[];
}

/** The prisoner category of a booking; null for one that the reference data does not have. Rejects with NomisUnavailable. */
export async function askCategory(
  nomis: Nomis,
  { latestNomisBookingId }: Person,
  { categories }: ReferencePicture,
): Promise<Category | null> {
  if (latestNomisBookingId === null) return null;
  const { categoryCode } = await nomis.getBooking(latestNomisBookingId);
  return (categoryCode !== null && categories.withKey(categoryCode)) || null;
}

/** Category and cell-sharing risk of a person's booking; undefined without one. Rejects with NomisUnavailable. */
export async function askBooking(
  nomis: Nomis,
  { latestNomisBookingId }: Pick<Person, 'latestNomisBookingId'>,
  { categories }: ReferencePicture,
): Promise<BookingFacts | undefined> {
  if (latestNomisBookingId === null) return undefined;
  const { categoryCode, csra } = await nomis.getBooking(latestNomisBookingId);
  return { categoryId: (categoryCode !== null && categories.withKey(categoryCode)?.id) || null, csra };
}

/** The active alerts and the care needs of a prisoner as answers. Rejects with NomisUnavailable. */
export async function askImports(
  nomis: Nomis,
  prisonNumber: string,
  { assessmentQuestions }: ReferencePicture,
  now: Date,
): Promise<Imports> {
  const [alerts, careNeeds] = await Promise.all([
    nomis.getAlerts(prisonNumber),
    nomis.getPersonalCareNeeds([prisonNumber], careNeedTypes),
  ]);
  const today = londonDay(now);
  return {
    alerts: alerts.map((alert) => answerOf(alert, question(questionOfAlert(alert.alertCode.code)))),
    careNeeds: careNeeds.map((need) => answerOfNeed(need, question(questionOfCareNeed(need.problemCode)), today)),
  };

  function question(key: string): AssessmentQuestion {
    const found = assessmentQuestions.withKey(key);
    if (!found) throw new Error(`the reference data lacks the assessment question ${key}`);
    return found;
  }
}

const answerOf = (alert: Alert, question: AssessmentQuestion): AssessmentAnswer =>
  alertAnswer(
    {
      code: alert.alertCode.code,
      codeDescription: alert.alertCode.description,
      type: alert.alertCode.alertTypeCode,
      typeDescription: alert.alertCode.alertTypeDescription,
      description: alert.description,
      createdAt: alert.createdAt.slice(0, 10),
      activeTo: alert.activeTo,
    },
    question,
  );

/** A need without a beginning counts from today. */
const answerOfNeed = (need: PersonalCareNeed, question: AssessmentQuestion, today: string): AssessmentAnswer =>
  careNeedAnswer({ ...need, startDate: need.startDate ?? today }, question);
