import type { Alert, AlertCode, PersonalCareNeed, Prisoner } from './records';
import { flag, listOf, members, optional, text, whole, type Read } from './wire-reader';

/** How records of people are read out of the upstream's JSON: required members by a reader, all others by `maybe`. */
const maybe = optional(text);

export const readPrisoner = members<Prisoner>({
  prisonerNumber: text,
  firstName: text,
  lastName: text,
  dateOfBirth: maybe,
  gender: maybe,
  ethnicity: maybe,
  croNumber: maybe,
  pncNumber: maybe,
  bookingId: optional(whole),
  prisonId: maybe,
  prisonName: maybe,
  locationDescription: maybe,
  currentFacialImageId: optional(whole),
});

const readAlert = members<Alert>({
  alertUuid: text,
  prisonNumber: text,
  alertCode: members<AlertCode>({ alertTypeCode: text, alertTypeDescription: maybe, code: text, description: maybe }),
  description: maybe,
  activeFrom: maybe,
  activeTo: maybe,
  isActive: flag,
  createdAt: text,
});

export const readAlertPage = members<{ content: Alert[] }>({ content: listOf(readAlert) });

type CareNeedsOfOne = { offenderNo: string; personalCareNeeds: Omit<PersonalCareNeed, 'offenderNo'>[] };

const readCareNeedsOfEach = listOf(
  members<CareNeedsOfOne>({
    offenderNo: text,
    personalCareNeeds: listOf(
      members({
        problemType: text,
        problemCode: text,
        problemStatus: maybe,
        problemDescription: maybe,
        commentText: maybe,
        startDate: maybe,
        endDate: maybe,
      }),
    ),
  }),
);

/** The upstream groups care needs by prisoner; here each need says whose it is. */
export const readPersonalCareNeeds: Read<PersonalCareNeed[]> = (value, at) =>
  readCareNeedsOfEach(value, at).flatMap(({ offenderNo, personalCareNeeds }) =>
    personalCareNeeds.map((need) => ({ offenderNo, ...need })),
  );

export const readUserEmail = members<{ email: string | null }>({ email: maybe });
