import type { Migration } from '@switchyard/db';

/** Bookings, each worth one unit once it has a slot, and what happened to them. */
export const appointments: Migration = {
  name: '0004-appointments',
  up: (schema) =>
    schema.raw(`
      create sequence booking_number;

      create table appointment (
        id text primary key check (id ~ '^BKG-[0-9]{10,}$'),
        state text not null check (state in ('Reserved', 'Confirmed', 'Cancelled', 'Expired')),
        schedule_id text not null,
        -- whose schedule it is, and which work requestor it belongs to: who may see it
        work_supplier_id text not null,
        requestor_id text references party,
        timeslot_id text references timeslot,
        -- whether a unit of the slot is its own; a change of it goes with one of timeslot.held_units
        holds_unit boolean not null,
        work_type text not null,
        area_type text not null,
        location_id text not null,
        location_id_type text not null check (location_id_type in ('TLC', 'CONNECTIONPOINT')),
        campaign_id text references campaign,
        product_id text,
        external_reference text,
        -- the attributes of the confirmation, and its canonical digest, by which a repetition is known
        confirmation jsonb,
        confirmation_digest bytea check (length(confirmation_digest) = 32),
        -- of the last rescheduling
        rescheduling_digest bytea check (length(rescheduling_digest) = 32),
        overridden boolean not null default false,
        released_units integer not null default 0,
        reserved_by_party_id text not null references party,
        task_id text references task,
        activity_id text references activity,
        expires_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        foreign key (schedule_id, work_supplier_id) references schedule (id, work_supplier_id),
        check (not holds_unit or timeslot_id is not null),
        check (not holds_unit or state in ('Reserved', 'Confirmed')),
        check (state <> 'Confirmed' or (holds_unit and timeslot_id is not null)),
        check (expires_at is null or state in ('Reserved', 'Expired', 'Cancelled')),
        check ((task_id is null) = (activity_id is null))
      );
      alter sequence booking_number owned by appointment.id;
      create unique index appointment_activity on appointment (activity_id)
        where activity_id is not null and state in ('Reserved', 'Confirmed');
      create index appointment_expiry on appointment (expires_at) where state = 'Reserved' and expires_at is not null;
      create index appointment_schedule on appointment (schedule_id, created_at desc, id desc);
      create index appointment_supplier on appointment (work_supplier_id, created_at desc, id desc);
      create index appointment_supplier_state on appointment (work_supplier_id, state, created_at desc, id desc);
      create index appointment_requestor on appointment (requestor_id, created_at desc, id desc)
        where requestor_id is not null;
      create index appointment_requestor_state on appointment (requestor_id, state, created_at desc, id desc)
        where requestor_id is not null;
      create index appointment_task on appointment (task_id, created_at desc, id desc) where task_id is not null;
      create index appointment_timeslot on appointment (timeslot_id) where timeslot_id is not null;
      create index appointment_created on appointment (created_at desc, id desc);
      create index appointment_state on appointment (state, created_at desc, id desc);

      create table appointment_history (
        appointment_id text not null references appointment,
        sequence integer not null check (sequence >= 1),
        at timestamptz not null,
        action text not null check (action in ('reserve', 'confirm', 'reschedule', 'cancel', 'expire', 'link', 'unlink')),
        -- WRM for what the service does by itself
        party_id text not null,
        state text not null,
        timeslot_id text,
        released_units integer,
        primary key (appointment_id, sequence)
      );
    `),
};
