import type { Migration } from '@switchyard/db';

/**
 * Works, their permits and alterations. A reference is its row's key: it is unique in the whole system and never
 * changes. Who may see a row, and where it lies, stands on the row itself, so that every list has one index to walk.
 */
export const works: Migration = {
  name: '0002-works',
  up: (schema) =>
    schema.raw(`
      create table work (
        reference text primary key check (reference = upper(reference) and length(reference) <= 24),
        status text not null check (status in
          ('planned', 'in_progress', 'completed', 'cancelled', 'unattributable', 'historical', 'non_notifiable',
           'section_81')),
        promoter text not null references organisation,
        highway_authority text not null references organisation,
        workstream text not null,
        usrn integer not null,
        street_name text not null,
        town text,
        area_name text,
        road_category integer not null check (road_category between 0 and 10),
        coordinates jsonb not null,
        location_description text not null,
        description_of_work text,
        start_date timestamptz,
        start_time timestamptz,
        end_date timestamptz,
        end_time timestamptz,
        inspection_units integer check (inspection_units between 0 and 999),
        active_permit text,
        created_at timestamptz not null,
        -- The last number given to each kind of thing on the work.
        permit_count integer not null default 0,
        inspection_count integer not null default 0,
        fpn_count integer not null default 0,
        site_count integer not null default 0 check (site_count <= 999),
        comment_count integer not null default 0,
        section_74_count integer not null default 0,
        forward_plan_count integer not null default 0,
        foreign key (promoter, workstream) references workstream
      );
      create index work_of_promoter on work (promoter, created_at);
      create index work_of_authority on work (highway_authority, created_at);
      -- What sample inspections are drawn from.
      create index work_sampled_a on work (highway_authority, promoter, end_date) where status = 'in_progress';

      create table permit (
        reference text primary key check (length(reference) <= 30),
        work_reference text not null references work,
        number integer not null,
        is_active boolean not null,
        status text not null check (status in
          ('submitted', 'granted', 'permit_modification_request', 'refused', 'closed', 'cancelled', 'revoked',
           'progressed')),
        status_before_stop text,
        assessment_status text check (assessment_status in
          ('granted', 'granted_auto', 'refused', 'refused_auto', 'permit_modification_request', 'revoked')),
        work_category text not null check (work_category in
          ('minor', 'standard', 'major', 'immediate_urgent', 'immediate_emergency', 'paa', 'hs2_highway')),
        work_type text not null check (work_type in ('planned', 'immediate', 'hs2_highway_works')),
        -- What the promoter applied for, as it now stands.
        content jsonb not null,
        asds jsonb not null default '[]',
        not_selected_asds jsonb not null default '[]',
        traffic_management_type text not null,
        proposed_start_date timestamptz not null,
        proposed_start_time timestamptz,
        proposed_end_date timestamptz not null,
        proposed_end_time timestamptz,
        reasonable_period_end_date timestamptz not null,
        validity_period_end_date timestamptz not null,
        calendar_day_duration integer not null,
        working_day_duration integer not null,
        sliding_end_date_candidate boolean not null,
        -- The dates as they were before a late start moved them.
        before_slide jsonb,
        actual_start_date timestamptz,
        actual_stop_date timestamptz,
        check (actual_stop_date is null or actual_start_date is not null),
        -- By the day: either may be a plain date.
        check ((actual_stop_date at time zone 'Europe/London')::date >= (actual_start_date at time zone 'Europe/London')::date),
        deadline_date timestamptz not null,
        date_created timestamptz not null,
        date_modified timestamptz not null,
        status_changed_date timestamptz not null,
        assessment_discount integer check (assessment_discount between 0 and 100),
        assessment_discount_reason text,
        assessment_comments text,
        reasons_for_refusal text[],
        pending_change_details text,
        revoke_reason text,
        is_deemed boolean not null default false,
        is_early_start boolean not null,
        is_duration_challenged boolean not null default false,
        ever_modification_requested boolean not null default false,
        is_traffic_sensitive boolean not null,
        is_high_impact boolean not null,
        is_lane_rental boolean not null,
        excavation_carried_out boolean not null,
        final_reinstatement boolean not null default false,
        lane_rental_outcome text,
        lane_rental jsonb,
        hs2_in_act_limits boolean,
        hs2_is_consultation boolean,
        hs2_is_consent boolean,
        hs2_acknowledged_at timestamptz,
        is_covid_19_response boolean not null default false,
        hs2_additional_usrns integer[],
        -- The advance authorisation that this permit came out of.
        progressed_from text unique references permit,
        section_81_reference text unique,
        alteration_count integer not null default 0,
        -- From the work, for the lists.
        work_status text not null,
        promoter text not null,
        highway_authority text not null,
        workstream text not null,
        usrn integer not null,
        road_category integer not null,
        search text not null,
        effective_start timestamptz not null generated always as (coalesce(actual_start_date, proposed_start_date)) stored,
        effective_end timestamptz not null generated always as (coalesce(actual_stop_date, proposed_end_date)) stored,
        -- The authority charges for lanes, and the promoter has not agreed.
        charges_not_agreed boolean not null generated always as (coalesce(
          lane_rental_outcome = 'chargeable' and not coalesce((lane_rental->>'charges_agreed')::boolean, false), false)) stored,
        -- The street has such charges, or the assessment does not rule them out.
        charges_potentially_apply boolean not null generated always as (
          is_lane_rental or coalesce(lane_rental_outcome in ('chargeable', 'potentially_chargeable'), false)) stored,
        unique (work_reference, number)
      );
      create unique index permit_active on permit (work_reference) where is_active;
      create index permit_due on permit (deadline_date) where status = 'submitted';
      create index permit_of_authority_by_status on permit (highway_authority, status, date_created, reference);
      create index permit_of_promoter_by_status on permit (promoter, status, date_created, reference);

      create table alteration (
        reference text primary key,
        permit_reference text not null references permit,
        work_reference text not null references work,
        number integer not null,
        type text not null check (type in
          ('PROMOTER_IMPOSED_CHANGE', 'PROMOTER_CHANGE_REQUEST', 'HA_CHANGE_REQUEST', 'HA_IMPOSED_CHANGE',
           'WORK_EXTENSION', 'DURATION_CHALLENGE', 'MODIFIED_PERMIT')),
        status text not null check (status in
          ('submitted', 'granted', 'granted_with_duration_challenge', 'refused', 'deemed', 'cancelled', 'revoked',
           'auto_applied')),
        -- Awaits the authority's answer, and deems without one.
        is_pending boolean not null,
        reason text not null,
        -- The whole permit as it was shown before, and with the changes.
        original jsonb not null,
        proposed jsonb not null,
        -- What the promoter sent, to be applied to the permit.
        content jsonb not null,
        work_category text not null,
        proposed_start_date timestamptz not null,
        proposed_start_time timestamptz,
        proposed_end_date timestamptz not null,
        proposed_end_time timestamptz,
        deadline_date timestamptz not null,
        assessment_discount integer check (assessment_discount between 0 and 100),
        assessment_comments text,
        reasonable_period_end_date timestamptz,
        date_created timestamptz not null,
        status_changed_date timestamptz not null,
        is_traffic_sensitive boolean not null,
        is_high_impact boolean not null,
        is_early_start boolean not null,
        work_status text not null,
        promoter text not null,
        highway_authority text not null,
        workstream text not null,
        usrn integer not null,
        search text not null,
        unique (permit_reference, number)
      );
      create unique index alteration_pending on alteration (permit_reference) where is_pending;
      create index alteration_due on alteration (deadline_date) where is_pending;

      create table forward_plan (
        reference text primary key,
        work_reference text not null references work,
        number integer not null,
        status text not null check (status in ('raised', 'cancelled', 'progressed')),
        start_date timestamptz not null,
        end_date timestamptz not null,
        -- By the day, as with permits.
        check ((end_date at time zone 'Europe/London')::date >= (start_date at time zone 'Europe/London')::date),
        content jsonb not null,
        asds jsonb not null default '[]',
        cancelled_reason text,
        date_created timestamptz not null,
        promoter text not null,
        highway_authority text not null,
        workstream text not null,
        usrn integer not null,
        search text not null,
        unique (work_reference, number)
      );
      create unique index forward_plan_live on forward_plan (work_reference) where status = 'raised';
      create index forward_plan_of_authority on forward_plan (highway_authority, date_created, reference);
      create index forward_plan_of_promoter on forward_plan (promoter, date_created, reference);

      create sequence update_id as bigint;
      create table history (
        update_id bigint primary key default nextval('update_id'),
        -- Null for what happens to no work, such as an activity.
        work_reference text references work,
        at timestamptz not null,
        event text not null,
        topic text,
        details text not null,
        username text not null,
        object_reference text,
        internal_user_identifier text,
        internal_user_name text,
        -- Set when only this organisation may see it.
        only_for text,
        promoter text,
        highway_authority text,
        workstream text
      );
      alter sequence update_id owned by history.update_id;
      create index history_of_work on history (work_reference, update_id);
      create index history_of_authority on history (highway_authority, update_id) where work_reference is not null;
      create index history_of_promoter on history (promoter, update_id) where work_reference is not null;
      create index history_of_authority_by_time on history (highway_authority, at) where work_reference is not null;
      create index history_of_promoter_by_time on history (promoter, at) where work_reference is not null;
    `),
};
