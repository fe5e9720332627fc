import type { Migration } from '@switchyard/db';

/** Tasks, their activities, what was posted to them and what that changed. */
export const tasks: Migration = {
  name: '0003-tasks',
  up: (schema) =>
    schema.raw(`
      create sequence task_number;

      create table task (
        id text primary key check (id ~ '^WRM-[0-9]{10,}$'),
        requestor_id text not null references party,
        supplier_id text not null references party,
        external_reference text not null,
        task_type text not null check (task_type in ('Fulfil', 'Assure')),
        work_type text not null,
        product_instance_id text,
        status text not null check (status in ('Allocation', 'InProgress', 'Closed')),
        substate text,
        -- the whole task as the wire has it, its activities apart
        details jsonb not null,
        version integer not null check (version >= 1),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        closed_at timestamptz,
        check ((status = 'Closed') = (closed_at is not null)),
        check (case status
          when 'Allocation' then substate in ('Sent', 'Rejected')
          when 'InProgress' then substate is null or substate in ('OnHold', 'CancelRequested')
          else substate in ('Completed', 'Incomplete', 'Cancelled') end)
      );
      alter sequence task_number owned by task.id;
      -- one open task for the same work, and one for the same reference of a requestor
      create unique index task_twin on task (task_type, work_type, product_instance_id)
        where status <> 'Closed' and product_instance_id is not null;
      create unique index task_reference on task (requestor_id, external_reference) where status <> 'Closed';
      create index task_requestor_created on task (requestor_id, created_at, id);
      create index task_requestor_updated on task (requestor_id, updated_at desc, id desc);
      create index task_requestor_status on task (requestor_id, status, created_at, id);
      create index task_requestor_substate on task (requestor_id, substate, created_at, id) where substate is not null;
      create index task_requestor_work on task (requestor_id, work_type, created_at, id);
      create index task_supplier_created on task (supplier_id, created_at, id);
      create index task_supplier_updated on task (supplier_id, updated_at desc, id desc);
      create index task_supplier_status on task (supplier_id, status, created_at, id);
      create index task_supplier_substate on task (supplier_id, substate, created_at, id) where substate is not null;
      create index task_supplier_work on task (supplier_id, work_type, created_at, id);
      create index task_created on task (created_at, id);
      create index task_updated on task (updated_at desc, id desc);
      create index task_external_reference on task (external_reference, id);
      create index task_product_instance on task (product_instance_id, id) where product_instance_id is not null;

      create table activity (
        id text primary key,
        task_id text not null references task,
        number integer not null check (number >= 1),
        external_reference text not null,
        category text not null check (category in ('Open', 'Active', 'Closed')),
        state text not null,
        booking_id text,
        -- the whole activity as the wire has it
        details jsonb not null,
        unique (task_id, number),
        unique (task_id, external_reference),
        check (case category
          when 'Open' then state in ('Open', 'Accepted', 'Scheduled', 'Assigned', 'EnRoute', 'Delayed')
          when 'Active' then state in ('OnSite', 'InProgress', 'Paused', 'PracticalCompletion', 'InReview')
          else state in ('Completed', 'Incomplete', 'Cancelled') end)
      );
      create index activity_state on activity (category, state, task_id);

      -- events that were accepted, and notifications that were issued; one row for each party that is told
      create table notification (
        sequence bigint generated always as identity primary key,
        id uuid not null,
        direction text not null check (direction in ('inbound', 'outbound')),
        -- who posted it, or whom it is for
        party_id text not null references party,
        type text not null,
        linked_id text,
        subscriber_id text,
        task_id text references task,
        -- place among the notifications of the task to this party, outbound only
        task_sequence integer,
        at timestamptz not null,
        -- both as they were written, for they are told again as they are
        body json not null,
        -- of an inbound event: the digest of its canonical body, and what was answered
        fingerprint bytea check (length(fingerprint) = 32),
        result json,
        check ((direction = 'inbound') = (fingerprint is not null)),
        check ((direction = 'inbound') = (result is not null)),
        unique (task_id, party_id, task_sequence)
      );
      create unique index notification_inbound on notification (party_id, id) where direction = 'inbound';
      create unique index notification_outbound on notification (id) where direction = 'outbound';
      create index notification_party on notification (party_id, sequence);
      create index notification_party_direction on notification (party_id, direction, sequence);
      create index notification_party_type on notification (party_id, type, sequence);
      create index notification_party_at on notification (party_id, at);
      create index notification_type on notification (type, sequence);
      create index notification_task on notification (task_id, sequence);
      create index notification_linked on notification (linked_id, sequence) where linked_id is not null;
      create index notification_at on notification using brin (at);

      create table task_history (
        task_id text not null references task,
        sequence integer not null check (sequence >= 1),
        notification_id uuid not null,
        notification_type text not null,
        -- WRM for what the service does by itself
        party_id text not null,
        at timestamptz not null,
        changes jsonb not null,
        primary key (task_id, sequence)
      );
    `),
};
