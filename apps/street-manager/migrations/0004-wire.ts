import type { Migration } from '@switchyard/db';

/** How the database writes what it puts into JSON itself. */
export const wire: Migration = {
  name: '0004-wire',
  up: (schema) =>
    schema.raw(`
      -- A date-time as it travels: UTC, milliseconds, Z.
      create function wire_date(at timestamptz) returns text
        language sql immutable parallel safe
        return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    `),
};
