import type { Migration } from '../migrate';
import { commonTables } from '../common-tables';

/** A schema with the common tables and two small ones, for the tests of this package. */
export const scratch: { schema: string; migrations: readonly Migration[] } = {
  schema: 'scratch',
  migrations: [
    commonTables,
    {
      name: '0001-scratch',
      up: (schema) =>
        schema.raw(`
          create table item (id integer primary key, name text not null check (name <> ''), amount smallint);
          create table part (id integer primary key, item_id integer references item deferrable initially deferred);
        `),
    },
  ],
};
