import type { DateTime } from '../date-time';
import type { TypeOf } from '../shape';
import { dateTime, guid, list, note, number, object, oneOf, optional, required, text, withDefault } from '../shape';
import { keyValues } from './common';
import { namedContact } from './contact';

/** A file, which stays where it is: only its address is kept. */
export const fileAttachment = object({
  fileName: required(text()),
  owner: required(text()),
  mediaType: required(oneOf('mediaType')),
  fileSize: required(number({ integer: true, min: 0 })),
  note: optional(note),
  fileAttachmentUri: required(text({ format: 'https-uri' })),
});

/** The whole of a task's or an activity's files. */
export const fileAttachments = list(fileAttachment, { distinctBy: ['owner', 'fileName'] });

/** A question or an answer; those of one `interactionId` belong together. */
export const additionalInfo = object({
  interactionId: optional(guid),
  interactionType: required(text()),
  information: required(note),
  createdBy: required(text()),
  additionalInfoDetail: optional(keyValues),
  contact: optional(namedContact),
});

export const outcome = object({ type: required(text()), key: required(text()), value: required(text()) });

export const supplementaryReference = object({
  referenceType: required(text()),
  referenceId: required(text()),
  system: optional(text()),
});

export const asset = object({
  assetId: required(text()),
  assetType: required(text()),
  manufacturer: optional(text()),
  model: optional(text()),
  serialNumber: optional(text()),
  location: optional(text()),
  attributes: withDefault(keyValues, []),
});

export const inventoryItem = object({
  itemCode: required(text()),
  description: optional(text()),
  quantity: required(number({ min: 0 })),
  unit: optional(text()),
});

/** The business record that a task came from. */
export const source = object({
  sourceType: required(oneOf('sourceType')),
  sourceId: required(text()),
  sourceSystem: optional(text()),
  createdDateTime: optional(dateTime),
  attributes: withDefault(keyValues, []),
});

export const product = object({ instanceId: optional(text()), id: optional(text()), name: optional(text()) });

export type FileAttachment = TypeOf<typeof fileAttachment>;
export type NewAdditionalInfo = TypeOf<typeof additionalInfo>;
export type Outcome = TypeOf<typeof outcome>;
export type SupplementaryReference = TypeOf<typeof supplementaryReference>;
export type Asset = TypeOf<typeof asset>;
export type InventoryItem = TypeOf<typeof inventoryItem>;
export type Source = TypeOf<typeof source>;
export type Product = TypeOf<typeof product>;

/** As kept: with its thread, its author's party and when it came. */
export type AdditionalInfo = NewAdditionalInfo & {
  interactionId: string;
  partyId: string;
  createdDateTime: DateTime;
};
