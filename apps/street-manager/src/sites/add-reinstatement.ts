import type {
  Geometry,
  HistoryEvent,
  ReinstatementContext,
  ReinstatementRequest,
  ReinstatementType,
} from '@switchyard/domain/street-manager';
import { addReinstatement, dateTimeOf, reinstatementEndDate } from '@switchyard/domain/street-manager';
import { linkFiles } from '../files/link-files';
import { recordEvents } from '../history/record';
import { findPermit } from '../permits/repository';
import type { PermitRow } from '../permits/row';
import { permitTable } from '../permits/row';
import type { Act } from '../shared/deps';
import { londonDay } from '../shared/london';
import { searchText } from '../shared/search';
import type { WorkRow } from '../works/row';
import { workTable } from '../works/row';
import { earliestStart, insertReinstatement } from './repository';

/** What a reinstatement on a work depends on. The caller has taken the work's row. */
export interface Ground {
  work: WorkRow;
  active: PermitRow | null;
  earliestStart: Date | null;
}

/** Reads what a reinstatement on this work depends on. */
export async function groundOf({ tx }: Pick<Act, 'tx'>, work: WorkRow): Promise<Ground> {
  const [active, start] = await Promise.all([
    work.active_permit === null ? null : findPermit(tx, work.reference, work.active_permit),
    earliestStart(tx, work.reference),
  ]);
  return { work, active, earliestStart: start };
}

/** The days between which a reinstatement on this work lies. */
export const datesOf = ({
  active,
  earliestStart,
}: Ground): Pick<ReinstatementContext, 'earliestStart' | 'actualStop'> => ({
  earliestStart,
  actualStop: active?.actual_stop_date ?? null,
});

/** Throws PreconditionFailed unless the work can take a reinstatement of this type now. Gives the events that it is. */
export const mayReinstate = ({ work, active }: Ground, type: ReinstatementType): HistoryEvent[] =>
  addReinstatement({
    workStatus: work.status,
    type,
    activePermit: active && {
      status: active.status,
      isStarted: active.actual_start_date !== null,
      excavation: active.content.excavation === true,
    },
  });

export interface Reinstatement {
  site: number;
  type: ReinstatementType;
  request: ReinstatementRequest;
  events: readonly HistoryEvent[];
}

/**
 * Records a reinstatement of a site: what it says of the work and of its active permit, its files and its history too.
 * An excavation has been carried out by then; the final one is registered on the permit.
 */
export async function recordReinstatement(
  act: Act,
  { work, active }: Ground,
  reinstatement: Reinstatement,
): Promise<void> {
  const { tx, now } = act;
  const { site, type, request, events } = reinstatement;
  const id = await insertReinstatement(tx, {
    ...valuesOf(request),
    work_reference: work.reference,
    site_number: site,
    permit_reference: active?.reference ?? null,
    permit_number: active?.number ?? null,
    type,
    date_created: now,
    date_modified: now,
    promoter: work.promoter,
    highway_authority: work.highway_authority,
    workstream: work.workstream,
    usrn: work.usrn,
    search: searchText([work.reference, ...(active ? [active.reference] : [])], work),
  });
  workTable.change(tx, work.reference, { inspection_units: request.inspection_units ?? work.inspection_units ?? 1 });
  const changes = {
    ...(type === 'excavation' && { excavation_carried_out: true }),
    ...(request.final_reinstatement === true && { final_reinstatement: true }),
  };
  if (active && Object.keys(changes).length > 0)
    permitTable.change(tx, active.reference, { ...changes, date_modified: now });
  await linkFiles(act, request.file_ids, { kind: 'reinstatement', reference: String(id), work: work.reference });
  recordEvents(act, work, events, { object: String(site) });
}

/** What was sent, as it is stored, and the day until which it is answered for. */
function valuesOf(request: ReinstatementRequest) {
  const date = new Date(request.reinstatement_date!);
  const status = request.reinstatement_status!;
  return {
    status,
    reinstatement_date: date,
    end_date: dateTimeOf(reinstatementEndDate(status, londonDay(date), request.depth ?? null)),
    depth: request.depth ?? null,
    width: request.width ?? null,
    length: request.length ?? null,
    number_of_holes: request.number_of_holes ?? null,
    coordinates: request.reinstatement_coordinates as Geometry,
    secondary_coordinates: (request.secondary_reinstatement_coordinates ?? null) as Geometry | null,
    location_description: request.location_description!,
    location_types: [...request.location_types!],
    evidence: request.reinstatement_evidence!,
  };
}
