import type { Day } from './day';

/** What is known about a person for one or more moves. */
export interface Profile {
  id: string;
  personId: string;
  assessmentAnswers: AssessmentAnswer[];
  requiresYouthRiskAssessment: boolean | null;
  /** The prisoner category and the cell-sharing risk, both from the prison system: a client cannot set them. */
  categoryId: string | null;
  csra: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export type AssessmentCategory = 'risk' | 'health' | 'court';

export interface AssessmentQuestion {
  id: string;
  key: string;
  category: AssessmentCategory;
  title: string;
  disabledAt: Date | null;
}

export interface AssessmentAnswer {
  /** Title, category and key always repeat the question's. */
  title: string;
  category: AssessmentCategory;
  key: string;
  assessmentQuestionId: string;
  comments: string | null;
  nomisAlertCode: string | null;
  nomisAlertType: string | null;
  nomisAlertDescription: string | null;
  nomisAlertTypeDescription: string | null;
  importedFromNomis: boolean | null;
  createdAt: Day;
  expiresAt: Day | null;
}

/** A prisoner category of the reference data. */
export interface Category {
  id: string;
  key: string;
  title: string;
  moveSupported: boolean;
}
