import { isIP } from 'node:net';
import type { EgressMode } from './address-rules';
import { AddressRules } from './address-rules';
import type { Resolve } from './resolver';
import { resolveByNameServer, resolveBySystem } from './resolver';

export type { EgressMode } from './address-rules';
export type { Resolve } from './resolver';

export interface EgressOptions {
  mode: EgressMode;
  /** Ranges that are open besides, such as `10.1.0.0/16`; under `allowlist` the only ones. */
  allow?: readonly string[];
  /** `http` as well as `https`; absent: in `dev` only. */
  plainHttp?: boolean;
  /** How names become addresses; absent: by the name servers, in `dev` as the machine itself does. */
  resolve?: Resolve;
}

/** Why a target may not be called. */
export type EgressRefusal = 'url' | 'scheme' | 'credentials' | 'fragment' | 'port' | 'literal address' | 'address';

/** The policy forbids the call; nothing was connected. */
export class EgressBlocked extends Error {
  readonly code = 'SSRF_BLOCKED';
  constructor(readonly refusal: EgressRefusal) {
    super(`the policy forbids this ${refusal}`);
  }
}

const LONGEST_URL = 2_048;

/**
 * Where requests may go. A URL is judged by its text, then every address of its name, and one forbidden address forbids
 * the name. The caller connects to what `addressesOf` gave, never to the name again.
 */
export class Egress {
  private readonly rules: AddressRules;
  private readonly resolve: Resolve;

  constructor(private readonly options: EgressOptions) {
    this.rules = new AddressRules(options.mode, options.allow ?? []);
    this.resolve = options.resolve ?? (options.mode === 'dev' ? resolveBySystem : resolveByNameServer);
  }

  /** What forbids the URL by its text alone; null when nothing does. */
  refuseUrl(text: string): EgressRefusal | null {
    const url = parse(text);
    if (!url || text.length > LONGEST_URL) return 'url';
    const { dev, plainHttp } = this;
    if (url.protocol !== 'https:' && !(plainHttp && url.protocol === 'http:')) return 'scheme';
    if (url.username !== '' || url.password !== '') return 'credentials';
    if (url.hash !== '' || text.includes('#')) return 'fragment';
    if (!isPort(url.port, plainHttp)) return 'port';
    const address = literalOf(url.hostname);
    if (address === null) return null;
    if (!this.rules.allows(address)) return 'address';
    return dev || this.rules.opens(address) ? null : 'literal address';
  }

  /** As `refuseUrl`, and resolves the name. A name that does not resolve now is not refused. */
  async refuseTarget(text: string): Promise<EgressRefusal | null> {
    const refusal = this.refuseUrl(text);
    if (refusal) return refusal;
    const { hostname } = new URL(text);
    if (literalOf(hostname) !== null) return null;
    try {
      await this.addressesOf(hostname);
      return null;
    } catch (error) {
      return error instanceof EgressBlocked ? error.refusal : null;
    }
  }

  /** The addresses of a host name, all permitted. Throws EgressBlocked, or what the resolver throws. */
  async addressesOf(host: string): Promise<string[]> {
    const addresses = await this.resolve(host);
    if (addresses.length === 0 || !addresses.every((address) => this.rules.allows(address))) {
      throw new EgressBlocked('address');
    }
    return addresses;
  }

  private get dev(): boolean {
    return this.options.mode === 'dev';
  }

  private get plainHttp(): boolean {
    return this.options.plainHttp ?? this.dev;
  }
}

/** Not by `URL.canParse`, which Node.js 20 gets wrong for letters such as ü once it has been optimised. */
function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The address that a URL's host is, in whichever spelling it came: the parser has written it in the usual one. */
function literalOf(hostname: string): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) === 0 ? null : bare;
}

/** The scheme's own port, which the parser drops, or one that no system service listens on. */
function isPort(port: string, plainHttp: boolean): boolean {
  return port === '' || port === '443' || (plainHttp && port === '80') || Number(port) >= 1_024;
}
