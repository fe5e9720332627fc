import type { IdentifierTypeRow } from '../rows';

/** The numbers by which a person is known; the key is also the id on the wire. */
export const identifierTypes: readonly IdentifierTypeRow[] = [
  {
    key: 'police_national_computer',
    title: 'PNC ID',
    description: 'Police National Computer ID used by Police',
    disabled_at: null,
  },
  {
    key: 'prison_number',
    title: 'Prisoner No',
    description: 'Prisoner ID used in NOMIS and other systems',
    disabled_at: null,
  },
  {
    key: 'criminal_records_office',
    title: 'CRO No',
    description: 'Criminal Records Office ID used by Police',
    disabled_at: null,
  },
];
