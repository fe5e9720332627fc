import type { Alert, PersonalCareNeed, Prisoner } from '../records';
import type { RegisteredPrisoner } from '../register';
import { alertCodes } from './alert-codes';
import { alertRows, type AlertRow } from './alerts';
import { careNeedCodes, careNeedRows, type CareNeedRow } from './care-needs';
import { prisonerRows, type PrisonerRow } from './prisoners';
import { prisonNames } from './prisons';
import { bookingIdOf, byPrisonNumber, imageIdOf } from './rows';
import { ethnicityTitles, genderTitles } from './titles';

/** The people of the demo register with their alerts and care needs, in the order of the table. */
export function toRegisteredPrisoners(): RegisteredPrisoner[] {
  const alerts = byPrisonNumber(alertRows.map(toNumberedAlert));
  const careNeeds = byPrisonNumber(careNeedRows);
  return prisonerRows.map((row, place) => ({
    prisoner: toPrisoner(row, place),
    alerts: (alerts.get(row[0]) ?? []).map(([, alert]) => alert),
    careNeeds: (careNeeds.get(row[0]) ?? []).map(toCareNeed),
  }));
}

function toPrisoner(row: PrisonerRow, place: number): Prisoner {
  const [prisonerNumber, firstName, lastName, dateOfBirth, sex, ethnicity, pncNumber, croNumber, agency] = row;
  const prisonName = agency === null ? null : (prisonNames[agency] ?? 'Outside');
  return {
    prisonerNumber,
    firstName,
    lastName,
    dateOfBirth,
    gender: genderTitles[sex],
    ethnicity: ethnicityTitles[ethnicity] ?? null,
    croNumber,
    pncNumber,
    bookingId: agency === null ? null : bookingIdOf(place),
    prisonId: agency,
    prisonName,
    locationDescription: agency === 'OUT' ? 'Outside - released' : prisonName,
    currentFacialImageId: imageIdOf(place),
  };
}

/** The alert under its prison number; its UUID comes from its place in the table. */
function toNumberedAlert(row: AlertRow, place: number): [string, Alert] {
  const [prisonNumber, code, activeFrom, activeTo, isActive, description] = row;
  const [alertTypeCode, alertTypeDescription, codeDescription] = alertCodes[code] ?? ['O', 'Other', code];
  return [
    prisonNumber,
    {
      alertUuid: `a1e27000-0000-4000-8000-${String(place).padStart(12, '0')}`,
      prisonNumber,
      alertCode: { alertTypeCode, alertTypeDescription, code, description: codeDescription },
      description,
      activeFrom,
      activeTo,
      isActive,
      createdAt: `${activeFrom}T09:30:00`,
    },
  ];
}

function toCareNeed([offenderNo, problemCode, startDate, endDate, commentText]: CareNeedRow): PersonalCareNeed {
  const [problemType, problemDescription] = careNeedCodes[problemCode] ?? ['PHY', problemCode];
  return {
    offenderNo,
    problemType,
    problemCode,
    problemStatus: endDate === null ? 'ON' : 'OFF',
    problemDescription,
    commentText,
    startDate,
    endDate,
  };
}
