import type { Migration } from '@switchyard/db';

/** What the operator configures: types of activity, who does which work, and the capacity of each supplier. */
export const capacity: Migration = {
  name: '0002-capacity',
  up: (schema) =>
    schema.raw(`
      create table activity_type (
        name text primary key,
        work_supplier_allowed_to_cancel boolean not null
      );

      create table campaign (
        id text primary key,
        name text not null,
        work_types text[] not null,
        work_supplier_id text not null references party,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        active boolean not null,
        created_at timestamptz not null,
        check (ends_at >= starts_at)
      );
      create index campaign_supplier on campaign (work_supplier_id);

      create table schedule (
        id text primary key,
        work_supplier_id text not null references party,
        external_schedule_reference text not null,
        work_types text[] not null check (cardinality(work_types) > 0),
        area_type text not null check (area_type in ('Urban', 'Rural')),
        schedule_type text not null check (schedule_type in ('APPOINTMENT', 'BETWEEN', 'BY')),
        campaign_id text references campaign,
        work_division text,
        area_site text,
        class_of_work text,
        equipment_type text,
        -- the places that it serves, {locationId, locationIdType}; none named means all of its area
        locations jsonb not null default '[]',
        created_at timestamptz not null,
        unique (id, work_supplier_id)
      );
      create index schedule_supplier on schedule (work_supplier_id, id);
      create index schedule_campaign on schedule (campaign_id) where campaign_id is not null;
      create index schedule_work_types on schedule using gin (work_types);

      create sequence timeslot_number minvalue 1001 start 1001;

      create table timeslot (
        id text primary key default 'TS-' || nextval('timeslot_number'),
        schedule_id text not null references schedule,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        timeslot_type text not null check (timeslot_type in ('DELIVERY', 'APPOINTMENT', 'APPOINTMENT TIME SLOT')),
        day_of_week text not null check (day_of_week in ('Business days', 'Extended hours')),
        total_units integer not null check (total_units >= 0),
        adjustment_units integer not null default 0,
        -- units of live reservations and confirmed bookings
        held_units integer not null default 0 check (held_units >= 0),
        available_units integer not null generated always as (total_units + adjustment_units - held_units) stored,
        check (ends_at > starts_at),
        unique (schedule_id, starts_at, ends_at)
      );
      alter sequence timeslot_number owned by timeslot.id;
      create index timeslot_overbooked on timeslot (starts_at, id) where available_units < 0;

      create table allocation_rule (
        position integer primary key,
        work_type text not null,
        area_type text,
        work_division text,
        area_site text,
        class_of_work text,
        supplier_id text not null references party
      );
      create index allocation_rule_supplier on allocation_rule (supplier_id);
    `),
};
