import { complexCases } from '../../reference-data/complex-cases';
import type { AllocationRow, MoveRow, ProfileRow } from '../../rows';
import type { DemoCalendar } from '../calendar';
import { locationB, locationC } from '../locations/lettered-prisons';
import { islebeck, ravenscarre } from '../profiles';
import { logOf } from './log';
import { moveOf } from './story';
import type { Story } from './story';

const requestedBy = 'Demo Planner';

/** Three places in another prison next week, of which two have found their prisoner. */
export function partlyFilledAllocation({ day, at }: DemoCalendar): Story {
  const [created, filled] = [at(-1, '09:10'), at(-1, '13:30')];
  const allocation: AllocationRow = {
    id: 'b50739e9-3538-4313-a5aa-392edca2a595',
    from_location_id: locationB.row.id,
    to_location_id: locationC.row.id,
    date: day(7),
    moves_count: 3,
    estate: 'adult_male',
    prisoner_category: 'b',
    sentence_length: 'short',
    complex_cases: complexCases.map(({ id, key, title }) => ({
      title,
      answer: key === 'hold_separately',
      allocationComplexCaseId: id,
      key,
    })),
    complete_in_full: false,
    requested_by: requestedBy,
    other_criteria: null,
    status: 'unfilled',
    created_at: created,
    updated_at: filled,
  };
  const place = (id: string, reference: string, profile: ProfileRow | null): MoveRow =>
    moveOf(profile, locationB, locationC, {
      id,
      reference,
      status: 'requested',
      move_type: 'prison_transfer',
      date: allocation.date,
      allocation_id: allocation.id,
      created_at: created,
      updated_at: profile ? filled : created,
    });
  const moves = [
    place('f15ec02f-e357-4e33-86f1-4d973f2a1569', 'JNV2974T', islebeck),
    place('68212e78-4279-4c5f-9a43-0dabe3ce18bc', 'PYE4613R', ravenscarre),
    place('65c8dd15-cc80-4798-b6d0-18ca290a00d5', 'VKT7852N', null),
  ];
  const author = { name: requestedBy, supplierId: null };
  const notes = 'Automatically generated for allocation';
  const events = moves.flatMap((move) => logOf('moves', move, [['MoveRequested', created, author, { notes }]]));
  return { allocations: [allocation], moves, events };
}
