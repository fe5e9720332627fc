import type { EthnicityRow } from '../rows';
import { withdrawn } from './dates';

/** The census groups as the prison system codes them: the key is the code in lower case. */
const offered: readonly EthnicityRow[] = [
  ethnicity('08a22720-8f52-4717-adb6-4bcdbd0db098', 'A1', 'Asian/Asian British: Indian'),
  ethnicity('863f62ae-fcac-4908-bd7b-48288e4ea2b3', 'A2', 'Asian/Asian British: Pakistani'),
  ethnicity('d9fd10e2-4246-410d-a1d0-5013168de150', 'A3', 'Asian/Asian British: Bangladeshi'),
  ethnicity('22b3488a-1e3c-4462-9e9c-3d90339fb693', 'A4', 'Asian/Asian British: Chinese'),
  ethnicity('7feab196-1917-43e0-845f-c6785ebd7b20', 'A9', "Asian/Asian British: Any other backgr'nd"),
  ethnicity('f56419eb-97f3-485a-af35-54cebbe4bfc8', 'B1', 'Black/Black British: Caribbean'),
  ethnicity('b0d54323-6a80-44d7-9178-82620555189d', 'B2', 'Black/Black British: African'),
  ethnicity('208a39e3-7268-4f9f-a5d0-78e3916e9c46', 'B9', "Black/Black British: Any other Backgr'nd"),
  ethnicity('f50bf24f-11d3-445d-a89f-de56aca43584', 'M1', 'Mixed: White and Black Caribbean'),
  ethnicity('0af730ef-f5aa-4be9-b9f6-d395fb43a54e', 'M2', 'Mixed: White and Black African'),
  ethnicity('144a2446-7774-43e2-aec4-987f41907f0a', 'M3', 'Mixed: White and Asian'),
  ethnicity('632cb19d-329c-41d0-a827-7a1c2e6d407f', 'M9', 'Mixed: Any other background'),
  ethnicity('9f5df65e-84ef-4a2f-a91e-cfeca7680537', 'NS', 'Prefer not to say'),
  ethnicity('b513d160-4599-49d7-b622-bde0525b62a4', 'O2', 'Other: Arab'),
  ethnicity('446bbd48-f9a4-4385-91c1-5e0879ce8b00', 'O9', 'Other: Any other background'),
  ethnicity('a4f988ba-5ebc-4b24-9dfe-b7fa0c23c30e', 'W1', 'White: Eng./Welsh/Scot./N.Irish/British'),
  ethnicity('42d1746c-9e9e-4cf1-bea8-df1749647f8e', 'W2', 'White: Irish'),
  ethnicity('5af75edb-c59b-4479-9aac-5960f29eeee7', 'W3', 'White: Gypsy or Irish Traveller'),
  ethnicity('7b361bbc-d973-4923-8a1b-e5d1d2560d60', 'W9', 'White: Any other background'),
];

/** Left over when two prison records are merged, until somebody confirms the group; not offered to users. */
const unconfirmed: EthnicityRow = {
  ...ethnicity('67e86638-fc93-4b5c-b0c6-a91957446b33', 'MERGE', 'Needs to be confirmed following Merge'),
  disabled_at: withdrawn,
};

export const ethnicities: readonly EthnicityRow[] = [...offered, unconfirmed];

function ethnicity(id: string, code: string, title: string): EthnicityRow {
  return { id, key: code.toLowerCase(), title, description: null, nomis_code: code, disabled_at: null };
}
