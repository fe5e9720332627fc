import { streetManagerWork } from '@switchyard/contracts';

const firstSegment = (path: string): string => path.split('/', 2)[1] ?? '';
const nounsOfWork = new Set(Object.keys(streetManagerWork.operations).map((name) => firstSegment(name.split(' ')[1]!)));

/** Paths as clients may also write them: `latest` for the version, and the Work API without any base. */
export function canonicalPath(path: string): string {
  if (path.startsWith('/latest/')) return `/v3/${path.slice('/latest/'.length)}`;
  return nounsOfWork.has(firstSegment(path)) ? `/v3/work${path}` : path;
}
