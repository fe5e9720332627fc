import { Resolver, lookup } from 'node:dns/promises';

/** All addresses of a host name. Rejects when there is none. */
export type Resolve = (host: string) => Promise<string[]>;

const TIMEOUT_MS = 2_000;

/**
 * Asks the name servers for A and AAAA, two seconds at most. Unlike the system's own call this holds no thread, so that
 * a name server that hangs delays no other lookup.
 */
export const resolveByNameServer: Resolve = async (host) => {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 1 });
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (addresses.length > 0) return addresses;
  throw (answers[0] as PromiseRejectedResult).reason;
};

/** As the machine itself resolves, its hosts file included. */
export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
