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

/** The rules for one upload. Lists of streets are uploaded as areas, not here. */
export function checkUpload({ name, size }: { name: string; size: number }): Violation[] {
  const known = mediaTypeOf(name) !== undefined;
  const types = Object.keys(fileTypes).join(', ');
  return [
    ...(known ? [] : [broken('file', 'file_type', `must be of one of these types: ${types}`, name)]),
    ...checkSize(size),
  ];
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
