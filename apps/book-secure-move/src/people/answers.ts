import type { AssessmentAnswer } from '@switchyard/domain/book-secure-move';

/** An assessment answer as the wire shows it and as its column keeps it: under the same names. */
export interface WireAnswer {
  title: string;
  comments: string | null;
  created_at: string;
  expires_at: string | null;
  assessment_question_id: string;
  category: AssessmentAnswer['category'];
  key: string;
  nomis_alert_type: string | null;
  nomis_alert_code: string | null;
  nomis_alert_type_description: string | null;
  nomis_alert_description: string | null;
  imported_from_nomis: boolean | null;
}

export const toAnswer = (wire: WireAnswer): AssessmentAnswer => ({
  title: wire.title,
  category: wire.category,
  key: wire.key,
  assessmentQuestionId: wire.assessment_question_id,
  comments: wire.comments,
  nomisAlertCode: wire.nomis_alert_code,
  nomisAlertType: wire.nomis_alert_type,
  nomisAlertDescription: wire.nomis_alert_description,
  nomisAlertTypeDescription: wire.nomis_alert_type_description,
  importedFromNomis: wire.imported_from_nomis,
  createdAt: wire.created_at,
  expiresAt: wire.expires_at,
});

/** The members in the order of the wire, which the column does not keep. */
export const wireAnswer = (answer: AssessmentAnswer): WireAnswer => ({
  title: answer.title,
  comments: answer.comments,
  created_at: answer.createdAt,
  expires_at: answer.expiresAt,
  assessment_question_id: answer.assessmentQuestionId,
  category: answer.category,
  key: answer.key,
  nomis_alert_type: answer.nomisAlertType,
  nomis_alert_code: answer.nomisAlertCode,
  nomis_alert_type_description: answer.nomisAlertTypeDescription,
  nomis_alert_description: answer.nomisAlertDescription,
  imported_from_nomis: answer.importedFromNomis,
});
