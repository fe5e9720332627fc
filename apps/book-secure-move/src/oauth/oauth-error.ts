type Code = 'invalid_client' | 'invalid_request' | 'unsupported_grant_type' | 'invalid_scope' | 'invalid_token';

const wording: Record<Code, { status: number; text: string }> = {
  invalid_client: {
    status: 401,
    text: 'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
  },
  invalid_request: { status: 400, text: 'Missing required parameter: grant_type.' },
  unsupported_grant_type: {
    status: 400,
    text: 'The authorization grant type is not supported by the authorization server.',
  },
  invalid_scope: { status: 400, text: 'The requested scope is invalid, unknown, or malformed.' },
  invalid_token: { status: 401, text: 'The access token is invalid' },
};

/** A refusal of the token endpoint, worded as the real service words it. */
export class OAuthError extends Error {
  readonly status: number;
  readonly challenge: string | undefined;

  constructor(readonly code: Code) {
    super(wording[code].text);
    this.status = wording[code].status;
    this.challenge =
      this.status === 401
        ? `Bearer realm="Doorkeeper", error="${code}", error_description="${wording[code].text}"`
        : undefined;
  }
}
