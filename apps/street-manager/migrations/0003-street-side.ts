import type { Migration } from '@switchyard/db';

/** What happens at the street and after: sites, inspections, notices and charges; comments and files. */
export const streetSide: Migration = {
  name: '0003-street-side',
  up: (schema) =>
    schema.raw(`
      create table site (
        work_reference text not null references work,
        number integer not null check (number between 1 and 999),
        reinstatement_type text not null check (reinstatement_type in
          ('excavation', 'bar_holes', 'core_holes', 'pole_testing')),
        primary key (work_reference, number)
      );

      create table reinstatement (
        id bigint generated always as identity primary key,
        work_reference text not null,
        site_number integer not null,
        -- Null on a non-notifiable work without a permit.
        permit_reference text references permit,
        permit_number integer,
        type text not null,
        status text not null check (status in ('interim', 'permanent')),
        is_latest boolean not null,
        reinstatement_date timestamptz not null,
        end_date timestamptz not null,
        depth numeric(4, 2),
        width numeric(4, 2),
        length numeric(6, 2),
        number_of_holes integer check (number_of_holes between 0 and 100),
        coordinates jsonb not null,
        secondary_coordinates jsonb,
        location_description text not null,
        location_types text[] not null,
        evidence boolean not null,
        date_created timestamptz not null,
        date_modified timestamptz not null,
        promoter text not null,
        highway_authority text not null,
        workstream text not null,
        usrn integer not null,
        search text not null,
        foreign key (work_reference, site_number) references site
      );
      create unique index reinstatement_latest on reinstatement (work_reference, site_number) where is_latest;
      create index reinstatement_of_site on reinstatement (work_reference, site_number, id);
      create index reinstatement_of_permit on reinstatement (permit_reference);
      -- What sample inspections are drawn from.
      create index reinstatement_sampled_b on reinstatement (highway_authority, promoter, reinstatement_date)
        where is_latest and type = 'excavation';
      create index reinstatement_sampled_c on reinstatement (highway_authority, promoter, end_date)
        where is_latest and type = 'excavation' and status = 'permanent';

      create table inspection (
        reference text primary key,
        work_reference text not null references work,
        number integer not null,
        type text not null,
        category text,
        outcome text not null,
        status text not null check (status in ('recorded', 'withdrawn')),
        start_date timestamptz not null,
        content jsonb not null,
        made_safe_by_ha boolean,
        withdrawal_reason text,
        withdrawal_details text,
        -- The sample inspection target that it counts towards.
        target_reference text,
        date_created timestamptz not null,
        date_modified timestamptz not null,
        promoter text not null,
        highway_authority text not null,
        workstream text not null,
        usrn integer not null,
        search text not null,
        unique (work_reference, number)
      );
      create index inspection_of_authority on inspection (highway_authority, start_date, reference);
      create index inspection_of_promoter on inspection (promoter, start_date, reference);

      -- At most one for each work.
      create table scheduled_inspection (
        work_reference text primary key references work,
        type text not null,
        category text,
        date timestamptz not null,
        date_time timestamptz,
        date_created timestamptz not null,
        promoter text not null,
        highway_authority text not null,
        workstream text not null,
        usrn integer not null,
        search text not null
      );
      create index scheduled_inspection_of_authority on scheduled_inspection (highway_authority, date, work_reference);
      create index scheduled_inspection_of_promoter on scheduled_inspection (promoter, date, work_reference);

      create table fixed_penalty_notice (
        reference text primary key,
        work_reference text not null references work,
        number integer not null,
        permit_reference text references permit,
        status text not null check (status in ('issued', 'accepted', 'paid', 'paid_discounted', 'disputed', 'withdrawn')),
        offence_code text not null,
        issue_date timestamptz not null,
        status_changed_date timestamptz not null,
        content jsonb not null,
        promoter text not null,
        highway_authority text not null,
        workstream text not null,
        usrn integer not null,
        search text not null,
        unique (work_reference, number)
      );
      create index fpn_of_authority on fixed_penalty_notice (highway_authority, issue_date, reference);
      create index fpn_of_promoter on fixed_penalty_notice (promoter, issue_date, reference);

      create table section_81 (
        reference text primary key,
        work_reference text not null unique references work,
        status text not null check (status in
          ('issued', 'acknowledged', 'accepted', 'accepted_fixed', 'rejected', 'resolved_by_ha', 'cancelled')),
        severity text not null,
        content jsonb not null,
        work_type text,
        promoter_status text,
        promoter_status_changed_date timestamptz,
        promoter_response text,
        status_changed_date timestamptz not null,
        date_created timestamptz not null,
        made_safe_by_ha boolean not null,
        promoter text not null,
        highway_authority text not null,
        workstream text not null,
        usrn integer not null,
        search text not null
      );
      create index section_81_of_authority on section_81 (highway_authority, status_changed_date, reference);
      create index section_81_of_promoter on section_81 (promoter, status_changed_date, reference);
      alter table permit add foreign key (section_81_reference) references section_81;

      create table section_74 (
        reference text primary key,
        work_reference text not null references work,
        number integer not null,
        permit_reference text not null references permit,
        ha_status text not null check (ha_status in
          ('warning_issued', 'charges_ended', 'warning_disputed', 'withdrawn', 'draft_invoice_issued', 'resolved')),
        content jsonb not null,
        responses jsonb not null default '{}',
        date_created timestamptz not null,
        unique (work_reference, number)
      );

      create table activity (
        reference text primary key,
        highway_authority text not null references organisation,
        usrn integer not null,
        content jsonb not null,
        start_date timestamptz not null,
        end_date timestamptz not null,
        cancelled boolean not null default false,
        cancelled_reason text,
        date_created timestamptz not null
      );
      create index activity_of_authority on activity (highway_authority, start_date, reference);

      create table comment (
        reference text primary key,
        work_reference text not null references work,
        number integer not null,
        topic text not null,
        detail text not null,
        author_email text not null,
        author_organisation text not null,
        -- The organisation on whose side it was written: a contractor writes on its promoter's.
        side text not null,
        is_internal boolean not null,
        date_created timestamptz not null,
        read_on timestamptz,
        read_by text,
        promoter text not null,
        highway_authority text not null,
        workstream text not null,
        usrn integer not null,
        unique (work_reference, number)
      );
      create index comment_of_authority on comment (highway_authority, date_created, reference);
      create index comment_of_promoter on comment (promoter, date_created, reference);

      create table file (
        id bigint generated always as identity primary key,
        -- The name of its bytes in the store; never anything that a client sent.
        stored_as uuid not null unique,
        name text not null,
        type text not null,
        size integer not null,
        digest bytea not null,
        organisation_reference text not null references organisation,
        uploaded_by text not null,
        created_at timestamptz not null,
        -- The one record that it belongs to, once it does: permit, reinstatement, inspection …
        linked_kind text,
        linked_reference text,
        work_reference text references work,
        check ((linked_kind is null) = (linked_reference is null))
      );
      create index file_of_work on file (work_reference, id) where work_reference is not null;
      create index file_of_record on file (linked_kind, linked_reference, id) where linked_kind is not null;

      create table geographical_area (
        reference bigint generated always as identity primary key,
        organisation_reference text not null references organisation,
        name text not null,
        file_id bigint not null,
        usrns integer[] not null,
        date_modified timestamptz not null
      );
      create index geographical_area_of_organisation on geographical_area (organisation_reference, reference);

      create table sample_target (
        reference text primary key,
        highway_authority text not null references organisation,
        promoter text not null references organisation,
        is_active boolean not null,
        agreed integer[] not null check (cardinality(agreed) = 3),
        cap integer[] not null check (cardinality(cap) = 3),
        actual integer[] not null default '{0,0,0}' check (cardinality(actual) = 3 and 0 <= all (actual)),
        date_created timestamptz not null
      );
      create unique index sample_target_active on sample_target (highway_authority, promoter) where is_active;
      alter table inspection add foreign key (target_reference) references sample_target;

      -- Works still to be drawn for a category of a target, as they were asked for.
      create table sample_draw (
        id bigint generated always as identity primary key,
        target_reference text not null references sample_target,
        category text not null check (category in ('a', 'b', 'c')),
        requested_at timestamptz not null
      );
      create index sample_draw_due on sample_draw (requested_at, id);

      create table sample_inspection (
        reference text primary key,
        work_reference text not null references work,
        category text not null check (category in ('a', 'b', 'c')),
        status text not null check (status in ('issued', 'completed', 'expired')),
        target_reference text not null references sample_target,
        inspection_reference text references inspection,
        check ((status = 'completed') = (inspection_reference is not null)),
        -- The last day on which it is open, and the run of the daily job that ends it.
        expiry_date timestamptz not null,
        expires_at timestamptz not null,
        highway_authority text not null,
        promoter text not null,
        usrn integer not null,
        search text not null,
        unique (work_reference, category)
      );
      create index sample_inspection_due on sample_inspection (expires_at, reference) where status = 'issued';
      create index sample_inspection_of_target on sample_inspection (target_reference, category) where status = 'issued';
      create index sample_inspection_of_inspection on sample_inspection (inspection_reference)
        where inspection_reference is not null;
      create index sample_inspection_issued on sample_inspection (highway_authority, expiry_date, reference)
        where status = 'issued';

      create table csv_export (
        id bigint generated always as identity primary key,
        filename text not null,
        status text not null check (status in ('queued', 'in_progress', 'ready', 'failed')),
        username text not null,
        on_behalf_of text,
        date_created timestamptz not null,
        -- What is wanted, and who asked with what it could see then.
        kind text not null,
        request jsonb not null,
        caller jsonb not null,
        -- How many times somebody has begun to write it.
        tries integer not null default 0
      );
      create index csv_export_of_user on csv_export (username, date_created, id);
      create index csv_export_unwritten on csv_export (id) where status in ('queued', 'in_progress');
      -- One at a time in the queue for each user.
      create unique index csv_export_queued on csv_export (username) where status = 'queued';

      -- The lines of an export, in parts that a reader takes one by one; the first has the headings.
      create table csv_export_part (
        export_id bigint not null references csv_export,
        number integer not null,
        lines text not null,
        primary key (export_id, number)
      );

      -- What happened to activities, by time.
      create index history_of_no_work on history (at) where work_reference is null;
    `),
};
