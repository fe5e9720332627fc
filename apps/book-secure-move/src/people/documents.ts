import type { Connection } from '@switchyard/db';
import type { Person, Profile } from '@switchyard/domain/book-secure-move';
import { writeDocument } from '@switchyard/http';
import type { Category, ReferencePicture } from '../reference/reference-data';
import type { Include } from '../shared/include';
import type { PageFacts } from '../shared/paging';
import { includedInVersion1 } from './includes';
import { latestProfiles, profilesOfPeople } from './repository';
import { presentPerson, presentPersonSummary } from './serializer';
import { presentPersonV1 } from './v1-serializer';
import type { WrittenPerson } from './write-person';

/** The document of one person; `category` is what the prison register said when it was asked. */
export async function personDocument(
  db: Connection,
  person: Person,
  category: Category | null | undefined,
  include: Include,
  reference: ReferencePicture,
): Promise<string> {
  const profiles = include.tree.profiles && (await profilesOfPeople(db, [person.id]));
  const related = { ...(profiles && { profiles }), ...(category !== undefined && { category }) };
  return writeDocument(presentPerson(person, reference, include.tree, related), { withIncluded: include.asked });
}

/** The document of one person in version 1. */
export function personDocumentV1(
  { person, profile }: WrittenPerson,
  include: Include,
  reference: ReferencePicture,
): string {
  const { tree } = include.asked ? include : includedInVersion1;
  return writeDocument(presentPersonV1(person, profile, reference, tree), { withIncluded: true });
}

/** The document of a page of people. */
export async function peopleDocument(
  db: Connection,
  people: readonly Person[],
  page: PageFacts,
  include: Include,
  reference: ReferencePicture,
): Promise<string> {
  const profiles = include.tree.profiles && (await profilesOfPeople(db, idsOf(people)));
  const resources = people.map((person) => presentPersonSummary(person, reference, include.tree, ownOf(person)));
  return writeDocument(resources, { withIncluded: include.asked, ...page });

  function ownOf({ id }: Person): Profile[] | undefined {
    return profiles?.filter(({ personId }) => personId === id);
  }
}

/** The document of a page of people in version 1. */
export async function peopleDocumentV1(
  db: Connection,
  people: readonly Person[],
  page: PageFacts,
  include: Include,
  reference: ReferencePicture,
): Promise<string> {
  const latest = await latestProfiles(db, idsOf(people));
  const { tree } = include.asked ? include : includedInVersion1;
  const resources = people.map((person) => presentPersonV1(person, latest.get(person.id), reference, tree));
  return writeDocument(resources, { withIncluded: true, ...page });
}

const idsOf = (people: readonly Person[]): string[] => people.map(({ id }) => id);
