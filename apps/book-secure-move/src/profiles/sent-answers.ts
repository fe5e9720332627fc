import { refuse } from '@switchyard/domain';
import type { AssessmentAnswer, AssessmentQuestion, SentAnswer } from '@switchyard/domain/book-secure-move';
import { checkAssessmentAnswers, londonDay, readAssessmentAnswers } from '@switchyard/domain/book-secure-move';
import type { ReferencePicture } from '../reference/reference-data';
import { attributesOf } from '../shared/attributes';

/**
 * The assessment answers of a request, dated today unless they say otherwise; undefined when it sends none, an empty
 * list when it clears them. Throws RulesBroken for a faulty answer, NotFound for an unknown question.
 */
export function sentAnswers(
  data: { attributes?: unknown },
  { assessmentQuestions }: ReferencePicture,
  now: Date,
): AssessmentAnswer[] | undefined {
  const sent = attributesOf(data).raw('assessment_answers');
  if (sent === undefined) return undefined;
  const answers: unknown[] = Array.isArray(sent) ? sent : sent === null ? [] : [sent];
  refuse(checkAssessmentAnswers(answers));
  const questions = new Map<string, AssessmentQuestion>(
    (answers as SentAnswer[]).flatMap(({ assessment_question_id: id }) => {
      const question = assessmentQuestions.find(String(id));
      return question ? [[String(id), question]] : [];
    }),
  );
  return readAssessmentAnswers(answers as SentAnswer[], questions, londonDay(now));
}
