import type { Assessment, Contact, CourtCase, ReasonableAdjustment } from '../records';
import type { RegisteredBooking } from '../register';
import {
  adjustmentRows,
  assessmentRows,
  contactRows,
  type AdjustmentRow,
  type AssessmentRow,
  type ContactRow,
} from './background';
import { courtCaseRows, courtNames, type CourtCaseRow } from './court-cases';
import { portrait } from './portrait';
import { prisonerRows, type PrisonerRow } from './prisoners';
import { demoRegimes } from './regimes';
import { bookingIdOf, byPrisonNumber, imageIdOf } from './rows';
import { categoryTitles } from './titles';

/** The bookings of the demo register, of all who have one. */
export function toRegisteredBookings(): RegisteredBooking[] {
  const cases = byPrisonNumber(toCourtCases());
  const assessments = byPrisonNumber(assessmentRows);
  const contacts = byPrisonNumber(contactRows);
  const adjustments = byPrisonNumber(adjustmentRows);

  const toBooking = (row: PrisonerRow, place: number): RegisteredBooking[] => {
    const [offenderNo, , , , , , , , agencyId, categoryCode, csra] = row;
    if (agencyId === null) return [];
    const category = categoryCode === null ? null : (categoryTitles[categoryCode] ?? null);
    return [
      {
        booking: { bookingId: bookingIdOf(place), offenderNo, agencyId, category, categoryCode, csra },
        assessments: [
          toAssessment([offenderNo, 'CSR', 'CSR Rating', csra ?? 'Standard', null, '2026-02-02', null]),
          ...(assessments.get(offenderNo) ?? []).map(toAssessment),
        ],
        contacts: (contacts.get(offenderNo) ?? []).map(toContact),
        adjustments: (adjustments.get(offenderNo) ?? []).map((adjustment) => toAdjustment(adjustment, agencyId)),
        courtCases: (cases.get(offenderNo) ?? []).map(([, courtCase]) => courtCase),
        regime: demoRegimes[place % demoRegimes.length] ?? [],
        image: imageIdOf(place) === null ? undefined : portrait,
      },
    ];
  };
  return prisonerRows.flatMap(toBooking);
}

/** The cases under their prison numbers; cases and hearings are numbered through the whole table. */
function toCourtCases(): [string, CourtCase][] {
  let hearingId = 45_000_000;
  return courtCaseRows.map((row: CourtCaseRow, place): [string, CourtCase] => {
    const [prisonNumber, court, caseType, caseStatus, beginDate, caseInfoNumber, hearings] = row;
    const location = { agencyId: court, description: courtNames[court] ?? null };
    const courtHearings = hearings.map((dateTime) => ({ id: (hearingId += 1), dateTime, location }));
    const id = 1_495_001 + place;
    return [
      prisonNumber,
      { id, caseSeq: 1, beginDate, agency: location, caseType, caseStatus, caseInfoNumber, courtHearings },
    ];
  });
}

function toAssessment([, code, description, classification, comment, date, nextReview]: AssessmentRow): Assessment {
  return {
    assessmentCode: code,
    assessmentDescription: description,
    classification,
    assessmentComment: comment,
    assessmentDate: date,
    approvalDate: date,
    nextReviewDate: nextReview,
  };
}

function toContact([, kind, firstName, lastName, relationship, comment, isActive]: ContactRow): Contact {
  return {
    firstName,
    middleName: null,
    lastName,
    relationshipDescription: relationship,
    commentText: comment,
    activeFlag: isActive,
    nextOfKin: kind === 'kin',
    createDateTime: '2026-01-05T11:20:00',
    expiryDate: null,
  };
}

function toAdjustment(row: AdjustmentRow, agencyId: string): ReasonableAdjustment {
  const [, treatmentCode, treatmentDescription, commentText, startDate, endDate] = row;
  return { treatmentCode, treatmentDescription, commentText, startDate, endDate, agencyId };
}
