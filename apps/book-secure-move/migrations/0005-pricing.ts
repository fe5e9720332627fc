import type { Migration } from '@switchyard/db';

/** What suppliers are paid: sites, agreed prices, their adjustments, who changed them, and the statements issued. */
export const pricing: Migration = {
  name: '0005-pricing',
  up: (schema) =>
    schema.raw(`
      create table pricing_locations (
        nomis_agency_id text primary key check (nomis_agency_id <> '' and nomis_agency_id = upper(btrim(nomis_agency_id))),
        site_name text not null unique
          check (site_name <> '' and site_name = upper(btrim(site_name)) and length(site_name) <= 255),
        location_type text not null,
        added_at timestamptz not null,
        updated_at timestamptz not null
      );

      create table pricing_prices (
        id uuid primary key,
        supplier_id uuid not null references suppliers,
        from_agency_id text not null references pricing_locations,
        to_agency_id text not null references pricing_locations,
        effective_year integer not null,
        price_in_pence integer not null check (price_in_pence >= 0),
        added_at timestamptz not null
      );
      create unique index pricing_prices_way on pricing_prices (supplier_id, from_agency_id, to_agency_id, effective_year);
      create index pricing_prices_catalogue on pricing_prices (supplier_id, effective_year, from_agency_id, to_agency_id);

      create table pricing_price_exceptions (
        id uuid primary key,
        price_id uuid not null references pricing_prices,
        month integer not null check (month between 1 and 12),
        price_in_pence integer not null check (price_in_pence >= 0),
        added_at timestamptz not null
      );
      create unique index pricing_price_exceptions_month on pricing_price_exceptions (price_id, month);

      create table pricing_adjustments (
        id uuid primary key,
        supplier_id uuid not null references suppliers,
        effective_year integer not null,
        inflationary_rate text not null,
        volumetric_rate text,
        details text not null check (details <> '' and length(details) <= 255),
        status text not null check (status in ('in_progress', 'completed', 'failed')),
        prices_changed integer not null default 0,
        requested_by text not null,
        created_at timestamptz not null,
        ended_at timestamptz,
        check ((status = 'in_progress') = (ended_at is null))
      );
      -- the lock: while one runs, nothing else changes the supplier's prices
      create unique index pricing_adjustments_running on pricing_adjustments (supplier_id) where status = 'in_progress';
      create index pricing_adjustments_latest on pricing_adjustments (created_at desc, id);

      create table pricing_audit_events (
        id bigint generated always as identity primary key,
        event_type text not null check (event_type in
          ('JOURNEY_PRICE', 'JOURNEY_PRICE_BULK_ADJUSTMENT', 'LOCATION', 'DOWNLOAD_SPREADSHEET', 'DOWNLOAD_SPREADSHEET_FAILURE')),
        created_at timestamptz not null,
        username text not null check (username <> '' and username = upper(btrim(username))),
        metadata jsonb not null,
        metadata_key text
      );
      create index pricing_audit_events_key on pricing_audit_events (metadata_key, id desc) where metadata_key is not null;

      create table pricing_statements (
        id uuid primary key,
        supplier_id uuid not null references suppliers,
        month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        version integer not null check (version > 0),
        effective_year integer not null,
        generated_at timestamptz not null,
        issued_by text not null,
        multi_journey_basis text not null check (multi_journey_basis in ('end_to_end', 'journey_sum')),
        totals jsonb not null,
        sheets bytea not null
      );
      create unique index pricing_statements_version on pricing_statements (supplier_id, month, version);
      create index pricing_statements_latest on pricing_statements (month desc, supplier_id, version desc);
      create index pricing_statements_year on pricing_statements (supplier_id, effective_year);
      -- they are compressed already
      alter table pricing_statements alter column sheets set storage external;

      create table pricing_statement_lines (
        -- lines are stored as they are computed, the statement with its totals after them
        statement_id uuid not null references pricing_statements deferrable initially deferred,
        move_id uuid not null,
        line jsonb not null,
        primary key (statement_id, move_id)
      );

      create function pricing_issued_is_final() returns trigger language plpgsql as $$
      begin
        raise exception 'an issued statement does not change';
      end $$;
      create trigger pricing_statements_final before update or delete on pricing_statements
        for each row execute function pricing_issued_is_final();
      create trigger pricing_statement_lines_final before update or delete on pricing_statement_lines
        for each row execute function pricing_issued_is_final();

      -- which moves started in a month
      create index generic_events_move_start on generic_events (occurred_at, eventable_id) where event_type = 'MoveStart';
    `),
};
