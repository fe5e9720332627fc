import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { OrganisationStatus, OrganisationType } from '@switchyard/domain/street-manager';
import { NotFound } from '@switchyard/domain';

export interface Organisation {
  reference: string;
  name: string;
  prefix: string;
  type: OrganisationType;
  status: OrganisationStatus;
  is_hs2: boolean;
  address_line_one: string;
  address_line_two: string | null;
  locality: string | null;
  town: string | null;
  postcode: string;
  email: string | null;
  phone_number: string;
}

export interface Workstream {
  organisation_reference: string;
  prefix: string;
  name: string;
  description: string | null;
  contact_name: string | null;
  contact_number: string | null;
  contact_email: string | null;
  status: 'active' | 'deactivated';
}

export interface Contract {
  promoter: string;
  contractor: string;
}

const organisations = prepared<Organisation>(
  'organisations',
  `select reference, name, prefix, type, status, is_hs2, address_line_one, address_line_two, locality, town, postcode,
     email, phone_number
   from organisation order by reference`,
);
const workstreams = prepared<Workstream>(
  'workstreams',
  'select * from workstream order by organisation_reference, prefix',
);
const contracts = prepared<Contract>('contracts', 'select promoter, contractor from contract order by 1, 2');

/** The organisations, their workstreams and contracts, in memory. Loaded at start, and whenever any process says so. */
export class Directory {
  private byReference = new Map<string, Organisation>();
  private streams: Workstream[] = [];
  private signed: Contract[] = [];

  constructor(private readonly db: Connection) {}

  async load(): Promise<void> {
    const [all, streams, signed] = await Promise.all([
      this.db.rows(organisations),
      this.db.rows(workstreams),
      this.db.rows(contracts),
    ]);
    this.byReference = new Map(all.map((each) => [each.reference, each]));
    this.streams = streams;
    this.signed = signed;
  }

  get all(): readonly Organisation[] {
    return [...this.byReference.values()];
  }

  find(reference: string): Organisation | undefined {
    return this.byReference.get(reference.toUpperCase().padStart(4, '0'));
  }

  /** Throws NotFound. */
  get(reference: string): Organisation {
    const found = this.find(reference);
    if (!found) throw new NotFound('organisation', reference);
    return found;
  }

  /** The name as the services show it: in capitals. */
  nameOf(reference: string): string {
    return this.get(reference).name.toUpperCase();
  }

  /** The organisations whose name contains this text, in any case. */
  named(text: string): string[] {
    const wanted = text.toUpperCase();
    return this.all.filter(({ name }) => name.toUpperCase().includes(wanted)).map(({ reference }) => reference);
  }

  workstreamsOf(reference: string): Workstream[] {
    return this.streams.filter(({ organisation_reference }) => organisation_reference === reference);
  }

  workstream(reference: string, prefix: string): Workstream | undefined {
    return this.workstreamsOf(reference).find((each) => each.prefix === prefix);
  }

  /** How the promoter is reached about works in this workstream. */
  contactOf(promoter: string, prefix: string): string {
    return this.workstream(promoter, prefix)?.contact_number ?? this.get(promoter).phone_number;
  }

  contractorsOf(promoter: string): string[] {
    return this.signed.filter((each) => each.promoter === promoter).map(({ contractor }) => contractor);
  }

  contractedBy(contractor: string): string[] {
    return this.signed.filter((each) => each.contractor === contractor).map(({ promoter }) => promoter);
  }
}
