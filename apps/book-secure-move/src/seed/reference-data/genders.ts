import type { GenderRow } from '../rows';
import { withdrawn } from './dates';

export const female: GenderRow = gender('8f10974d-091a-4c18-b061-d81c0f4bc9eb', 'female', 'Female', 'F');
export const male: GenderRow = gender('ffac6763-26d6-4425-8005-6e5d052aed88', 'male', 'Male', 'M');

/** The last two came with imports from the prison system; they are kept for old records and no longer offered. */
export const genders: readonly GenderRow[] = [
  female,
  male,
  gender('af65ab82-7761-421a-a4f4-56f9e1147876', 'trans', 'Trans', null),
  { ...gender('abb76378-7017-4811-9308-4e948e7fbbec', 'nk', 'Not Known / Not Recorded', 'NK'), disabled_at: withdrawn },
  {
    ...gender('0fed2534-e1c5-468f-a891-f559e7637c7f', 'ns', 'Not Specified (Indeterminate)', 'NS'),
    disabled_at: withdrawn,
  },
];

function gender(id: string, key: string, title: string, nomisCode: string | null): GenderRow {
  return { id, key, title, description: null, nomis_code: nomisCode, disabled_at: null };
}
