import type { Migration } from './migrate';

/** The tables of the mechanism, the same in every service's schema. */
export const commonTables: Migration = {
  name: '0000-common',
  up: (schema) =>
    schema.raw(`
      create table idempotency_key (
        scope text not null,
        key text not null check (length(key) <= 255),
        method text not null,
        path text not null,
        fingerprint bytea not null check (length(fingerprint) = 32),
        status smallint not null check (status between 200 and 399),
        headers jsonb not null,
        body bytea not null,
        request_id uuid not null,
        created_at timestamptz not null,
        replay_until timestamptz not null,
        conflict_until timestamptz not null,
        primary key (scope, key)
      );
      create index idempotency_key_expiry on idempotency_key (conflict_until);

      create table outbox_event (
        id uuid primary key,
        xid xid8 not null default pg_current_xact_id(),
        seq bigint generated always as identity,
        aggregate_type text not null,
        aggregate_id uuid not null,
        event_type text not null,
        payload jsonb not null,
        occurred_at timestamptz not null,
        fanned_out_at timestamptz
      );
      create index outbox_event_waiting on outbox_event (seq) where fanned_out_at is null;
      create index outbox_event_aggregate on outbox_event (aggregate_type, aggregate_id);

      create table audit_log (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        request_id uuid not null,
        principal text,
        on_behalf_of text,
        ip text,
        method text not null,
        route text not null,
        path text not null,
        status smallint not null,
        idempotency_key text,
        replayed boolean not null default false
      );
      create index audit_log_at on audit_log using brin (at);

      create table sandbox_clock (
        only_row boolean primary key default true check (only_row),
        offset_ms bigint not null,
        frozen_at timestamptz
      );
    `),
};
