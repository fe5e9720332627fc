import { randomUUID } from 'node:crypto';

const mediaType = 'application/vnd.api+json';
const listPath = '/api/moves?include=profile.person,from_location,to_location&per_page=20&page=';
/** Ends of the created moves: both prisons of one supplier, so that every rule is looked at and none is broken. */
const ends = { from: 'aaaaaaaa-0154-49ec-b01e-d60ded8e0ab1', to: 'bbbbbbbb-0154-49ec-b01e-d60ded8e0ab1' };
const firstDay = Date.UTC(2031, 0, 1);
const msPerDay = 86_400_000;

/**
 * The n-th request of a work, for either server.
 * @param {{ token: string, moves: string[], profiles: string[], requested: { id: string }[] }} targets
 * @returns {{ method: string, path: string, body?: object }}
 */
export const requestOf = {
  /** The first five pages in turn. */
  list: (n) => ({ method: 'GET', path: `${listPath}${1 + (n % 5)}` }),
  one: (n, { moves }) => ({ method: 'GET', path: `/api/moves/${moves[n % moves.length]}` }),
  /** A profile again only on another day, so that no move is taken for a double. */
  create: (n, { profiles }) => ({
    method: 'POST',
    path: '/api/moves',
    body: moveBody(profiles[n % profiles.length], Math.floor(n / profiles.length)),
  }),
  /** Each move once: every event makes a requested move a booked one. */
  event: (n, { requested }) => ({ method: 'POST', path: '/api/events', body: acceptBody(requested[n].id) }),
};

const related = (type, id) => ({ data: { type, id } });

function moveBody(profile, days) {
  const date = new Date(firstDay + days * msPerDay).toISOString().slice(0, 10);
  return {
    data: {
      type: 'moves',
      attributes: { date, move_type: 'prison_transfer', additional_information: 'Bring property in "two" bags' },
      relationships: {
        profile: related('profiles', profile),
        from_location: related('locations', ends.from),
        to_location: related('locations', ends.to),
      },
    },
  };
}

function acceptBody(move) {
  return {
    data: {
      type: 'events',
      attributes: {
        event_type: 'MoveAccept',
        occurred_at: '2026-06-01T12:00:00+01:00',
        recorded_at: '2026-06-01T12:00:00+01:00',
        notes: 'Accepted',
        details: {},
      },
      relationships: { eventable: related('moves', move) },
    },
  };
}

/** The headers that both servers are sent; every write has a key of its own. */
export function headersOf({ body }, host, { token }) {
  return {
    Host: host,
    Authorization: `Bearer ${token}`,
    Accept: `${mediaType}; version=2`,
    ...(body && { 'Content-Type': mediaType, 'Idempotency-Key': randomUUID() }),
  };
}
