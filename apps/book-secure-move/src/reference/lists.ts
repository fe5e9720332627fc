import type { Resource } from '@switchyard/http';
import { presentSupplier } from '../locations/serializer';
import { presentCategory, presentCoded } from '../people/serializer';
import type { ReferencePicture } from './reference-data';
import { presentComplexCase, presentIdentifierType, presentQuestion, presentTransferReason } from './serializer';

/** The lists that are served whole, each by its path. */
export const wholeLists = {
  '/reference/allocation_complex_cases': ({ complexCases }) => complexCases.all.map(presentComplexCase),
  '/reference/categories': ({ categories }) => categories.all.map(presentCategory),
  '/reference/ethnicities': ({ ethnicities }) => ethnicities.all.map((each) => presentCoded('ethnicities', each)),
  '/reference/genders': ({ genders }) => genders.all.map((each) => presentCoded('genders', each)),
  '/reference/identifier_types': ({ identifierTypes }) => identifierTypes.all.map(presentIdentifierType),
  '/reference/prison_transfer_reasons': ({ prisonTransferReasons }) =>
    prisonTransferReasons.all.map(presentTransferReason),
  '/reference/suppliers': ({ suppliers }) => suppliers.all.map(presentSupplier),
} as const satisfies Record<`/reference/${string}`, (reference: ReferencePicture) => Resource[]>;

/** Assessment questions, all of them or those of one category. */
export const questionsIn = ({ assessmentQuestions }: ReferencePicture, category: string | undefined): Resource[] =>
  assessmentQuestions.all.filter((each) => category === undefined || each.category === category).map(presentQuestion);
