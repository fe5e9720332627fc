import { canonicalPnc } from '@switchyard/domain/book-secure-move';
import { ethnicities } from '../reference-data/ethnicities';
import { female, genders, male } from '../reference-data/genders';
import type { PersonRow } from '../rows';
import { registeredPrisoner } from './registered';

/** Two records of one man, as the published allocation walkthrough has them. */
export const firstCasedy = prisoner('747f3914-620a-441a-847f-472c79def26c', 'G8133UA');
export const secondCasedy = prisoner('fee70079-08c0-4d1c-a125-bfac8caf24c1', 'G8133UA');

export const blackstaithe = prisoner('bdff5e9c-2de3-4663-b70b-2d0b154ac9ef', 'A9001AA');
export const quendle = prisoner('a1e43bde-c9fa-481e-b51c-2f0693d202bc', 'A9004AA');
export const harrowgate = prisoner('9789c05f-5c4d-48bc-b8a6-2a15bec5a722', 'A9005AA');
export const garthwen = prisoner('f5434a72-488f-4b15-ad3a-fee2f4e0c95d', 'A9009AA');
export const pendricke = prisoner('9a0ac8a4-4177-4986-a48e-7a74049f2528', 'A9018AA');
export const farnlocke = prisoner('8e6ddb65-64f2-4603-bb58-eed9cea19ff0', 'A9033AA');
export const greystoker = prisoner('fda6caae-ac77-41a5-99f5-0578db6bb190', 'A9034AA');
export const islebeck = prisoner('a1cbf811-0917-4a38-a450-524266cf46bc', 'A9036AA');
export const ravenscarre = prisoner('32df823d-5c86-427d-8420-884428bc9ac4', 'A9044AA');

/** Known to the police only. */
export const dobbs: PersonRow = {
  ...unknown('2fd50d29-bfe7-4b7e-9093-ec237da7ce74', '19/0214567K'),
  first_names: 'RYAN',
  last_name: 'DOBBS',
  date_of_birth: '1999-07-16',
};
export const yusuf: PersonRow = {
  ...unknown('1747240f-bb84-4595-bd62-ba2e9d0f93c9', '21/0087654T'),
  first_names: 'AMINA',
  last_name: 'YUSUF',
  date_of_birth: '1994-05-23',
  gender_id: female.id,
};
export const langley: PersonRow = {
  ...unknown('e6c2eb3a-edb2-4da7-a838-7e791ba38c1c', '08/0345612D'),
  first_names: 'PETER',
  last_name: 'LANGLEY',
  date_of_birth: '1981-11-29',
  criminal_records_office: '52311/08B',
};

export const people: readonly PersonRow[] = [
  firstCasedy,
  secondCasedy,
  blackstaithe,
  quendle,
  harrowgate,
  garthwen,
  pendricke,
  farnlocke,
  greystoker,
  islebeck,
  ravenscarre,
  dobbs,
  yusuf,
  langley,
];

function prisoner(id: string, prisonNumber: string): PersonRow {
  const found = registeredPrisoner(prisonNumber);
  return {
    ...unknown(id, found.pncNumber),
    first_names: found.firstName,
    last_name: found.lastName,
    date_of_birth: found.dateOfBirth,
    gender_id: genders.find(({ title }) => title === found.gender)?.id ?? null,
    ethnicity_id: ethnicities.find(({ title }) => title === found.ethnicity)?.id ?? null,
    prison_number: found.prisonerNumber,
    criminal_records_office: found.croNumber,
    latest_nomis_booking_id: found.bookingId,
  };
}

/** A man of whom nothing is known but, perhaps, his number at the police national computer. */
function unknown(id: string, pnc: string | null): PersonRow {
  return {
    id,
    first_names: 'UNKNOWN',
    last_name: 'UNKNOWN',
    date_of_birth: null,
    gender_id: male.id,
    ethnicity_id: null,
    prison_number: null,
    criminal_records_office: null,
    police_national_computer: pnc,
    pnc_canonical: canonicalPnc(pnc),
    latest_nomis_booking_id: null,
    created_at: '2020-07-13T08:30:00Z',
    updated_at: '2020-07-13T08:30:00Z',
  };
}
