import type { AssessmentQuestion, Location, SupplierLink } from '@switchyard/domain/book-secure-move';

/** A location with the suppliers that serve it and the regions that group it. */
export interface PlacedLocation extends Location {
  suppliers: readonly SupplierLink[];
  regionIds: readonly string[];
}

export interface Supplier {
  id: string;
  key: string;
  name: string;
}

export interface Region {
  id: string;
  key: string;
  name: string;
  createdAt: Date;
  updatedAt: Date;
  locationIds: readonly string[];
}

export interface Category {
  id: string;
  key: string;
  title: string;
  moveSupported: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** A gender, ethnicity, transfer reason …: a key and its title, and what some of them add. */
export interface CodedValue {
  id: string;
  key: string;
  title: string;
  description: string | null;
  nomisCode: string | null;
  disabledAt: Date | null;
}

/** A table in memory, found by id or by key. Ids are compared without regard to case. */
export class Lookup<T extends { id: string; key: string }> {
  readonly all: readonly T[];
  private readonly byId: ReadonlyMap<string, T>;
  private readonly byKey: ReadonlyMap<string, T>;

  constructor(rows: readonly T[]) {
    this.all = rows;
    this.byId = new Map(rows.map((row) => [row.id, row]));
    this.byKey = new Map(rows.map((row) => [row.key, row]));
  }

  find(id: string | null | undefined): T | undefined {
    return id ? (this.byId.get(id) ?? this.byId.get(id.toLowerCase())) : undefined;
  }

  withKey(key: string): T | undefined {
    return this.byKey.get(key);
  }
}

/** Everything that changes rarely, as one consistent picture. */
export interface ReferencePicture {
  suppliers: Lookup<Supplier>;
  locations: Lookup<PlacedLocation>;
  regions: Lookup<Region>;
  genders: Lookup<CodedValue>;
  ethnicities: Lookup<CodedValue>;
  identifierTypes: Lookup<CodedValue>;
  prisonTransferReasons: Lookup<CodedValue>;
  complexCases: Lookup<CodedValue>;
  assessmentQuestions: Lookup<AssessmentQuestion>;
  categories: Lookup<Category>;
}
