import { streetManagerWork } from '@switchyard/contracts';

const firstSegment = (path: string): string => path.split('/', 2)[1] ?? '';
const nounsOfWork = new Set(Object.keys(streetManagerWork.operations).map((name) => firstSegment(name.split(' ')[1]!)));

/**
 * Paths as clients may also write them: `latest` for the version, the Work API without any base, and the contract and its
 * page of each API where the published services have them.
 */
export function canonicalPath(path: string): string {
  const versioned = path.startsWith('/latest/') ? `/v3/${path.slice('/latest/'.length)}` : path;
  if (/^\/v3\/[a-z]+\/docs\/?$/.test(versioned)) return '/docs';
  if (/^\/v3\/[a-z]+\/swagger\.json$/.test(versioned)) return versioned.replace('swagger', 'openapi');
  return nounsOfWork.has(firstSegment(versioned)) ? `/v3/work${versioned}` : versioned;
}
