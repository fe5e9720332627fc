import type { Reply } from './reply';
import { messageOf, Unexpected } from './unexpected';

/** Whoever calls: a client application or a user of the service, with the credentials of the demo data. */
export interface Caller {
  id: string;
  secret: string;
  /** What its token is to be good for, where that is not what every token is. */
  scope?: string;
}

export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** From the root of the service, with the query, percent-encoded as it is to travel. */
  path: string;
  as: Caller;
  /** In the order and spelling of the document; `tokenPlaceholder` stands for the caller's token. */
  headers: Record<string, string>;
  /** Sent as JSON; undefined sends no body. */
  body?: unknown;
  /** Sent as a form in place of a body; its headers name no media type. */
  form?: Form;
}

/** The fields of a form, and its one file. */
export interface Form {
  fields: Record<string, string>;
  file: { name: string; text: string };
}

export const tokenPlaceholder = '{OAUTH_TOKEN}';

/** What reads the second version of a resource. */
export const readingHeaders = {
  accept: 'application/vnd.api+json; version=2',
  authorization: `Bearer ${tokenPlaceholder}`,
};

/** Sends one request, `path` from the root of the service, and gives whatever comes back. */
export type Exchange = (path: string, init: RequestInit) => Promise<Reply>;

/** Asks a service for a caller's token, as that service wants to be asked. Throws Unexpected when it gives none. */
export type Login = (exchange: Exchange, caller: Caller) => Promise<string>;

const patienceMs = 30_000;

/** A plain HTTP client of one service. It asks for a token once per caller, and changes nothing else of a call. */
export class Client {
  private readonly tokens = new Map<string, Promise<string>>();

  /** The base URL has no path: `http://127.0.0.1:3002`. */
  constructor(
    private readonly url: string,
    private readonly login: Login,
  ) {}

  /** Any status is a reply. Throws Unexpected when the service cannot be reached or gives no token. */
  async send({ method, path, as, headers, body, form }: Call): Promise<Reply> {
    const named = Object.entries(headers).map(async ([name, value]) => [name, await this.filled(value, as)]);
    const text = body === undefined ? undefined : JSON.stringify(body);
    return this.exchange(path, {
      method,
      headers: Object.fromEntries(await Promise.all(named)),
      body: form ? formData(form) : text,
    });
  }

  /** Tokens are asked for anew from here on: what moves a service's clock may end their lives. */
  forgetTokens(): void {
    this.tokens.clear();
  }

  private async filled(header: string, as: Caller): Promise<string> {
    return header.includes(tokenPlaceholder) ? header.replace(tokenPlaceholder, await this.tokenOf(as)) : header;
  }

  private tokenOf(caller: Caller): Promise<string> {
    const key = `${caller.id} ${caller.scope ?? ''}`;
    const known = this.tokens.get(key) ?? this.login((path, init) => this.exchange(path, init), caller);
    this.tokens.set(key, known);
    return known;
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

function formData({ fields, file }: Form): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([file.text]), file.name);
  return form;
}
