import type { Migration } from '@switchyard/db';

/** What changes rarely: read once into memory by each process, and again when a change is announced. */
export const referenceData: Migration = {
  name: '0002-reference-data',
  up: (schema) =>
    schema.raw(`
      create table locations (
        id uuid primary key,
        key text not null unique,
        title text not null,
        location_type text not null,
        nomis_agency_id text,
        can_upload_documents boolean not null default false,
        young_offender_institution boolean not null default false,
        premise text,
        locality text,
        city text,
        country text,
        postcode text,
        latitude double precision,
        longitude double precision,
        extradition_capable boolean,
        created_at timestamptz not null,
        disabled_at timestamptz
      );
      create index locations_title on locations (title, id);

      create table supplier_locations (
        supplier_id uuid not null references suppliers,
        location_id uuid not null references locations,
        effective_from date,
        effective_to date,
        primary key (supplier_id, location_id)
      );
      create index supplier_locations_location on supplier_locations (location_id);

      create table regions (
        id uuid primary key,
        key text not null unique,
        name text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create table location_regions (
        region_id uuid not null references regions,
        location_id uuid not null references locations,
        primary key (region_id, location_id)
      );

      create table genders (
        id uuid primary key,
        key text not null unique,
        title text not null,
        description text,
        nomis_code text,
        disabled_at timestamptz
      );
      create table ethnicities (
        id uuid primary key,
        key text not null unique,
        title text not null,
        description text,
        nomis_code text,
        disabled_at timestamptz
      );
      create table identifier_types (
        key text primary key,
        title text not null,
        description text not null,
        disabled_at timestamptz
      );
      create table prison_transfer_reasons (
        id uuid primary key,
        key text not null unique,
        title text not null,
        disabled_at timestamptz
      );
      create table allocation_complex_cases (
        id uuid primary key,
        key text not null unique,
        title text not null
      );
      create table assessment_questions (
        id uuid primary key,
        key text not null unique,
        category text not null check (category in ('risk', 'health', 'court')),
        title text not null,
        disabled_at timestamptz
      );
      create table categories (
        id uuid primary key,
        key text not null unique,
        title text not null,
        move_supported boolean not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
    `),
};
