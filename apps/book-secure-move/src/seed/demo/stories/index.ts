import type { DemoCalendar } from '../calendar';
import { partlyFilledAllocation } from './allocated';
import { cancelledTransfer, rejectedAndRebooked } from './cancelled';
import { completedRemand } from './completed';
import { completedWithLodging } from './lodged';
import type { Story } from './story';
import { inTransit } from './under-way';
import { bookedForHospital, proposedTransfer, requestedForCourt, requestedRecall } from './upcoming';

const tellers: readonly ((calendar: DemoCalendar) => Story)[] = [
  proposedTransfer,
  requestedForCourt,
  bookedForHospital,
  requestedRecall,
  inTransit,
  completedRemand,
  completedWithLodging,
  cancelledTransfer,
  rejectedAndRebooked,
  partlyFilledAllocation,
];

/** Every story of the demo, laid around the calendar's today. */
export const demoStories = (calendar: DemoCalendar): Story[] => tellers.map((tell) => tell(calendar));
