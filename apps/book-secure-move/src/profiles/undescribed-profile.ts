import type { Profile } from '@switchyard/domain/book-secure-move';

/** A new profile of which nothing is known yet. */
export const undescribedProfile = (id: string, personId: string, now: Date): Profile => ({
  id,
  personId,
  assessmentAnswers: [],
  requiresYouthRiskAssessment: null,
  categoryId: null,
  csra: null,
  createdAt: now,
  updatedAt: now,
});
