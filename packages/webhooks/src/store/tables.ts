import type { Migration } from '@switchyard/db';

/**
 * The migration that creates the engine's tables in a service's schema, under a name that fits the service's own
 * sequence. The service's resource (a subscriber, a subscription) is its own table, which refers to `webhook_endpoint`.
 */
export function webhookTables(name: string): Migration {
  return {
    name,
    up: (schema) =>
      schema.raw(`
        create table webhook_endpoint (
          id text primary key,
          url text not null check (length(url) <= 2048),
          style text not null,
          profile text,
          max_in_flight smallint not null check (max_in_flight > 0),
          secret text not null,
          previous_secret text,
          previous_until timestamptz,
          basic_credentials text,
          state text not null check (state in ('active', 'held', 'closed')),
          held_reason text check ((held_reason is not null) = (state = 'held')),
          active_since timestamptz,
          failing_since timestamptz,
          alerted_at timestamptz,
          paused_until timestamptz,
          -- Successes still wanted before it gets more than one request at a time again.
          probation smallint not null default 0 check (probation >= 0),
          check ((previous_secret is null) = (previous_until is null)),
          check (state <> 'active' or active_since is not null)
        );

        -- A queue of its own order: only the head of a lane is ever sent.
        create table webhook_lane (
          id bigint generated always as identity primary key,
          endpoint_id text not null references webhook_endpoint on delete cascade,
          key text not null,
          redelivery boolean not null default false,
          last_position bigint not null,
          due_at timestamptz,
          leased_by uuid,
          unique (endpoint_id, key, redelivery)
        );
        create index webhook_lane_due on webhook_lane (endpoint_id, due_at) where leased_by is null and due_at is not null;
        create index webhook_lane_leased on webhook_lane (endpoint_id) where leased_by is not null;

        create table webhook_delivery (
          number bigint generated always as identity,
          id uuid primary key,
          endpoint_id text not null references webhook_endpoint on delete cascade,
          lane_id bigint not null references webhook_lane on delete cascade,
          position bigint not null,
          sequence bigint,
          notification_id text not null,
          type text not null,
          subject text,
          body bytea not null,
          content_type text not null,
          state text not null check (state in ('waiting', 'leased', 'delivered', 'dead', 'skipped', 'cancelled')),
          redelivery boolean not null default false,
          -- Requests begun in all, those of earlier series, and failures of this series.
          attempts integer not null default 0,
          attempts_before integer not null default 0,
          failures integer not null default 0,
          series_from timestamptz not null,
          next_attempt_at timestamptz check ((next_attempt_at is not null) = (state in ('waiting', 'leased'))),
          leased_by uuid check ((leased_by is not null) = (state = 'leased')),
          last_status smallint,
          last_error text,
          created_at timestamptz not null,
          finished_at timestamptz check ((finished_at is null) = (state in ('waiting', 'leased'))),
          unique (notification_id, endpoint_id)
        );
        create index webhook_delivery_queue on webhook_delivery (lane_id, position) where state in ('waiting', 'leased');
        create index webhook_delivery_leased on webhook_delivery (leased_by) where state = 'leased';
        create index webhook_delivery_dead on webhook_delivery (endpoint_id, number) where state = 'dead';
        create index webhook_delivery_number on webhook_delivery (number);
        create index webhook_delivery_endpoint on webhook_delivery (endpoint_id, number);
        create index webhook_delivery_type on webhook_delivery (endpoint_id, type, number);
        create index webhook_delivery_subject on webhook_delivery (endpoint_id, subject, number) where subject is not null;
        create index webhook_delivery_created on webhook_delivery using brin (created_at);

        create table webhook_attempt (
          delivery_id uuid not null references webhook_delivery on delete cascade,
          number integer not null,
          started_at timestamptz not null,
          duration_ms integer not null,
          address text,
          status smallint,
          error_code text,
          error text,
          request_headers jsonb not null,
          response_headers jsonb not null,
          response_body text not null,
          primary key (delivery_id, number)
        );
        create index webhook_attempt_started on webhook_attempt using brin (started_at);

        -- A process that sends, and until when it counts as alive.
        create table webhook_dispatcher (
          id uuid primary key,
          alive_until timestamptz not null
        );
      `),
  };
}
