import type { Transaction } from '@switchyard/db';
import type { AnyPostedEvent, DateTime, NewTask, NewTaskFacts, Party, WorkFacts } from '@switchyard/domain/wrm';
import { allocatedSupplier } from '@switchyard/domain/wrm';
import { listAllocationRules } from '../../allocation-rules/repository';
import { findParties } from '../../parties/repository';
import { mentionsOf } from './mentions';
import { findActivityTypes, findCampaigns, findInUse, findSchedules, lockBookings } from './repository';

/** Everything that the event names, as it is stored; its bookings are held until the commit. */
export async function loadFacts(tx: Transaction, event: AnyPostedEvent, now: DateTime): Promise<WorkFacts> {
  const named = mentionsOf(event);
  const [suppliers, schedules, campaigns, bookings, activityTypes] = await Promise.all([
    some(named.suppliers, (ids) => findParties(tx, ids)),
    some(named.schedules, (ids) => findSchedules(tx, ids)),
    some(named.campaigns, (ids) => findCampaigns(tx, ids)),
    some(named.bookings, (ids) => lockBookings(tx, ids, now)),
    some(named.activityTypes, (names) => findActivityTypes(tx, names)),
  ]);
  return {
    suppliers: byId(suppliers, ({ id }) => id),
    schedules: byId(schedules, ({ scheduleId }) => scheduleId),
    campaigns: byId(campaigns, ({ campaignId }) => campaignId),
    bookings: byId(bookings, ({ bookingId }) => bookingId),
    activityTypes: byId(activityTypes, ({ name }) => name),
  };
}

/** The same for a new task of this requestor, whose supplier the allocation rules find where it names none. */
export async function loadNewTaskFacts(
  tx: Transaction,
  event: Extract<AnyPostedEvent, { notificationType: 'CreateTaskEvent' }>,
  requestorId: string,
  now: DateTime,
): Promise<NewTaskFacts> {
  const { taskType, workType, externalReference, product } = event.task;
  const [facts, inUse, supplier] = await Promise.all([
    loadFacts(tx, event, now),
    findInUse(tx, {
      taskType,
      workType,
      externalReference,
      requestorId,
      productInstanceId: product?.instanceId,
    }),
    supplierByRules(tx, event.task),
  ]);
  const suppliers = supplier ? new Map([...facts.suppliers, [supplier.id, supplier]]) : facts.suppliers;
  const supplierId = event.task.allocation?.workSupplier?.id ?? supplier?.id;
  return { ...facts, ...inUse, suppliers, supplierId, requestorId };
}

/** Nobody when the task names its supplier, or no rule fits. */
async function supplierByRules(
  tx: Transaction,
  { allocation, workType, site, activities }: NewTask,
): Promise<Party | undefined> {
  if (allocation?.workSupplier) return undefined;
  const { workDivision, areaSite, classOfWork } = activities[0]?.schedule ?? {};
  const place = { workType, areaType: site.areaType, workDivision, areaSite, classOfWork };
  const found = allocatedSupplier(await listAllocationRules(tx), place);
  return found === undefined ? undefined : (await findParties(tx, [found]))[0];
}

/** No statement for nothing. */
const some = async <Item>(names: readonly string[], find: (names: readonly string[]) => Promise<Item[]>) =>
  names.length === 0 ? [] : find(names);

const byId = <Item>(items: readonly Item[], idOf: (item: Item) => string): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [idOf(item), item]));
