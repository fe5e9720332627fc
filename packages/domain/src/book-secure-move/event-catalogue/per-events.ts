import { at, defineEvent, iso, personnelNumber, requiredIso, requiredOneOf, requiredText, text, any } from './builders';
import type { EventDefinition } from './definition';

const on = (type: string, given: Parameters<typeof defineEvent>[2] = {}): EventDefinition =>
  defineEvent(type, ['person_escort_records'], given);

const incident = (type: string): EventDefinition =>
  on(type, {
    classification: 'incident',
    details: personnelNumber,
    relationships: at(),
    rules: ['one_personnel_number'],
  });

const medical = (type: string): EventDefinition =>
  on(type, {
    classification: 'medical',
    details: [
      ...iso('advised_at'),
      ...text('advised_by'),
      ...iso('treated_at'),
      ...text('treated_by', 'vehicle_reg'),
      ...personnelNumber,
    ],
    relationships: at(),
    rules: ['one_personnel_number'],
  });

const selfHarmDetails = text(
  'indication_of_self_harm_or_suicide',
  'nature_of_self_harm',
  'history_of_self_harm',
  'history_of_self_harm_recency',
  'history_of_self_harm_method',
  'history_of_self_harm_details',
  'actions_of_self_harm_undertaken',
  'observation_level',
  'source',
  'comments',
  'reporting_officer',
  'reporting_officer_signed_at',
  'reception_officer',
  'reception_officer_signed_at',
);

export const welfareSubtypes = [
  'comfort_break',
  'food',
  'beverage',
  'additional_clothing',
  'relevant_information_given',
  'miscellaneous_welfare',
] as const;

export const perEvents: readonly EventDefinition[] = [
  incident('PerConcealed'),
  incident('PerEscape'),
  incident('PerSelfHarm'),
  incident('PerViolentDangerous'),
  incident('PerWeapons'),
  medical('PerMedicalAid'),
  medical('PerMedicalDrugsAlcohol'),
  medical('PerMedicalMedication'),
  medical('PerMedicalMentalHealth'),
  on('PerSuicideAndSelfHarm', {
    classification: 'suicide_and_self_harm',
    details: [...selfHarmDetails, ...personnelNumber],
    relationships: at(),
    rules: ['one_personnel_number'],
  }),
  on('PerPrisonerWelfare', {
    details: [
      ...requiredIso('given_at'),
      ...requiredOneOf('outcome', ['accepted', 'refused']),
      ...requiredOneOf('subtype', welfareSubtypes),
      ...text('vehicle_reg'),
      ...requiredText('supplier_personnel_number'),
    ],
    relationships: at(),
  }),
  on('PerPropertyChange', {
    details: [...text('vehicle_reg'), ...personnelNumber],
    relationships: at(),
    rules: ['one_personnel_number'],
  }),
  on('PerHandover', { relationships: at() }),
  on('PerGeneric', { details: text('stakeholder', 'summary', 'further_details') }),
  on('PerHistoricSelfHarm', { details: text('comment') }),
  on('PerConfirmation', { details: requiredText('confirmed_at') }),
  on('PerCompletion', { details: requiredText('completed_at') }),
  on('PerUpdated', { details: any('responded_by', 'section') }),
];
