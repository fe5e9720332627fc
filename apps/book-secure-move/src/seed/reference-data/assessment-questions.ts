import type { AssessmentQuestionRow } from '../rows';

/** What a profile may say about a person: risks, health, and needs at court. */
export const assessmentQuestions: readonly AssessmentQuestionRow[] = [
  question('af8cfc67-757c-4019-9d5e-618017de1617', 'risk', 'violent', 'Violent'),
  question('6cabbd29-3925-42f7-84fd-353f81ec870f', 'risk', 'escape', 'Escape'),
  question('2947813e-e529-4a21-b732-25879eee34ff', 'risk', 'civil_disorder', 'Civil disorder'),
  question('1dbeb590-6a09-402b-9317-c3cdd5427942', 'risk', 'hold_separately', 'Must be held separately'),
  question('9d75762d-50d8-4191-843f-4c496162adfe', 'risk', 'self_harm', 'Self harm'),
  question('f5c70548-71a5-40c3-8a59-33902b7f5fc3', 'risk', 'concealed_items', 'Concealed items'),
  question('25dc01a2-0e09-4603-aca1-6b850666fcfe', 'risk', 'not_to_be_released', 'Not to be released'),
  question('4e37ac1a-a461-45a8-bca9-f0e994d3105e', 'risk', 'other_risks', 'Any other risks'),
  question('9b4fc5ee-aa41-418a-96d4-3f4ba0cabd01', 'health', 'special_diet_or_allergy', 'Special diet or allergy'),
  question('8872ad2e-b1b6-44c1-a937-b7540e633355', 'health', 'health_issue', 'Health issue'),
  question('251a4a87-a8b8-4d11-ab77-1148b21097e8', 'health', 'medication', 'Medication'),
  question('3b64781e-76a6-4cc1-a335-3bddef3f6410', 'health', 'wheelchair', 'Wheelchair user'),
  question('2332d6c6-c852-40ab-9043-a1d7f64d176b', 'health', 'pregnant', 'Pregnant'),
  question('1898ff30-3a45-43d6-bfc3-c02565aa8776', 'health', 'other_health', 'Any other requirements'),
  question('2ce7fd25-a524-42da-94b9-09291c6d992a', 'health', 'special_vehicle', 'Requires special vehicle'),
  question('f9d050b6-8e43-4ebb-976b-98bdcd76423f', 'court', 'solicitor', 'Solicitor or other legal representation'),
  question('f16bc1c1-eb87-4134-8825-de4c0e641d25', 'court', 'interpreter', 'Sign or other language interpreter'),
  question('c417cb1c-ba0e-4097-a9c3-adc451d90ab6', 'court', 'other_court', 'Any other information'),
];

function question(id: string, category: AssessmentQuestionRow['category'], key: string, title: string) {
  return { id, category, key, title, disabled_at: null };
}
