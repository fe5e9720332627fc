import type { FileAttachment } from './attributes';
import type { CodedFault } from './faults';
import { fault } from './faults';

const identity = ({ owner, fileName }: FileAttachment): string => JSON.stringify([owner, fileName]);

const content = ({ fileName, owner, mediaType, fileSize, note, fileAttachmentUri }: FileAttachment): string =>
  JSON.stringify([fileName, owner, mediaType, fileSize, note ?? null, fileAttachmentUri]);

/**
 * The whole list replaces the whole list, but each party answers for its own files alone: those of others must come
 * back as they are, and what is new or changed must be the caller's. One fault names every file that breaks this.
 */
export function checkFileOwnership(
  kept: readonly FileAttachment[],
  sent: readonly FileAttachment[],
  partyId: string,
  path: string,
): CodedFault[] {
  const before = new Map(kept.map((file) => [identity(file), content(file)]));
  const after = new Set(sent.map(identity));
  const changed = sent.filter((file) => before.get(identity(file)) !== content(file));
  const removed = kept.filter((file) => !after.has(identity(file)));
  const foreign = [...changed, ...removed].filter(({ owner }) => owner !== partyId).map(({ fileName }) => fileName);
  if (foreign.length === 0) return [];
  const message = `Files of another owner must be sent back as they are: ${foreign.join(', ')}.`;
  return [fault('WRM-403-03', path, 'reference', foreign, message)];
}
