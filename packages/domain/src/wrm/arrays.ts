import type { IdGenerator } from '../kernel';
import type { AdditionalInfo, NewAdditionalInfo, Outcome } from './attributes';
import type { DateTime } from './date-time';

/** The outcomes with the new ones: one of the same type and key takes the place of the old one. */
export function upsertOutcomes(kept: readonly Outcome[], sent: readonly Outcome[]): Outcome[] {
  return sent.reduce(
    (all, outcome) => {
      const at = all.findIndex(({ type, key }) => type === outcome.type && key === outcome.key);
      return at < 0 ? [...all, outcome] : all.with(at, outcome);
    },
    [...kept],
  );
}

interface Arrival {
  partyId: string;
  now: DateTime;
  ids: IdGenerator;
}

/**
 * The records with the new ones, in the order of their arrival. One that repeats another's thread, type, author and
 * information gives it new details and a new contact; one without a thread opens one.
 */
export function mergeAdditionalInfos(
  kept: readonly AdditionalInfo[],
  sent: readonly NewAdditionalInfo[],
  { partyId, now, ids }: Arrival,
): AdditionalInfo[] {
  return sent.reduce(
    (all, info) => {
      const at = all.findIndex((other) => isSame(other, info));
      if (at < 0) {
        const interactionId = info.interactionId ?? ids.uuid();
        return [...all, { ...info, interactionId, partyId, createdDateTime: now }];
      }
      const { additionalInfoDetail: _detail, contact: _contact, ...identity } = all[at]!;
      const { additionalInfoDetail, contact } = info;
      return all.with(at, {
        ...identity,
        ...(additionalInfoDetail && { additionalInfoDetail }),
        ...(contact && { contact }),
      });
    },
    [...kept],
  );
}

const isSame = (kept: AdditionalInfo, sent: NewAdditionalInfo): boolean =>
  kept.interactionId === sent.interactionId &&
  kept.interactionType === sent.interactionType &&
  kept.createdBy === sent.createdBy &&
  kept.information === sent.information;
