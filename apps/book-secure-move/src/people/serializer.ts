import type { Profile } from '@switchyard/domain/book-secure-move';
import type { Relationship, Resource } from '@switchyard/http';
import { identifier, onlyWhenIncluded, toOne } from '@switchyard/http';
import type { Category, CodedValue, ReferencePicture } from '../reference/reference-data';
import type { IncludeTree } from '../shared/include';
import { wireTime } from '../shared/wire-time';
import { wireAnswer } from './answers';
import type { ShownPerson, ShownProfile } from './row';

const personAttributes = (person: ShownPerson): Record<string, unknown> => ({
  first_names: person.firstNames,
  last_name: person.lastName,
  date_of_birth: person.dateOfBirth,
  gender_additional_information: person.genderAdditionalInformation,
  prison_number: person.prisonNumber,
  criminal_records_office: person.criminalRecordsOffice,
  police_national_computer: person.policeNationalComputer,
});

const profileAttributes = (profile: ShownProfile): Record<string, unknown> => ({
  requires_youth_risk_assessment: profile.requiresYouthRiskAssessment,
  assessment_answers: profile.assessmentAnswers.map(wireAnswer),
  csra: profile.csra,
});

/** A person with ethnicity and gender only: as lists of moves show people. */
export function presentListedPerson(
  person: ShownPerson,
  reference: ReferencePicture,
  include: IncludeTree = {},
): Resource {
  return {
    type: 'people',
    id: person.id,
    attributes: personAttributes(person),
    relationships: {
      ethnicity: coded('ethnicities', reference.ethnicities.find(person.ethnicityId), include.ethnicity),
      gender: coded('genders', reference.genders.find(person.genderId), include.gender),
    },
  };
}

/** A person in a list of people: profiles appear only when they are included. */
export function presentPersonSummary(
  person: ShownPerson,
  reference: ReferencePicture,
  include: IncludeTree,
  profiles: readonly Profile[] | undefined,
): Resource {
  const listed = presentListedPerson(person, reference, include);
  const shown = profiles ? profiles.map((profile) => presentProfile(profile)) : onlyWhenIncluded;
  return { ...listed, relationships: { ...listed.relationships, profiles: shown } };
}

/** A person; profiles and category appear only when they are included. */
export function presentPerson(
  person: ShownPerson,
  reference: ReferencePicture,
  include: IncludeTree = {},
  related: { profiles?: readonly Profile[]; category?: Category | null } = {},
): Resource {
  const summary = presentPersonSummary(person, reference, include, related.profiles);
  return {
    ...summary,
    relationships: {
      ...summary.relationships,
      category:
        related.category === undefined ? onlyWhenIncluded : related.category && presentCategory(related.category),
    },
  };
}

/** A profile by itself, as its own endpoints answer; `person` makes the person whole. */
export function presentProfile(profile: Profile, person?: Resource): Resource {
  return {
    type: 'profiles',
    id: profile.id,
    attributes: profileAttributes(profile),
    relationships: {
      person: person ?? identifier('people', profile.personId),
      documents: [],
      person_escort_record: null,
      youth_risk_assessment: null,
    },
  };
}

/** A profile as one move shows it. */
export function presentProfileOfMove(
  profile: ShownProfile,
  person: Resource | undefined,
  reference: ReferencePicture,
  include: IncludeTree,
): Resource {
  return {
    type: 'profiles',
    id: profile.id,
    attributes: profileAttributes(profile),
    relationships: {
      person: person ?? identifier('people', profile.personId),
      category: categoryOf(profile, reference, include.category),
      documents: [],
      person_escort_record: null,
      youth_risk_assessment: null,
    },
  };
}

/** A profile as a list of moves shows it; its escort record only when it is asked for. */
export function presentListedProfile(
  profile: ShownProfile,
  person: Resource | undefined,
  reference: ReferencePicture,
  include: IncludeTree,
): Resource {
  return {
    type: 'profiles',
    id: profile.id,
    attributes: profileAttributes(profile),
    relationships: {
      category: categoryOf(profile, reference, include.category),
      person: person ?? identifier('people', profile.personId),
      ...(include.person_escort_record ? { person_escort_record: null } : {}),
    },
  };
}

function categoryOf(
  { categoryId }: ShownProfile,
  reference: ReferencePicture,
  include: IncludeTree | undefined,
): Relationship {
  const category = include && reference.categories.find(categoryId);
  return category ? presentCategory(category) : toOne('categories', categoryId);
}

export const presentCategory = ({ id, key, title, moveSupported, createdAt, updatedAt }: Category): Resource => ({
  type: 'categories',
  id,
  attributes: {
    key,
    title,
    move_supported: moveSupported,
    created_at: wireTime(createdAt),
    updated_at: wireTime(updatedAt),
  },
});

/** A gender or an ethnicity: linkage, or whole when it is included. */
function coded(
  type: 'genders' | 'ethnicities',
  value: CodedValue | undefined,
  include: IncludeTree | undefined,
): Relationship {
  if (!value) return null;
  return include ? presentCoded(type, value) : identifier(type, value.id);
}

export const presentCoded = (type: 'genders' | 'ethnicities', value: CodedValue): Resource => ({
  type,
  id: value.id,
  attributes: {
    key: value.key,
    title: value.title,
    description: value.description,
    ...(type === 'genders'
      ? { disabled_at: wireTime(value.disabledAt), nomis_code: value.nomisCode }
      : { nomis_code: value.nomisCode, disabled_at: wireTime(value.disabledAt) }),
  },
});
