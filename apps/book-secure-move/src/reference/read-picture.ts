import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { AssessmentQuestion, Location } from '@switchyard/domain/book-secure-move';
import type { CodedValue, PlacedLocation, ReferencePicture, Supplier } from './picture';
import { Lookup } from './picture';

/** Reads every reference table, as one picture. */
export async function readPicture(db: Connection): Promise<ReferencePicture> {
  const all = <Row>(table: string): Promise<Row[]> =>
    db.rows(prepared<Row>(`reference-${table}`, `select * from ${table}`));
  const table = <Row>(name: string): Promise<Row[]> =>
    db.rows(prepared<Row>(`reference-${name}`, `select * from ${name} order by key`));
  const [suppliers, locations, links, regions, places] = await Promise.all([
    table<Supplier>('suppliers'),
    table<LocationRow>('locations'),
    all<LinkRow>('supplier_locations'),
    table<RegionRow>('regions'),
    all<{ region_id: string; location_id: string }>('location_regions'),
  ]);
  const [genders, ethnicities, identifierTypes, reasons, complexCases, questions, categories] = await Promise.all([
    table<CodedRow>('genders'),
    table<CodedRow>('ethnicities'),
    table<CodedRow>('identifier_types'),
    table<CodedRow>('prison_transfer_reasons'),
    table<CodedRow>('allocation_complex_cases'),
    table<QuestionRow>('assessment_questions'),
    table<CategoryRow>('categories'),
  ]);
  return {
    suppliers: new Lookup(suppliers),
    locations: new Lookup(
      locations.map((row) =>
        toLocation(
          row,
          links.filter(({ location_id }) => location_id === row.id),
          places.filter(({ location_id }) => location_id === row.id).map(({ region_id }) => region_id),
        ),
      ),
    ),
    regions: new Lookup(
      regions.map(({ id, key, name, created_at, updated_at }) => ({
        id,
        key,
        name,
        createdAt: created_at,
        updatedAt: updated_at,
        locationIds: places.filter(({ region_id }) => region_id === id).map(({ location_id }) => location_id),
      })),
    ),
    genders: new Lookup(genders.map(toCoded)),
    ethnicities: new Lookup(ethnicities.map(toCoded)),
    identifierTypes: new Lookup(identifierTypes.map(toCoded)),
    prisonTransferReasons: new Lookup(reasons.map(toCoded)),
    complexCases: new Lookup(complexCases.map(toCoded)),
    assessmentQuestions: new Lookup(
      questions.map(({ disabled_at, ...row }): AssessmentQuestion => ({ ...row, disabledAt: disabled_at })),
    ),
    categories: new Lookup(
      categories.map(({ move_supported, created_at, updated_at, ...row }) => ({
        ...row,
        moveSupported: move_supported,
        createdAt: created_at,
        updatedAt: updated_at,
      })),
    ),
  };
}

interface LocationRow {
  id: string;
  key: string;
  title: string;
  location_type: Location['locationType'];
  nomis_agency_id: string | null;
  can_upload_documents: boolean;
  young_offender_institution: boolean;
  premise: string | null;
  locality: string | null;
  city: string | null;
  country: string | null;
  postcode: string | null;
  latitude: number | null;
  longitude: number | null;
  extradition_capable: boolean | null;
  created_at: Date;
  disabled_at: Date | null;
}

interface LinkRow {
  supplier_id: string;
  location_id: string;
  effective_from: string | null;
  effective_to: string | null;
}

interface RegionRow {
  id: string;
  key: string;
  name: string;
  created_at: Date;
  updated_at: Date;
}

interface CodedRow {
  id?: string;
  key: string;
  title: string;
  description?: string | null;
  nomis_code?: string | null;
  disabled_at?: Date | null;
}

interface QuestionRow {
  id: string;
  key: string;
  category: AssessmentQuestion['category'];
  title: string;
  disabled_at: Date | null;
}

interface CategoryRow {
  id: string;
  key: string;
  title: string;
  move_supported: boolean;
  created_at: Date;
  updated_at: Date;
}

/** An identifier type has no id of its own: its key stands in. */
const toCoded = ({ id, key, title, description, nomis_code, disabled_at }: CodedRow): CodedValue => ({
  id: id ?? key,
  key,
  title,
  description: description ?? null,
  nomisCode: nomis_code ?? null,
  disabledAt: disabled_at ?? null,
});

const toLocation = (row: LocationRow, links: readonly LinkRow[], regionIds: readonly string[]): PlacedLocation => ({
  id: row.id,
  key: row.key,
  title: row.title,
  locationType: row.location_type,
  nomisAgencyId: row.nomis_agency_id,
  canUploadDocuments: row.can_upload_documents,
  youngOffenderInstitution: row.young_offender_institution,
  extraditionCapable: row.extradition_capable,
  premise: row.premise,
  locality: row.locality,
  city: row.city,
  country: row.country,
  postcode: row.postcode,
  latitude: row.latitude,
  longitude: row.longitude,
  createdAt: row.created_at,
  disabledAt: row.disabled_at,
  suppliers: links.map(({ supplier_id, effective_from, effective_to }) => ({
    supplierId: supplier_id,
    locationId: row.id,
    effectiveFrom: effective_from,
    effectiveTo: effective_to,
  })),
  regionIds,
});
