import type { Migration } from '@switchyard/db';

/** People, their moves, and everything that happens to a move. */
export const moves: Migration = {
  name: '0003-moves',
  up: (schema) =>
    schema.raw(`
      create extension if not exists pg_trgm with schema public;

      create table people (
        id uuid primary key,
        first_names text not null,
        last_name text not null,
        date_of_birth date,
        gender_id uuid references genders,
        gender_additional_information text,
        ethnicity_id uuid references ethnicities,
        prison_number text,
        criminal_records_office text,
        police_national_computer text,
        pnc_canonical text,
        latest_nomis_booking_id integer,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index people_prison_number on people (upper(prison_number));
      create index people_cro on people (upper(criminal_records_office));
      create index people_pnc on people (upper(police_national_computer));
      create index people_pnc_canonical on people (pnc_canonical);
      create index people_name on people (last_name, first_names, id);
      create index people_date_of_birth on people (date_of_birth);
      create index people_created on people (created_at, id);
      -- for searches by a part of a number or of a name
      create index people_pnc_parts on people using gin (upper(police_national_computer) gin_trgm_ops);
      create index people_name_parts on people using gin (lower(last_name) gin_trgm_ops);

      create table profiles (
        id uuid primary key,
        person_id uuid not null references people,
        assessment_answers jsonb not null default '[]',
        requires_youth_risk_assessment boolean,
        csra text,
        category_id uuid references categories,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index profiles_person on profiles (person_id, created_at);

      create table allocations (
        id uuid primary key,
        from_location_id uuid not null references locations,
        to_location_id uuid not null references locations,
        date date not null,
        moves_count integer not null check (moves_count >= 0),
        estate text,
        estate_comment text,
        prisoner_category text,
        sentence_length text,
        sentence_length_comment text,
        complex_cases jsonb not null default '[]',
        complete_in_full boolean not null default false,
        requested_by text,
        other_criteria text,
        status text not null default 'unfilled' check (status in ('unfilled', 'filled', 'cancelled')),
        cancellation_reason text,
        cancellation_reason_comment text,
        date_changed_reason text,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index allocations_date on allocations (date, id);
      create index allocations_from on allocations (from_location_id, date);
      create index allocations_to on allocations (to_location_id, date);
      create index allocations_moves_count on allocations (moves_count, id);

      create table moves (
        id uuid primary key,
        reference text not null unique check (reference ~ '^[ACEFHJKMNPRTUVWXY]{3}[1-9]{4}[ACEFHJKMNPRTUVWXY]$'),
        status text not null
          check (status in ('proposed', 'requested', 'booked', 'in_transit', 'completed', 'cancelled')),
        move_type text not null,
        date date,
        date_from date,
        date_to date,
        time_due timestamptz,
        additional_information text,
        cancellation_reason text,
        cancellation_reason_comment text,
        rejection_reason text,
        move_agreed boolean,
        move_agreed_by text,
        is_lockout boolean not null default false,
        recall_date date,
        section_forty_six boolean,
        date_changed_reason text,
        reason_comment text,
        from_location_id uuid not null references locations,
        to_location_id uuid references locations,
        profile_id uuid references profiles,
        person_id uuid references people,
        supplier_id uuid not null references suppliers,
        prison_transfer_reason_id uuid references prison_transfer_reasons,
        allocation_id uuid references allocations,
        original_move_id uuid references moves,
        nomis_event_id integer,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        -- kept by triggers: who may see it, and whether the date filters must look further than its own date
        visible_to uuid[] not null default '{}',
        has_lodgings boolean not null default false,
        has_multi_date_journeys boolean not null default false,
        check (status = 'cancelled' or cancellation_reason is null)
      );
      -- one live move of a person between the same places on one day
      create unique index moves_taken on moves (person_id, from_location_id, to_location_id, date) nulls not distinct
        where person_id is not null and status not in ('proposed', 'cancelled');
      -- a rejected move is rebooked once
      create unique index moves_rebooked_once on moves (original_move_id) where original_move_id is not null;
      create index moves_date on moves (date desc, id);
      create index moves_date_from on moves (date_from, id);
      -- most moves have no date_from: read backwards, the index above would leave all of them to be sorted
      create index moves_date_from_latest on moves (date_from desc, id);
      create index moves_created on moves (created_at, id);
      create index moves_status on moves (status, date desc, id);
      create index moves_supplier on moves (supplier_id, date desc, id);
      create index moves_origins on moves (supplier_id, from_location_id);
      create index moves_type on moves (move_type, date desc, id);
      -- what else such a list asks of a move is included, so that it is counted from the index alone
      create index moves_from on moves (from_location_id, date desc, id)
        include (has_lodgings, has_multi_date_journeys, visible_to);
      create index moves_to on moves (to_location_id, date desc, id)
        include (has_lodgings, has_multi_date_journeys, visible_to);
      create index moves_transfer_reason on moves (prison_transfer_reason_id, id);
      create index moves_profile on moves (profile_id);
      create index moves_person on moves (person_id);
      create index moves_allocation on moves (allocation_id) where allocation_id is not null;
      create index moves_cancellation on moves (cancellation_reason, date desc, id) where cancellation_reason is not null;
      create index moves_wandering on moves (date desc, id)
        include (has_lodgings, has_multi_date_journeys, visible_to, from_location_id, to_location_id)
        where has_lodgings or has_multi_date_journeys;

      create table journeys (
        id uuid primary key,
        move_id uuid not null references moves,
        supplier_id uuid not null references suppliers,
        from_location_id uuid not null references locations,
        to_location_id uuid not null references locations,
        state text not null check (state in ('proposed', 'rejected', 'in_progress', 'completed', 'cancelled')),
        billable boolean not null,
        vehicle jsonb,
        date date,
        client_timestamp timestamptz not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        check (from_location_id <> to_location_id)
      );
      create unique index journeys_live_leg on journeys (move_id, from_location_id, to_location_id) include (date)
        where state not in ('cancelled', 'rejected');
      create index journeys_move on journeys (move_id, client_timestamp, id);
      create index journeys_date on journeys (date, move_id) where state not in ('cancelled', 'rejected');

      create table lodgings (
        id uuid primary key,
        move_id uuid not null references moves,
        location_id uuid not null references locations,
        start_date text not null,
        end_date text not null,
        status text not null check (status in ('proposed', 'started', 'completed', 'cancelled')),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (end_date > start_date)
      );
      create unique index lodgings_taken on lodgings (move_id, start_date, end_date) where status <> 'cancelled';
      create index lodgings_move on lodgings (move_id, start_date, id);
      create index lodgings_location on lodgings (location_id, start_date);
      create index lodgings_end on lodgings (location_id, end_date);

      create table court_hearings (
        id uuid primary key,
        move_id uuid references moves,
        start_time timestamptz not null,
        case_start_date date,
        case_number text,
        nomis_case_id integer,
        nomis_hearing_id integer,
        case_type text,
        comments text check (length(comments) <= 240),
        saved_to_nomis boolean not null default false,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index court_hearings_move on court_hearings (move_id, start_time, id);

      create table generic_events (
        id uuid primary key,
        eventable_type text not null
          check (eventable_type in ('moves', 'journeys', 'people', 'person_escort_records', 'lodgings')),
        eventable_id uuid not null,
        event_type text not null,
        classification text not null,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null,
        notes text,
        created_by text,
        supplier_id uuid references suppliers,
        details jsonb not null,
        -- name -> {type, id}, as rendered
        relationships jsonb not null default '{}',
        created_at timestamptz not null
      );
      create index generic_events_eventable on generic_events (eventable_id, occurred_at, created_at, id);
    `),
};
