import type { Login } from '../client';
import { same, Unexpected } from '../unexpected';
import { bodyOf } from './body';

/** A user logs in with address and password; the ID token is what goes into the header `token`. */
export const passwordLogin: Login = async (exchange, { id, secret }) => {
  const reply = await exchange('/v3/work/authenticate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ emailAddress: id, password: secret }),
  });
  same(`status of POST /v3/work/authenticate as ${id}`, reply.status, 200, reply.bytes.toString('utf8'));
  const { idToken } = bodyOf(reply);
  if (typeof idToken !== 'string') throw new Unexpected(`idToken of ${id}`, 'a string', idToken);
  return idToken;
};
