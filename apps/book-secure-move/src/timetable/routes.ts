import type { Connection } from '@switchyard/db';
import { violation } from '@switchyard/domain';
import { InvalidParameters } from '@switchyard/domain/book-secure-move';
import type { Resource } from '@switchyard/http';
import { ok } from '@switchyard/http';
import type { Caller } from '../caller';
import { getPerson } from '../people/repository';
import type { Api, Deps } from '../shared/deps';
import { Includable, checkIncludes } from '../shared/include';
import type { Include, IncludeTree } from '../shared/include';
import { documentOf } from '../shared/json-api';
import { askedDays } from './asked-days';
import { timetableOf } from './entries';
import { shown } from './register-refusal';
import { presentCourtCase, presentTimetableEntry } from './serializer';

const locationIncludes = new Includable('location');
const checkLocationIncludes = checkIncludes(locationIncludes);

/** What the prison register has planned for somebody who is booked in at a prison. */
export function timetableRoutes(api: Api, { nomis, reference }: Deps): void {
  api.get('/people/{person_id}/court_cases', { before: checkLocationIncludes }, async (request) => {
    const bookingId = await bookingOf(request.db, request.params.person_id);
    const active = request.query['filter[active]'];
    const cases = await shown(nomis.getCourtCases(bookingId, active === undefined ? undefined : active === 'true'));
    return ok(documentWith(request, (tree) => cases.map((each) => presentCourtCase(each, reference.current, tree))));
  });

  api.get(
    '/people/{person_id}/timetable',
    {
      before: (request) => {
        checkLocationIncludes(request);
        askedDays(request.query);
      },
    },
    async (request) => {
      const { from, to } = askedDays(request.query);
      const bookingId = await bookingOf(request.db, request.params.person_id);
      const [hearings, activities] = await shown(
        Promise.all([nomis.getCourtHearings(bookingId, from, to), nomis.getActivities(bookingId, from, to)]),
      );
      const entries = timetableOf(hearings, activities);
      return ok(
        documentWith(request, (tree) => entries.map((each) => presentTimetableEntry(each, reference.current, tree))),
      );
    },
  );
}

/** The person's booking. Throws NotFound for no such person, InvalidParameters for one who is not booked in. */
async function bookingOf(db: Connection, personId: string): Promise<number> {
  const { latestNomisBookingId } = await getPerson(db, personId);
  if (latestNomisBookingId !== null) return latestNomisBookingId;
  throw new InvalidParameters([violation('latest_nomis_booking_id', 'blank', "can't be blank")]);
}

/** Version 1 includes the locations unasked. */
function documentWith(
  { query, caller }: { query: Readonly<Record<string, string | undefined>>; caller: Caller },
  present: (tree: IncludeTree) => Resource[],
): object {
  const include: Include = locationIncludes.read(query.include ?? (caller.version === 1 ? 'location' : undefined));
  return documentOf(present(include.tree), { withIncluded: include.asked });
}
