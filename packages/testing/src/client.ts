/** A reply as a test looks at it. */
export interface TestReply {
  status: number;
  headers: Headers;
  /** The exact text. */
  text: string;
  /** The text as JSON, or undefined when there is none. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test states what it expects of the body
  body: any;
}

export interface TestRequest {
  headers?: Record<string, string>;
  /** Sent as JSON unless it is text, bytes or a form already. */
  body?: unknown;
}

/** Speaks HTTP to the app under test. */
export async function call(url: string, method: string, { headers = {}, body }: TestRequest = {}): Promise<TestReply> {
  const reply = await fetch(url, {
    method,
    headers,
    ...(body !== undefined && { body: isReady(body) ? body : JSON.stringify(body) }),
    redirect: 'manual',
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, text, body: parse(text) };
}

const isReady = (body: unknown): body is string | Uint8Array<ArrayBuffer> | FormData =>
  typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
