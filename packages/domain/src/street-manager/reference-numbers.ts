import { makeReference } from '../kernel';
import type { IdGenerator } from '../kernel';
import type { SampleCategory } from './enums';

const DIGITS = '0123456789';
const RANDOM_DIGITS = 8;

/** How many characters a work's reference can have, and any permit's. */
export const referenceLengths = { work: 24, permit: 30, section81: 28 } as const;

/** A reference as it is stored and shown; what clients send is read in any case. */
export function normaliseReference(reference: string): string {
  return reference.toUpperCase();
}

/** True for what a client may choose as a work's reference: letters, digits, dashes and underscores, at most 24. */
export function isWorkReference(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,24}$/.test(text);
}

/** A work's reference, `NB00148120937`: not unique by itself, the caller draws again when it is taken. */
export function makeWorkReference(organisationPrefix: string, workstreamPrefix: string, ids: IdGenerator): string {
  return normaliseReference(`${organisationPrefix}${workstreamPrefix}${randomDigits(ids)}`);
}

/** The reference of the work that holds a section 81 notice, with the prefix of the authority: `EDS8148120937`. */
export function makeSection81WorkReference(authorityPrefix: string, ids: IdGenerator): string {
  return normaliseReference(`${authorityPrefix}S81${randomDigits(ids)}`);
}

/** The first permit is 1; the number goes on counting whatever became of the others. */
export const permitReference = (work: string, number: number): string => `${work}-${counted(number, 2)}`;
export const alterationReference = (permit: string, number: number): string => `${permit}-CR-${counted(number, 2)}`;
export const inspectionReference = (work: string, number: number): string => `${work}-INSP-${counted(number, 2)}`;
export const fpnReference = (work: string, number: number): string => `${work}-FPN-${counted(number, 2)}`;
export const section74Reference = (work: string, number: number): string => `${work}-S74-${counted(number, 2)}`;
export const forwardPlanReference = (work: string, number: number): string => `${work}-FP-${counted(number, 2)}`;
export const commentReference = (work: string, number: number): string => `${work}-COM-${counted(number, 2)}`;

/** One notice for each work of its kind, so nothing is counted. */
export const section81Reference = (work: string): string => `${work}-S81`;

export const sampleInspectionReference = (work: string, category: SampleCategory): string =>
  `${work}-SI-${category.toUpperCase()}`;

/** Counted for each organisation; its code has four characters, with zeros before it. */
export const activityReference = (swaCode: string, number: number): string =>
  `ARN-${padSwaCode(swaCode)}-${counted(number, 3)}`;

/** Counted for each authority, named by its two letters. */
export const sampleTargetReference = (authorityPrefix: string, number: number): string =>
  `SMPL-${authorityPrefix.toUpperCase()}-${counted(number, 2)}`;

/** SWA codes of digits travel with four of them: `10` is `0010`. Others are as they are. */
export function padSwaCode(code: string): string {
  return /^\d{1,3}$/.test(code) ? code.padStart(4, '0') : code;
}

/** The record that follows a work's reference, and its number: what `parseReference` tells apart. */
export const referenceKinds = {
  inspection: 'INSP',
  fpn: 'FPN',
  section74: 'S74',
  forwardPlan: 'FP',
  comment: 'COM',
} as const;

export type CountedKind = keyof typeof referenceKinds;

export type ParsedReference =
  | { kind: 'permit' | CountedKind; work: string; number: number }
  | { kind: 'alteration'; work: string; permit: string; number: number }
  | { kind: 'section81'; work: string }
  | { kind: 'sampleInspection'; work: string; category: SampleCategory };

const ALTERATION = /^((.{1,24})-\d{2,})-CR-(\d{2,})$/;
const COUNTED = /^(.{1,24})-(INSP|FPN|S74|FP|COM)-(\d{2,})$/;
const SECTION_81 = /^(.{1,24})-S81$/;
const SAMPLE = /^(.{1,24})-SI-([ABC])$/;
const PERMIT = /^(.{1,24})-(\d{2,})$/;

/**
 * Takes a reference apart, in any case; null for what has no known form. A work may be named like anything, so the
 * longest form that fits is meant, and a bare work's reference cannot be told.
 */
export function parseReference(text: string): ParsedReference | null {
  const reference = normaliseReference(text);
  const alteration = ALTERATION.exec(reference);
  if (alteration) return { kind: 'alteration', work: alteration[2]!, permit: alteration[1]!, number: +alteration[3]! };
  const numbered = COUNTED.exec(reference);
  if (numbered) return { kind: kindOf(numbered[2]!), work: numbered[1]!, number: +numbered[3]! };
  const section81 = SECTION_81.exec(reference);
  if (section81) return { kind: 'section81', work: section81[1]! };
  const sample = SAMPLE.exec(reference);
  if (sample) {
    return { kind: 'sampleInspection', work: sample[1]!, category: sample[2]!.toLowerCase() as SampleCategory };
  }
  const permit = PERMIT.exec(reference);
  return permit ? { kind: 'permit', work: permit[1]!, number: +permit[2]! } : null;
}

function kindOf(letters: string): CountedKind {
  const found = Object.entries(referenceKinds).find(([, known]) => known === letters);
  return (found as [CountedKind, string])[0];
}

function randomDigits(ids: IdGenerator): string {
  return makeReference([{ alphabet: DIGITS, length: RANDOM_DIGITS, distinct: false }], ids);
}

/** Throws RangeError unless the number is a counting one. */
function counted(number: number, digits: number): string {
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`${number} does not count anything`);
  return String(number).padStart(digits, '0');
}
