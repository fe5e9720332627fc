import type { Example } from './example';
import { login } from './login';

const ORGANISATION = '/organisations/{organisationReference}';
const WORKSTREAMS = `${ORGANISATION}/workstreams` as const;
const email = login.emailAddress;

/** By `METHOD /path` of the Party API. */
export const partyExamples: Readonly<Record<string, Example>> = {
  'POST /forgot-password': { who: 'nobody', situation: 'nothing', body: { email } },
  'POST /logout': { who: 'nobody', situation: 'session', body: { access_token: '{accessToken}' } },
  'POST /refresh': { who: 'nobody', situation: 'session', body: { refresh_token: '{refreshToken}' } },
  'POST /reset-password': {
    who: 'nobody',
    situation: 'nothing',
    body: { email, verification_code: '123456', password: 'Demo-password-2' },
  },
  'POST /set-password': {
    who: 'nobody',
    situation: 'nothing',
    body: { email, password: 'Demo-password-2', token: 'nothing' },
  },
  'GET /organisations': { who: 'northbeck', situation: 'nothing', query: '?type=HA' },
  [`GET ${ORGANISATION}`]: { who: 'northbeck', situation: 'organisation' },
  [`GET ${WORKSTREAMS}`]: { who: 'northbeck', situation: 'organisation' },
  [`POST ${WORKSTREAMS}`]: {
    who: 'northbeck',
    situation: 'organisation',
    body: { prefix: '{freshPrefix}', name: 'Leaks' },
  },
  [`GET ${WORKSTREAMS}/{workstreamPrefix}`]: { who: 'northbeck', situation: 'organisation' },
  [`PUT ${WORKSTREAMS}/{workstreamPrefix}`]: {
    who: 'northbeck',
    situation: 'organisation',
    body: { name: 'Services', description: 'New connections', contact_email: 'services@northbeck.example' },
  },
  'GET /users/{email}': { who: 'northbeck', situation: 'user' },
  'PUT /users/{email}': {
    who: 'northbeck',
    situation: 'user',
    body: { first_name: 'Asha', last_name: 'Verlaine' },
  },
};
