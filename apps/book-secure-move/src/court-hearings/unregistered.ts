import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

/** A hearing that the prison register does not have yet, with what the register asks for. */
export interface UnregisteredHearing {
  id: string;
  bookingId: number;
  caseId: number;
  fromLocationId: string;
  toLocationId: string | null;
  startsAt: Date;
  comments: string | null;
}

const unregistered = prepared<UnregisteredHearing>(
  'hearings-unregistered',
  `select h.id, pe.latest_nomis_booking_id as "bookingId", h.nomis_case_id as "caseId",
     m.from_location_id as "fromLocationId", m.to_location_id as "toLocationId", h.start_time as "startsAt", h.comments
   from court_hearings h join moves m on m.id = h.move_id join people pe on pe.id = m.person_id
   where h.move_id = $1 and not h.saved_to_nomis and h.nomis_case_id is not null
     and pe.latest_nomis_booking_id is not null
   order by h.start_time, h.id`,
);

/** The hearings of a move that the register could take over, by their time: none for a move without a booking. */
export const unregisteredHearings = (db: Connection, moveId: string): Promise<UnregisteredHearing[]> =>
  db.rows(unregistered, [moveId]);

/** A hearing and the number that the register gave it. */
export interface RegisteredHearing {
  id: string;
  nomisHearingId: number;
}

const registered = prepared(
  'hearings-registered',
  `update court_hearings h set saved_to_nomis = true, nomis_hearing_id = taken_over.number, updated_at = $3
   from unnest($1::uuid[], $2::integer[]) as taken_over(id, number) where h.id = taken_over.id`,
);

/** Remembers what the register has taken over. */
export function saveRegistered(tx: Transaction, hearings: readonly RegisteredHearing[], now: Date): void {
  tx.send(registered, [hearings.map(({ id }) => id), hearings.map(({ nomisHearingId }) => nomisHearingId), now]);
}
