import { handFilesOver } from '../files/link-files';
import { changeWork } from '../permits/apply-outcome';
import type { PermitRow } from '../permits/row';
import { permitTable } from '../permits/row';
import type { Act } from '../shared/deps';
import { wireDate } from '../shared/wire';
import type { WorkRow } from '../works/row';
import type { PermitChanges } from './altered-permit';
import { alteredTiming, changesTo } from './altered-permit';
import type { AlterationRow, AlteredContent } from './row';

/** The values of an alteration reach its permit and, where they are the work's as well, the work. */
export function applyChanges(
  act: Pick<Act, 'tx' | 'now'>,
  work: WorkRow,
  permit: PermitRow,
  alteration: string,
  changes: PermitChanges & Partial<PermitRow>,
): void {
  const { content, proposed_start_date, proposed_start_time, proposed_end_date, proposed_end_time } = changes;
  const { actual_start_date: started } = permit;
  permitTable.change(act.tx, permit.reference, { ...changes, date_modified: act.now });
  changeWork(act, work, {
    coordinates: coordinatesOf(content, work),
    location_description: content.works_location_description!,
    description_of_work: content.description_of_work!,
    start_date: started ?? proposed_start_date,
    start_time: started ?? proposed_start_time,
    end_date: proposed_end_date,
    end_time: proposed_end_time,
  });
  handFilesOver(act.tx, { kind: 'alteration', reference: alteration }, { kind: 'permit', reference: permit.reference });
}

/** The place of the works with this content of their permit. */
export const coordinatesOf = ({ works_coordinates }: AlteredContent, work: WorkRow): WorkRow['coordinates'] =>
  (works_coordinates ?? work.coordinates) as WorkRow['coordinates'];

/** What a waiting alteration makes of its permit now that it is granted; its early start was judged when it was made. */
export function grantedChanges(
  act: Pick<Act, 'calendar' | 'now'>,
  permit: PermitRow,
  alteration: AlterationRow,
): PermitChanges {
  const content = withCurrentEnd(alteration, permit);
  const timing = { ...alteredTiming(permit, content, act), isEarlyStart: alteration.is_early_start };
  return changesTo(permit, content, timing);
}

/** An end that the alteration leaves as it was follows the permit, whose late start may have moved it meanwhile. */
function withCurrentEnd({ content, original }: AlterationRow, permit: PermitRow): AlteredContent {
  const ends = (['proposed_end_date', 'proposed_end_time'] as const).filter(
    (member) => instantOf(content[member]) === instantOf(original[member]),
  );
  return { ...content, ...Object.fromEntries(ends.map((member) => [member, wireDate(permit[member])])) };
}

const instantOf = (text: string | null | undefined): number | null => (text ? Date.parse(text) : null);
