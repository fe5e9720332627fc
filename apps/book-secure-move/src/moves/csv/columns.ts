import { cutoffDifference, formatLondon } from '@switchyard/domain/book-secure-move';
import type { ReferencePicture } from '../../reference/reference-data';
import type { Cell } from './csv-line';
import type { ExportedMove } from './exported-moves';

/** A column of the export: its heading, and what stands below it. */
export interface Column {
  heading: string;
  cell(move: ExportedMove, reference: ReferencePicture): Cell;
}

const column = (heading: string, cell: Column['cell']): Column => ({ heading, cell });

/** Whether a profile has an answer to a question, and what the answers say. */
const answered = (heading: string, key: string): Column[] => [
  column(heading, (move) => answersTo(move, key).length > 0),
  column(`${heading} details`, (move) =>
    answersTo(move, key)
      .map(({ nomisAlertDescription, comments }) => [nomisAlertDescription, comments].filter(Boolean).join(': '))
      .filter((text) => text !== '')
      .join('\n\n'),
  ),
];

const answersTo = ({ profile }: ExportedMove, key: string) =>
  (profile?.assessmentAnswers ?? []).filter((answer) => answer.key === key);

/** All columns, in their published order; the headings are spelled as published. */
export const columns: readonly Column[] = [
  column('Status', ({ move }) => move.status),
  column('Reference', ({ move }) => move.reference),
  column('Move type', ({ move }) => move.moveType),
  column('Created at', ({ move }) => formatLondon(move.createdAt)),
  column('Last updated', ({ move }) => formatLondon(move.updatedAt)),
  column('From location name', ({ move }, { locations }) => locations.find(move.fromLocationId)?.title ?? null),
  column('From location code', ({ move }, { locations }) => locations.find(move.fromLocationId)?.nomisAgencyId ?? null),
  column('To location name', ({ move }, { locations }) => locations.find(move.toLocationId)?.title ?? null),
  column('To location code', ({ move }, { locations }) => locations.find(move.toLocationId)?.nomisAgencyId ?? null),
  column(
    'IPT Reason',
    ({ move }, { prisonTransferReasons }) => prisonTransferReasons.find(move.prisonTransferReasonId)?.title ?? null,
  ),
  column('Additional information', ({ move }) => move.additionalInformation),
  column('Date of travel', ({ move }) => move.date),
  column('PACE S46', ({ move }) => move.sectionFortySix),
  column('PNC number', ({ person }) => person?.policeNationalComputer ?? null),
  column('Prison number', ({ person }) => person?.prisonNumber ?? null),
  column('Last name', ({ person }) => person?.lastName ?? null),
  column('First name(s)', ({ person }) => person?.firstNames ?? null),
  column('Date of birth', ({ person }) => person?.dateOfBirth ?? null),
  column('Gender', ({ person }, { genders }) => genders.find(person?.genderId)?.title ?? null),
  column('Ethnicity', ({ person }, { ethnicities }) => ethnicities.find(person?.ethnicityId)?.title ?? null),
  column('Ethnicity code', ({ person }, { ethnicities }) => ethnicities.find(person?.ethnicityId)?.key ?? null),
  ...answered('Violent', 'violent'),
  ...answered('Escape', 'escape'),
  ...answered('Must be held separately', 'hold_separately'),
  ...answered('Self harm', 'self_harm'),
  ...answered('Concealed items', 'concealed_items'),
  ...answered('Any other risks', 'other_risks'),
  ...answered('Health issue', 'health_issue'),
  ...answered('Medication', 'medication'),
  ...answered('Wheelchair user', 'wheelchair'),
  ...answered('Pregnant', 'pregnant'),
  ...answered('Any other requirements', 'other_health'),
  ...answered('Sign or other language interpreter', 'interpreter'),
  ...answered('Not to be released', 'not_to_be_released'),
  ...answered('Requires special vehicle', 'special_vehicle'),
  column('Cancelled at', ({ cancelled }) => cancelled && formatLondon(cancelled.at)),
  column('Cancelled by', ({ cancelled }) => cancelled && cancelled.by),
  column('Cancellation reason', ({ move }) => move.cancellationReason),
  column('cancellation reason comment', ({ move }) => move.cancellationReasonComment),
  column('Journey billable', ({ billable }) => billable),
  column('Difference', ({ move, cancelled }) =>
    cancelled && move.date !== null ? cutoffDifference(cancelled.at, move.date) : null,
  ),
  column('Supplier', ({ move }, { suppliers }) => suppliers.find(move.supplierId)?.name ?? null),
];
