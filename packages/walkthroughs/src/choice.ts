import type { Service } from './service';

/** What one run plays: some walkthroughs of one service, and where it is. */
export interface Chosen extends Service {
  url: string;
}

export interface Wanted {
  /** Walkthroughs, or services of which all are meant; none of them means everything. */
  names: readonly string[];
  url?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The service that a base URL alone has always meant. */
const meantByUrl = 'book-secure-move';

/**
 * The services to play, each with what was wanted of it, or what is wrong with the wish: a name that is none, or one
 * base URL for two services.
 */
export function choose(services: readonly Service[], wanted: Wanted, env: Environment): Chosen[] | string {
  const names = wanted.names.length === 0 && wanted.url !== undefined ? [meantByUrl] : wanted.names;
  const known = services.flatMap(({ name, walkthroughs }) => [name, ...walkthroughs.map((each) => each.name)]);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) return `no walkthrough is named ${unknown.join(', ')}; --list shows them all`;
  const chosen = services
    .map((service) => withNamed(service, names))
    .filter(({ walkthroughs }) => walkthroughs.length > 0);
  if (wanted.url !== undefined && chosen.length > 1)
    return `--url names one service, not ${chosen.map(({ name }) => name).join(' and ')}`;
  return chosen.map((service) => ({ ...service, url: wanted.url ?? (env[service.urlVariable] || service.defaultUrl) }));
}

function withNamed(service: Service, names: readonly string[]): Service {
  if (names.length === 0 || names.includes(service.name)) return service;
  return { ...service, walkthroughs: service.walkthroughs.filter(({ name }) => names.includes(name)) };
}
