import type { Login } from '../client';

/** Basic authentication asks nobody for a token: the credentials themselves go into every request. */
export const basicLogin: Login = (_exchange, { id, secret }) =>
  Promise.resolve(Buffer.from(`${id}:${secret}`).toString('base64'));
