import type { Migration } from '@switchyard/db';

/** Clients, their tokens, and the suppliers that own them. */
export const access: Migration = {
  name: '0001-access',
  up: (schema) =>
    schema.raw(`
      create table suppliers (
        id uuid primary key,
        key text not null unique,
        name text not null
      );

      create table oauth_applications (
        id uuid primary key,
        name text not null,
        uid text not null unique,
        secret_hash text not null,
        scopes text[] not null,
        supplier_id uuid references suppliers,
        demo boolean not null default false,
        created_at timestamptz not null
      );

      create table oauth_access_tokens (
        digest bytea primary key check (length(digest) = 32),
        application_id uuid not null references oauth_applications on delete cascade,
        scopes text[] not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index oauth_access_tokens_application on oauth_access_tokens (application_id);
      create index oauth_access_tokens_expiry on oauth_access_tokens (expires_at);
    `),
};
