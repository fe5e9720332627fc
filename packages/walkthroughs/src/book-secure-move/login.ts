import type { Login } from '../client';
import { documentOf } from '../reply';
import { same, Unexpected } from '../unexpected';

/** OAuth 2.0, by the client's own credentials. */
export const clientCredentials: Login = async (exchange, { id, secret, scope }) => {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: secret,
    ...(scope && { scope }),
  });
  const reply = await exchange('/oauth/token', { method: 'POST', body });
  same(`status of POST /oauth/token as ${id}`, reply.status, 200, reply.bytes.toString('utf8'));
  const { access_token: token } = documentOf(reply) as { access_token?: unknown };
  if (typeof token !== 'string') throw new Unexpected(`access_token of ${id}`, 'a string', token);
  return token;
};
