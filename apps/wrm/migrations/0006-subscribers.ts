import type { Migration } from '@switchyard/db';

/** Subscriptions, whose endpoint the delivery engine keeps under the same id, and what the sandbox plays. */
export const subscribers: Migration = {
  name: '0006-subscribers',
  up: (schema) =>
    schema.raw(`
      create sequence subscriber_number minvalue 100 start 100;

      create table subscriber (
        id text primary key,
        party_id text not null references party,
        status text not null
          check (status in ('PendingVerification', 'Verified', 'VerificationFailed', 'Suspended', 'Deleted')),
        webhook_url text not null check (length(webhook_url) <= 2048),
        -- one spelling for the same webhook
        normalised_url text not null,
        pending_url text check (length(pending_url) <= 2048),
        notification_types text[] not null default '{}',
        description text,
        secret_version integer not null default 1 check (secret_version >= 1),
        challenge_attempts smallint not null default 0,
        challenge_due_at timestamptz,
        challenge_last_at timestamptz,
        challenge_last_error text,
        -- starts by hand in the hour that began then
        manual_starts smallint not null default 0,
        manual_starts_since timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      alter sequence subscriber_number owned by subscriber.id;
      create unique index subscriber_url on subscriber (party_id, normalised_url) where status <> 'Deleted';
      create index subscriber_party on subscriber (party_id, created_at, id);
      create index subscriber_created on subscriber (created_at, id);
      create index subscriber_challenge on subscriber (challenge_due_at) where challenge_due_at is not null;

      create table fault_injection (
        subscriber_id text primary key references subscriber on delete cascade,
        faults jsonb not null
      );

      create table simulation (
        party_id text primary key references party,
        scenario text not null,
        step_seconds integer not null check (step_seconds >= 0)
      );

      -- the next step that a simulated supplier takes at a task
      create table simulation_step (
        task_id text primary key references task,
        party_id text not null references simulation on delete cascade,
        step smallint not null check (step >= 0),
        due_at timestamptz not null
      );
      create index simulation_step_due on simulation_step (due_at);
      create index simulation_step_party on simulation_step (party_id);
    `),
};
