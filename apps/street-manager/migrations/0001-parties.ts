import type { Migration } from '@switchyard/db';

/** Organisations, their workstreams, contracts and users; and what logging in needs. */
export const parties: Migration = {
  name: '0001-parties',
  up: (schema) =>
    schema.raw(`
      create table organisation (
        reference text primary key,
        name text not null,
        prefix text not null check (prefix ~ '^[A-Z]{2}$'),
        type text not null check (type in ('PROMOTER', 'HA', 'CONTRACTOR')),
        status text not null default 'active' check (status in ('active', 'suspended', 'disabled')),
        is_hs2 boolean not null default false,
        address_line_one text not null default '',
        address_line_two text,
        locality text,
        town text,
        postcode text not null default '',
        email text,
        phone_number text not null default '',
        activity_count integer not null default 0
      );

      create table workstream (
        organisation_reference text not null references organisation,
        prefix text not null check (prefix ~ '^[0-9]{3}$'),
        name text not null,
        description text,
        contact_name text,
        contact_number text,
        contact_email text,
        status text not null default 'active' check (status in ('active', 'deactivated')),
        primary key (organisation_reference, prefix)
      );

      create table contract (
        promoter text not null references organisation,
        contractor text not null references organisation,
        primary key (promoter, contractor)
      );
      create index contract_of_contractor on contract (contractor);

      create table app_user (
        email text primary key,
        password_hash text not null,
        first_name text,
        last_name text,
        organisation_reference text not null references organisation,
        roles text[] not null,
        status text not null default 'active' check (status in ('active', 'disabled')),
        -- A password that its user has not chosen: it opens nothing but the choice of another.
        password_is_temporary boolean not null default false,
        -- Goes up with each logout: a token of an earlier generation is dead.
        token_generation integer not null default 0,
        demo boolean not null default false
      );

      create table workstream_access (
        email text not null references app_user on delete cascade,
        organisation_reference text not null,
        prefix text not null,
        level text not null check (level in ('full_write', 'read_only')),
        primary key (email, organisation_reference, prefix),
        foreign key (organisation_reference, prefix) references workstream
      );

      create table failed_login (
        email text not null,
        at timestamptz not null
      );
      create index failed_login_recent on failed_login (email, at);

      create table one_time_code (
        email text not null references app_user on delete cascade,
        purpose text not null check (purpose in ('set_password', 'reset_password')),
        digest bytea not null check (length(digest) = 32),
        expires_at timestamptz not null,
        tries integer not null default 0,
        primary key (email, purpose)
      );

      create table signing_key (
        kid text primary key,
        -- Sealed: whoever reads the table cannot sign.
        sealed_private_jwk text not null,
        public_jwk jsonb not null,
        created_at timestamptz not null
      );

      -- Mail that was written; the sandbox shows it, and a mail server takes it where one is set.
      create table mail (
        id bigint generated always as identity primary key,
        written_at timestamptz not null,
        recipient text not null,
        subject text not null,
        body text not null,
        tries integer not null default 0,
        next_try_at timestamptz,
        delivered_at timestamptz,
        last_error text
      );
      create index mail_waiting on mail (next_try_at, id) where next_try_at is not null;
      create index mail_written on mail (written_at, id);

      create table street (
        usrn integer primary key check (usrn between 100001 and 99999999),
        descriptor text not null,
        locality text not null default '',
        town text not null default '',
        area text not null default '',
        authority text not null default '',
        authority_swa_code text not null,
        state integer not null default 2,
        street_status integer not null default 1,
        road_category integer not null check (road_category between 0 and 12),
        reinstatement_types jsonb not null default '[]',
        designations jsonb not null default '[]',
        line jsonb,
        centre jsonb
      );
      create index street_name on street (descriptor, usrn);
    `),
};
