import type { Violation } from '../../kernel';
import type { InspectionCategory, InspectionType } from '../enums';
import { categoriesOf } from './inspection-table';
import { allowOnly, broken } from './rules';

/** A category that is given must suit the type; a type without categories takes none. */
export function checkCategoryOf(
  type: InspectionType,
  category: InspectionCategory | null | undefined,
  field: string,
): Violation[] {
  const suitable = categoriesOf(type);
  if (suitable.length > 0 || !category) return allowOnly(field, category, suitable);
  return [broken(field, 'not_allowed', `must not be sent for ${type}`, category)];
}
