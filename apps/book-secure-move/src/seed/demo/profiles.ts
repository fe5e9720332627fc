import { assessmentQuestions } from '../reference-data/assessment-questions';
import { categories } from '../reference-data/categories';
import type { AnswerValue, PersonRow, ProfileRow } from '../rows';
import * as people from './people';
import { registeredBooking } from './registered';

/** Category A: a move with this profile is refused. */
export const blackstaithe = profile('3b854762-8211-4fbe-9cf5-1e972865e122', people.blackstaithe, [
  answer('violent', 'Assaulted another prisoner', '2024-11-04'),
]);
export const quendle = profile('fd5a60c0-fef8-449e-8035-67bff73da1a8', people.quendle, [
  answer('health_issue', 'Asthma, carries an inhaler', '2024-08-20'),
  answer('medication', 'Inhaler twice a day', '2024-08-20'),
]);
export const harrowgate = profile('d3412d1b-1250-4430-af5e-ccf358414199', people.harrowgate, []);
export const garthwen = profile('0518b10b-c6ec-4937-9ebc-c64d62dd57d1', people.garthwen, [
  answer('other_risks', 'Known to hoard medication', '2025-03-12'),
]);
export const pendricke = profile('ec1c1e2a-4939-48ac-8467-ff13182c7cf0', people.pendricke, [
  answer('self_harm', 'Supported since admission', '2025-09-15'),
]);
export const farnlocke = profile('ab185c91-0157-4fd5-af48-3d9cf0c07050', people.farnlocke, [
  answer('solicitor', null, '2025-10-02'),
]);
export const greystoker = profile('c2ab077c-05c5-4295-884f-99b0861ef3ff', people.greystoker, []);
export const islebeck = profile('578f81eb-602f-4499-a829-aedd23311ecc', people.islebeck, [
  answer('hold_separately', 'Witness in another trial', '2025-01-09'),
]);
export const ravenscarre = profile('b9e20f7c-d3d2-44c0-b7f7-87e382bf1f51', people.ravenscarre, []);
export const dobbs = profile('5da35b8c-8f5a-40bc-a600-1ebbaf421bd4', people.dobbs, [
  answer('concealed_items', 'Blade found on arrest', '2025-10-28'),
]);
export const yusuf = profile('0ed691e6-6ecb-434f-92e7-a100c2a91c8f', people.yusuf, [
  answer('pregnant', 'Second trimester', '2025-10-02'),
]);
export const langley = profile('f50bc7f0-7bce-478e-901c-97cf3841288b', people.langley, []);

export const profiles: readonly ProfileRow[] = [
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

function profile(id: string, person: PersonRow, answers: readonly AnswerValue[]): ProfileRow {
  const booking = registeredBooking(person.latest_nomis_booking_id);
  return {
    id,
    person_id: person.id,
    assessment_answers: answers,
    requires_youth_risk_assessment: null,
    csra: booking?.csra ?? null,
    category_id: categories.find(({ key }) => key === booking?.categoryCode)?.id ?? null,
    created_at: person.created_at,
    updated_at: person.updated_at,
  };
}

/** An answer that somebody wrote on a day, to the question with this key. */
function answer(key: string, comments: string | null, day: string): AnswerValue {
  const question = assessmentQuestions.find((each) => each.key === key);
  if (!question) throw new Error(`there is no assessment question ${key}`);
  return {
    title: question.title,
    comments,
    created_at: day,
    expires_at: null,
    assessment_question_id: question.id,
    category: question.category,
    key,
    nomis_alert_type: null,
    nomis_alert_code: null,
    nomis_alert_type_description: null,
    nomis_alert_description: null,
    imported_from_nomis: false,
  };
}
