import type { Migration } from '@switchyard/db';

/** Parties, the clients that speak for them, and the secrets by which these are known. */
export const access: Migration = {
  name: '0001-access',
  up: (schema) =>
    schema.raw(`
      create table party (
        id text primary key check (length(id) <= 64),
        name text not null,
        role text not null check (role in ('requestor', 'supplier', 'admin')),
        -- what a supplier does; none named means everything
        work_types text[] not null default '{}',
        demo boolean not null default false,
        created_at timestamptz not null
      );

      create table client (
        id text primary key check (length(id) <= 64 and position(':' in id) = 0),
        party_id text not null references party,
        active boolean not null default true,
        expires_at timestamptz,
        demo boolean not null default false,
        created_at timestamptz not null
      );
      create index client_party on client (party_id, id);

      -- two places, so that a client never has a third live secret
      create table client_secret (
        client_id text not null references client on delete cascade,
        place smallint not null check (place in (1, 2)),
        id uuid not null unique,
        hash text not null,
        created_at timestamptz not null,
        primary key (client_id, place)
      );
    `),
};
