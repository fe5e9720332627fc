import type Router from '@koa/router';
import type { Context } from 'koa';
import { RateLimiter, unmatchableHash, verifySecret } from '@switchyard/http';
import type { AppDeps } from '../app';
import { OAuthError } from './oauth-error';
import { readParameters } from './parameters';
import type { Client } from './tokens';
import { TOKEN_SECONDS, findClient, findToken, issueToken, revokeToken } from './tokens';

/** Wrong secrets from one address: twenty, then one every three seconds. */
const GUESSES = { perSecond: 20 / 60, burst: 20 };

/** The client-credentials grant of RFC 6749, and the revocation and inspection of what it issued. */
export function oauthRoutes(
  router: Router,
  { db, clock, config, authentication }: Pick<AppDeps, 'db' | 'clock' | 'config' | 'authentication'>,
): readonly string[] {
  const guesses = config.rateLimits && new RateLimiter(GUESSES);
  router.post(
    '/oauth/token',
    guarded(async (ctx) => {
      const parameters = await readParameters(ctx);
      const grant = parameters.get('grant_type');
      if (!grant) throw new OAuthError('invalid_request');
      if (grant !== 'client_credentials') throw new OAuthError('unsupported_grant_type');
      const client = await authenticateClient(ctx, parameters);
      const asked = parameters.get('scope')?.split(/\s+/).filter(Boolean) ?? [];
      if (asked.some((scope) => !client.scopes.includes(scope))) throw new OAuthError('invalid_scope');
      const scopes = asked.length > 0 ? asked : client.scopes.filter((scope) => scope === 'read');
      const now = clock.now();
      const token = await db.transaction(async (tx) => issueToken(tx, client, scopes, now));
      ctx.body = {
        access_token: token,
        token_type: 'Bearer',
        expires_in: TOKEN_SECONDS,
        scope: scopes.join(' '),
        created_at: Math.floor(now.getTime() / 1_000),
      };
    }),
  );

  router.post(
    '/oauth/revoke',
    guarded(async (ctx) => {
      const parameters = await readParameters(ctx);
      const client = await authenticateClient(ctx, parameters);
      const token = parameters.get('token');
      if (token) await db.transaction(async (tx) => revokeToken(tx, client, token, clock.now()));
      authentication.forget();
      ctx.body = {};
    }),
  );

  router.post(
    '/oauth/introspect',
    guarded(async (ctx) => {
      const parameters = await readParameters(ctx);
      const client = await authenticateClient(ctx, parameters);
      const token = await findToken(db.reader(), parameters.get('token') ?? '');
      const alive = token && !token.revokedAt && token.expiresAt > clock.now() && token.client.uid === client.uid;
      ctx.body = alive
        ? {
            active: true,
            scope: token.scopes.join(' '),
            client_id: token.client.uid,
            token_type: 'Bearer',
            exp: Math.floor(token.expiresAt.getTime() / 1_000),
            iat: Math.floor(token.createdAt.getTime() / 1_000),
          }
        : { active: false };
    }),
  );

  router.get(
    '/oauth/token/info',
    guarded(async (ctx) => {
      const bearer = /^Bearer +(\S+)$/i.exec(ctx.get('authorization'))?.[1] ?? '';
      const token = await findToken(db.reader(), bearer);
      const now = clock.now();
      if (!token || token.revokedAt || token.expiresAt <= now) throw new OAuthError('invalid_token');
      ctx.body = {
        resource_owner_id: null,
        scope: token.scopes,
        expires_in: Math.floor((token.expiresAt.getTime() - now.getTime()) / 1_000),
        application: { uid: token.client.uid },
        created_at: Math.floor(token.createdAt.getTime() / 1_000),
      };
    }),
  );

  return ['POST /oauth/token', 'POST /oauth/revoke', 'POST /oauth/introspect', 'GET /oauth/token/info'];

  /** The client that the credentials belong to; an unknown one costs as much time as a wrong secret. */
  async function authenticateClient(ctx: Context, parameters: ReadonlyMap<string, string>): Promise<Client> {
    const basic = basicCredentials(ctx.get('authorization'));
    const inBody = parameters.get('client_id');
    if (basic && inBody !== undefined && inBody !== basic.id) throw new OAuthError('invalid_request');
    const id = basic?.id ?? inBody;
    const secret = basic?.secret ?? parameters.get('client_secret') ?? '';
    const found = id === undefined ? undefined : await findClient(db.reader(), id);
    const matches = await verifySecret(secret, found?.secretHash ?? unmatchableHash);
    if (!found || !matches) {
      guesses?.take(ctx.req.socket.remoteAddress ?? '');
      throw new OAuthError('invalid_client');
    }
    return found.client;
  }
}

function basicCredentials(header: string): { id: string; secret: string } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  if (!encoded) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/** Answers in plain JSON that nobody may keep, errors in the shape of RFC 6749. */
function guarded(serve: (ctx: Context) => Promise<void>): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    ctx.set('Cache-Control', 'private, no-store');
    ctx.type = 'application/json; charset=utf-8';
    try {
      await serve(ctx);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      ctx.status = error.status;
      if (error.challenge) ctx.set('WWW-Authenticate', error.challenge);
      ctx.body = { error: error.code, error_description: error.message };
    }
  };
}
