import { documentOf, type Reply } from './reply';
import { messageOf, same, Unexpected } from './unexpected';

/** A client application of the service, with the credentials of the demo data. */
export interface Caller {
  id: string;
  secret: string;
}

export interface Call {
  method: 'GET' | 'POST' | 'PATCH';
  /** From the root of the service, with the query, percent-encoded as it is to travel. */
  path: string;
  as: Caller;
  /** In the order and spelling of the document; `tokenPlaceholder` stands for the caller's token. */
  headers: Record<string, string>;
  /** Sent as JSON; undefined sends no body. */
  body?: unknown;
}

export const tokenPlaceholder = '{OAUTH_TOKEN}';

/** What reads the second version of a resource. */
export const readingHeaders = {
  accept: 'application/vnd.api+json; version=2',
  authorization: `Bearer ${tokenPlaceholder}`,
};

const patienceMs = 30_000;

/** A plain HTTP client of one service. It asks for a token once per caller, and changes nothing else of a call. */
export class Client {
  private readonly tokens = new Map<string, Promise<string>>();

  /** The base URL has no path: `http://127.0.0.1:3002`. */
  constructor(private readonly url: string) {}

  /** Any status is a reply. Throws Unexpected when the service cannot be reached or gives no token. */
  async send({ method, path, as, headers, body }: Call): Promise<Reply> {
    const token = await this.tokenOf(as);
    const named = Object.entries(headers).map(([name, value]) => [name, value.replace(tokenPlaceholder, token)]);
    const text = body === undefined ? undefined : JSON.stringify(body);
    return this.exchange(path, { method, headers: Object.fromEntries(named), body: text });
  }

  private tokenOf(caller: Caller): Promise<string> {
    const known = this.tokens.get(caller.id) ?? this.newToken(caller);
    this.tokens.set(caller.id, known);
    return known;
  }

  private async newToken({ id, secret }: Caller): Promise<string> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
    const reply = await this.exchange('/oauth/token', { method: 'POST', body });
    same(`status of POST /oauth/token as ${id}`, reply.status, 200, reply.bytes.toString('utf8'));
    const { access_token: token } = documentOf(reply) as { access_token?: unknown };
    if (typeof token !== 'string') throw new Unexpected(`access_token of ${id}`, 'a string', token);
    return token;
  }

  private async exchange(path: string, init: RequestInit): Promise<Reply> {
    try {
      const response = await fetch(this.url + path, { ...init, signal: AbortSignal.timeout(patienceMs) });
      return {
        status: response.status,
        headers: response.headers,
        bytes: Buffer.from(await response.arrayBuffer()),
      };
    } catch (error) {
      throw new Unexpected(`${init.method} ${this.url}${path}`, 'a reply', messageOf(error));
    }
  }
}
