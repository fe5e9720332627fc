import type { Upstream, UpstreamAnswer, UpstreamRequest } from '../nomis/testing/upstream';
import { clientId, clientSecret, startUpstream } from '../nomis/testing/upstream';

export interface TestUpstream {
  /** Settings for `bookSecureMove`, complete once its own hooks run. */
  env: Record<string, string>;
  /** What the prison register answers from now on. */
  answers(answer: (request: UpstreamRequest) => UpstreamAnswer | Promise<UpstreamAnswer>): void;
  requests(): readonly UpstreamRequest[];
}

/** A prison register under a test's control. Call it before `bookSecureMove`, in the same scope. */
export function prisonRegister(): TestUpstream {
  const env: Record<string, string> = { NOMIS_TIMEOUT_MS: '300' };
  let upstream: Upstream;
  let answer: (request: UpstreamRequest) => UpstreamAnswer | Promise<UpstreamAnswer> = () => ({ status: 404 });

  beforeAll(async () => {
    upstream = await startUpstream((request) => answer(request));
    Object.assign(env, {
      NOMIS_URL: upstream.url,
      NOMIS_TOKEN_URL: upstream.tokenUrl,
      NOMIS_CLIENT_ID: clientId,
      NOMIS_CLIENT_SECRET: clientSecret,
    });
  });
  afterAll(() => upstream?.close());

  return {
    env,
    answers: (next) => void (answer = next),
    requests: () => upstream.requests,
  };
}
