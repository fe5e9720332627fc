import {
  additionalInfo,
  asset,
  fileAttachments,
  inventoryItem,
  newActivities,
  product,
  site,
  source,
  supplementaryReference,
} from '../attributes';
import type { Fault } from '../faults';
import { faultsWhen } from '../faults';
import type { ObjectRule } from '../shape';
import { list, note, object, oneOf, only, optional, reading, required, text, withDefault } from '../shape';
import { define, id } from './definition';

const workSupplier = object({ id: required(text()) });

const newTask = object({
  externalReference: required(text()),
  taskType: required(oneOf('taskType')),
  workType: required(oneOf('workType')),
  description: optional(text()),
  priority: withDefault(oneOf('priority'), 'Normal'),
  allocation: optional(object({ workSupplier: optional(workSupplier), note: optional(note) })),
  product: optional(product),
  source: optional(source),
  site: required(site),
  supplementaryReferences: withDefault(list(supplementaryReference), []),
  assets: withDefault(list(asset), []),
  inventory: withDefault(list(inventoryItem), []),
  fileAttachments: withDefault(fileAttachments, []),
  additionalInfos: withDefault(list(additionalInfo), []),
  activities: required(newActivities),
});

const rejection = object(
  {
    supplierAccepted: required(only(false)),
    rejectReason: required(oneOf('rejectReason')),
    rejectNote: optional(note),
  },
  reading(['rejectReason', 'rejectNote'], duplicateNeedsNote),
);

/** From the creation of a task to a supplier who does it. */
export const allocationEvents = {
  CreateTaskEvent: define('CreateTaskNotify', ['requestor'], newTask),
  ReallocateTaskEvent: define(
    'ReallocateTaskNotify',
    ['requestor'],
    object({
      id,
      allocation: required(object({ workSupplier: required(workSupplier), note: optional(note) })),
    }),
  ),
  AcceptTaskEvent: define(
    'AcceptTaskNotify',
    ['supplier'],
    object({
      id,
      allocation: required(object({ supplierAccepted: required(only(true)), note: optional(note) })),
    }),
    ['beforeAcceptance'],
  ),
  RejectTaskEvent: define('RejectTaskNotify', ['supplier'], object({ id, allocation: required(rejection) }), [
    'beforeAcceptance',
  ]),
};

function duplicateNeedsNote(value: Parameters<ObjectRule>[0], path: string): Fault[] {
  return faultsWhen(value.rejectReason === 'Duplicate' && value.rejectNote === undefined, {
    object: path,
    reason: 'missing',
    message: 'rejectNote is required when rejectReason is Duplicate.',
    attributes: ['rejectNote'],
  });
}
