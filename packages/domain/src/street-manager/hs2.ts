import type { HS2HighwayExemption, WorkType } from './enums';

/** High Speed Two has powers of its own by Act of Parliament, and so rules of its own. */
export const hs2PromoterSwaCode = '7374';

export const isHs2 = (promoterSwaCode: string): boolean => promoterSwaCode === hs2PromoterSwaCode;

export interface Hs2Facts {
  promoterSwaCode: string;
  workType: WorkType;
  inActLimits: boolean | null;
  exemption: HS2HighwayExemption | null;
}

/**
 * How works are dealt with: the authority is only told of them (`consultation`: granted at once, it may acknowledge), it
 * has to agree (`consent`), or it assesses them as any other works.
 */
export type Hs2Treatment = 'consultation' | 'consent' | 'ordinary';

/** The published rules for HS2 works. */
export function hs2Treatment({ promoterSwaCode, workType, inActLimits, exemption }: Hs2Facts): Hs2Treatment {
  if (!isHs2(promoterSwaCode)) return 'ordinary';
  const highwayWorks = workType === 'hs2_highway_works';
  if (!inActLimits) return highwayWorks ? 'consent' : 'ordinary';
  return highwayWorks && exemption !== null && exemption !== 'none_applicable' ? 'consent' : 'consultation';
}

/**
 * True for HS2 highway works, and for street works in act limits. They take no designations and no conditions; their
 * alterations apply at once; and the authority may impose no change, discount or lane rental on them.
 */
export function isUnderHs2Powers({ promoterSwaCode, workType, inActLimits }: Omit<Hs2Facts, 'exemption'>): boolean {
  return isHs2(promoterSwaCode) && (workType === 'hs2_highway_works' || inActLimits === true);
}
