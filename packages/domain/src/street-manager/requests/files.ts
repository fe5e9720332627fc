import { violation } from '../../kernel';
import type { Violation } from '../../kernel';
import type { WithFiles } from './evidence';
import { broken } from './rules';
import type { DelegatedUser } from './rules';

/** Attaches files to a work. */
export interface AddFilesRequest extends DelegatedUser, WithFiles {}

const MEGABYTE = 1024 * 1024;

/** The largest file that can be uploaded, and the most that all files of a work may have together, in bytes. */
export const fileLimits = { file: 10 * MEGABYTE, work: 100 * MEGABYTE } as const;

/** The types that can be attached to a record, by extension: what the published contract gives back on download. */
export const fileTypes = {
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
} as const;

export type FileExtension = keyof typeof fileTypes;

/** The extension of a name in lower case, without its dot; empty when there is none. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase();
}

/** The media type of a name that can be attached; undefined for any other. */
export function mediaTypeOf(fileName: string): string | undefined {
  const extension = extensionOf(fileName);
  return Object.hasOwn(fileTypes, extension) ? fileTypes[extension as FileExtension] : undefined;
}

/** An upload as it arrived. */
export interface Upload {
  name: string;
  /** Bytes. */
  size: number;
  /** The media type that its bytes show; undefined for none that is accepted. */
  content: string | undefined;
}

/** The rules for one upload. Lists of streets are uploaded as areas, not here. */
export function checkUpload({ name, size, content }: Upload): Violation[] {
  const named = mediaTypeOf(name);
  const types = Object.keys(fileTypes).join(', ');
  const honest = named === undefined || content === named;
  return [
    ...checkFileName(name),
    ...(named ? [] : [broken('file', 'file_type', `must be of one of these types: ${types}`, name)]),
    ...checkSize(size),
    ...(honest ? [] : [broken('file', 'file_content', 'must hold what its name says, whole and nothing else', name)]),
  ];
}

const LONGEST_NAME = 255;

/** Path separators, control characters, and the marks that turn the direction of writing and so hide an extension. */
const unsafeInName = /[\/\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** The rules for the name of an uploaded file: people read it and save under it, so it must be no path and no trick. */
export function checkFileName(name: string): Violation[] {
  if (name.trim() === '') return [broken('file', 'file_name', 'must have a name', name)];
  if (name.length > LONGEST_NAME) {
    return [broken('file', 'file_name', `must have a name of at most ${LONGEST_NAME} characters`, name.length)];
  }
  return unsafeInName.test(name)
    ? [broken('file', 'file_name', 'must have a name without a path and without control characters', name)]
    : [];
}

/** No file is larger than the published limit. */
export function checkSize(size: number): Violation[] {
  return size > fileLimits.file
    ? [violation('file', 'file_size', 'must not be larger than 10 MB', { value: size })]
    : [];
}

/** A file that was uploaded. */
export interface StoredFile {
  fileId: number;
  organisation: string;
  /** True once a record holds it: it can belong to one only. */
  linked: boolean;
  /** Bytes. */
  size: number;
}

/** The files that a request names must be uploaded by the organisation that names them; others are as good as unknown. */
export function checkFiles(
  { file_ids: fileIds }: WithFiles,
  files: readonly StoredFile[],
  organisation: string,
): Violation[] {
  const own = new Set(files.filter((file) => file.organisation === organisation).map(({ fileId }) => fileId));
  return (fileIds ?? []).flatMap((fileId: number | null | undefined, index) =>
    typeof fileId === 'number' && !own.has(fileId)
      ? [broken(`file_ids[${index}]`, 'unknown_file', 'must be a file uploaded by your organisation', fileId)]
      : [],
  );
}

/** Why the files cannot be linked to a record of this work as things stand, or null. Sizes are in bytes. */
export function fileLinkRefusal(files: readonly StoredFile[], sizeOfWork: number): string | null {
  if (files.some(({ linked }) => linked)) return 'A file can only be associated with one section of Street Manager';
  const total = files.reduce((sum, { size }) => sum + size, sizeOfWork);
  return total > fileLimits.work ? 'The files of a work can not be larger than 100 MB in total' : null;
}
