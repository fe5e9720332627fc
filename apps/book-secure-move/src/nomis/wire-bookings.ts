import type {
  Activity,
  Agency,
  Assessment,
  Booking,
  Contact,
  CourtCase,
  CourtHearing,
  ReasonableAdjustment,
} from './records';
import type { Created } from './port';
import { flag, listOf, listOrNone, members, optional, text, whole, type Read } from './wire-reader';

/** How records of bookings are read out of the upstream's JSON: required members by a reader, all others by `maybe`. */
const maybe = optional(text);

export const readBooking = members<Booking>({
  bookingId: whole,
  offenderNo: maybe,
  agencyId: maybe,
  category: maybe,
  categoryCode: maybe,
  csra: maybe,
});

export const readAssessments = listOf(
  members<Assessment>({
    assessmentCode: text,
    assessmentDescription: maybe,
    classification: maybe,
    assessmentComment: maybe,
    assessmentDate: maybe,
    approvalDate: maybe,
    nextReviewDate: maybe,
  }),
);

type UngroupedContact = Omit<Contact, 'nextOfKin'>;

const readContactList = listOrNone(
  members<UngroupedContact>({
    firstName: maybe,
    middleName: maybe,
    lastName: maybe,
    relationshipDescription: maybe,
    commentText: maybe,
    activeFlag: flag,
    createDateTime: maybe,
    expiryDate: maybe,
  }),
);

const readContactGroups = members<{ nextOfKin: UngroupedContact[]; otherContacts: UngroupedContact[] }>({
  nextOfKin: readContactList,
  otherContacts: readContactList,
});

/** NOTE the list that a contact stands in decides, not its own nextOfKin member, which the upstream leaves false. */
export const readContacts: Read<Contact[]> = (value, at) => {
  const { nextOfKin, otherContacts } = readContactGroups(value, at);
  return [
    ...nextOfKin.map((contact) => ({ ...contact, nextOfKin: true })),
    ...otherContacts.map((contact) => ({ ...contact, nextOfKin: false })),
  ];
};

export const readReasonableAdjustments = members<{ reasonableAdjustments: ReasonableAdjustment[] }>({
  reasonableAdjustments: listOf(
    members<ReasonableAdjustment>({
      treatmentCode: text,
      treatmentDescription: maybe,
      commentText: maybe,
      startDate: maybe,
      endDate: maybe,
      agencyId: maybe,
    }),
  ),
});

const readAgency = members<Agency>({ agencyId: text, description: maybe });

const readHearing = members<CourtHearing>({ id: whole, dateTime: text, location: optional(readAgency) });

export const readCourtHearings = members<{ hearings: CourtHearing[] }>({ hearings: listOf(readHearing) });

export const readCourtCases = listOf(
  members<CourtCase>({
    id: whole,
    caseSeq: optional(whole),
    beginDate: maybe,
    agency: optional(readAgency),
    caseType: maybe,
    caseStatus: maybe,
    caseInfoNumber: maybe,
    courtHearings: listOrNone(readHearing),
  }),
);

export const readActivities = listOf(
  members<Activity>({
    eventId: whole,
    eventTypeDesc: maybe,
    startTime: text,
    endTime: maybe,
    eventLocation: maybe,
    locationCode: maybe,
  }),
);

export const readCreated = members<Created>({ id: whole });
