import { NotFound, when } from '../kernel';
import type { Violation } from '../kernel';
import { readDay } from './day';
import type { Day } from './day';
import type { AssessmentAnswer, AssessmentCategory, AssessmentQuestion } from './profile';
import { isBlank, plainText } from './standard-violations';

/** One answer as a request sends it, with the wire's names. */
export type SentAnswer = Readonly<Record<string, unknown>>;

/**
 * Every answer names its question, and one that says that it came from the prison system also names its alert. One
 * violation speaks for all answers.
 */
export function checkAssessmentAnswers(sent: readonly unknown[]): Violation[] {
  const faulty = (answer: unknown) =>
    !isSentAnswer(answer) || isBlank(answer['assessment_question_id']) || lacksAlert(answer);
  return when(sent.some(faulty), plainText('assessment_answers', 'One or more assessment answers is invalid'));
}

/**
 * The answers as they are stored. Title, category and key are always the question's. Takes the questions by id and
 * today's date, the default of `created_at`. Throws NotFound for a question that does not exist.
 */
export function readAssessmentAnswers(
  sent: readonly SentAnswer[],
  questions: ReadonlyMap<string, AssessmentQuestion>,
  today: Day,
): AssessmentAnswer[] {
  return sent.map((answer) => {
    const id = String(answer['assessment_question_id']);
    const question = questions.get(id);
    if (!question) throw new NotFound('assessment_question', id);
    return {
      ...ofQuestion(question),
      comments: text(answer['comments']),
      nomisAlertCode: text(answer['nomis_alert_code']),
      nomisAlertType: text(answer['nomis_alert_type']),
      nomisAlertDescription: text(answer['nomis_alert_description']),
      nomisAlertTypeDescription: text(answer['nomis_alert_type_description']),
      importedFromNomis: typeof answer['imported_from_nomis'] === 'boolean' ? answer['imported_from_nomis'] : null,
      createdAt: readDay(answer['created_at']) ?? today,
      expiresAt: readDay(answer['expires_at']),
    };
  });
}

/** An import replaces the imported answers of its category; what people wrote stays. */
export function mergeImported(
  answers: readonly AssessmentAnswer[],
  imported: readonly AssessmentAnswer[],
  category: AssessmentCategory,
): AssessmentAnswer[] {
  const kept = answers.filter((each) => !(each.importedFromNomis === true && each.category === category));
  return [...kept, ...imported];
}

/** The answers after an import of both kinds. An alert may answer a question about health, so both categories go first. */
export function withImports(
  answers: readonly AssessmentAnswer[],
  { alerts, careNeeds }: { alerts: readonly AssessmentAnswer[]; careNeeds: readonly AssessmentAnswer[] },
): AssessmentAnswer[] {
  const kept = mergeImported(answers, [], 'health');
  return [...mergeImported(kept, alerts, 'risk'), ...careNeeds];
}

/** What an answer repeats of its question. */
export function ofQuestion({
  id,
  title,
  category,
  key,
}: AssessmentQuestion): Pick<AssessmentAnswer, 'assessmentQuestionId' | 'title' | 'category' | 'key'> {
  return { assessmentQuestionId: id, title, category, key };
}

const isSentAnswer = (value: unknown): value is SentAnswer =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lacksAlert = (answer: SentAnswer): boolean =>
  answer['imported_from_nomis'] === true &&
  (isBlank(answer['nomis_alert_type']) || isBlank(answer['nomis_alert_code']));

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
