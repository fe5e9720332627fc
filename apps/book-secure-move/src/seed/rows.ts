import type {
  AllocationStatus,
  AssessmentCategory,
  ComplexCaseAnswer,
  JourneyState,
  LocationType,
  LodgingStatus,
  MoveStatus,
  MoveType,
} from '@switchyard/domain/book-secure-move';

/** The columns that the seed fills. Instants are ISO 8601 text, days `YYYY-MM-DD`; other columns keep their default. */
export interface SupplierRow {
  id: string;
  key: string;
  name: string;
}

export interface ClientRow {
  id: string;
  name: string;
  uid: string;
  secret_hash: string;
  scopes: readonly string[];
  supplier_id: string | null;
  demo: boolean;
  created_at: string;
}

export interface RegionRow {
  id: string;
  key: string;
  name: string;
  created_at: string;
  updated_at: string;
}

export interface GenderRow {
  id: string;
  key: string;
  title: string;
  description: string | null;
  nomis_code: string | null;
  disabled_at: string | null;
}

export type EthnicityRow = GenderRow;

export interface IdentifierTypeRow {
  key: string;
  title: string;
  description: string;
  disabled_at: string | null;
}

export interface PrisonTransferReasonRow {
  id: string;
  key: string;
  title: string;
  disabled_at: string | null;
}

export interface ComplexCaseRow {
  id: string;
  key: string;
  title: string;
}

export interface AssessmentQuestionRow {
  id: string;
  category: AssessmentCategory;
  key: string;
  title: string;
  disabled_at: string | null;
}

export interface CategoryRow {
  id: string;
  key: string;
  title: string;
  move_supported: boolean;
  created_at: string;
  updated_at: string;
}

export interface LocationRow {
  id: string;
  key: string;
  title: string;
  location_type: LocationType;
  nomis_agency_id: string;
  can_upload_documents: boolean;
  young_offender_institution: boolean;
  premise: string;
  locality: string | null;
  city: string;
  country: string;
  postcode: string | null;
  latitude: number | null;
  longitude: number | null;
  extradition_capable: boolean | null;
  created_at: string;
  disabled_at: string | null;
}

export interface PersonRow {
  id: string;
  first_names: string;
  last_name: string;
  date_of_birth: string | null;
  gender_id: string | null;
  ethnicity_id: string | null;
  prison_number: string | null;
  criminal_records_office: string | null;
  police_national_computer: string | null;
  pnc_canonical: string | null;
  latest_nomis_booking_id: number | null;
  created_at: string;
  updated_at: string;
}

/** An answer as the column keeps it: the members of the wire. */
export interface AnswerValue {
  title: string;
  comments: string | null;
  created_at: string;
  expires_at: string | null;
  assessment_question_id: string;
  category: AssessmentCategory;
  key: string;
  nomis_alert_type: string | null;
  nomis_alert_code: string | null;
  nomis_alert_type_description: string | null;
  nomis_alert_description: string | null;
  imported_from_nomis: boolean | null;
}

export interface ProfileRow {
  id: string;
  person_id: string;
  assessment_answers: readonly AnswerValue[];
  requires_youth_risk_assessment: boolean | null;
  csra: string | null;
  category_id: string | null;
  created_at: string;
  updated_at: string;
}

export interface AllocationRow {
  id: string;
  from_location_id: string;
  to_location_id: string;
  date: string;
  moves_count: number;
  estate: string;
  prisoner_category: string;
  sentence_length: string;
  /** Kept under the names of the rules. */
  complex_cases: readonly ComplexCaseAnswer[];
  complete_in_full: boolean;
  requested_by: string;
  other_criteria: string | null;
  status: AllocationStatus;
  created_at: string;
  updated_at: string;
}

export interface MoveRow {
  id: string;
  reference: string;
  status: MoveStatus;
  move_type: MoveType;
  date: string | null;
  date_from: string | null;
  date_to: string | null;
  time_due: string | null;
  additional_information: string | null;
  cancellation_reason: string | null;
  cancellation_reason_comment: string | null;
  rejection_reason: string | null;
  move_agreed: boolean | null;
  move_agreed_by: string | null;
  recall_date: string | null;
  from_location_id: string;
  to_location_id: string | null;
  profile_id: string | null;
  person_id: string | null;
  supplier_id: string;
  prison_transfer_reason_id: string | null;
  allocation_id: string | null;
  original_move_id: string | null;
  created_at: string;
  updated_at: string;
}

export interface JourneyRow {
  id: string;
  move_id: string;
  supplier_id: string;
  from_location_id: string;
  to_location_id: string;
  state: JourneyState;
  billable: boolean;
  vehicle: { id: string; registration: string } | null;
  date: string;
  client_timestamp: string;
  created_at: string;
  updated_at: string;
}

export interface LodgingRow {
  id: string;
  move_id: string;
  location_id: string;
  start_date: string;
  end_date: string;
  status: LodgingStatus;
  created_at: string;
  updated_at: string;
}

export interface CourtHearingRow {
  id: string;
  move_id: string;
  start_time: string;
  case_start_date: string;
  case_number: string;
  case_type: string;
  comments: string | null;
  created_at: string;
  updated_at: string;
}

export interface EventRow {
  id: string;
  eventable_type: 'moves' | 'journeys' | 'lodgings';
  eventable_id: string;
  event_type: string;
  classification: 'default';
  occurred_at: string;
  recorded_at: string;
  notes: string | null;
  created_by: string | null;
  supplier_id: string | null;
  details: object;
  relationships: Record<string, { type: string; id: string }>;
  created_at: string;
}
