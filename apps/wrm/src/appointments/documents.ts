import type { Connection } from '@switchyard/db';
import type { JsonApiDocument, Resource } from '@switchyard/http';
import { findSchedules } from '../schedules/repository';
import { presentSchedule, scheduleResource } from '../schedules/serializer';
import { documentOf } from '../shared/json-api';
import type { AppointmentBody } from './serializer';
import { appointmentResource } from './serializer';

interface Question {
  db: Connection;
  query: Readonly<Record<string, string | undefined>>;
  path: string;
}

/** One appointment as a document. Throws RequestRefused, 400, for an `include` that it cannot follow. */
export async function appointmentDocument(body: AppointmentBody, request: Question): Promise<JsonApiDocument> {
  const [resource] = await resourcesOf([body], request);
  return documentOf(resource!, request, 'appointments');
}

/** A page of appointments as a document, as above. */
export const appointmentsDocument = async (
  bodies: readonly AppointmentBody[],
  request: Question,
  nextCursor: string | null,
): Promise<JsonApiDocument> => documentOf(await resourcesOf(bodies, request), request, 'appointments', nextCursor);

/** Their schedules are read, in one statement, where they are to be included. */
async function resourcesOf(bodies: readonly AppointmentBody[], { db, query }: Question): Promise<Resource[]> {
  const isWanted = (query.include ?? '').split(',').includes('schedule');
  const ids = isWanted ? [...new Set(bodies.map(({ scheduleId }) => scheduleId))] : [];
  const found = (await findSchedules(db, ids)).map(presentSchedule);
  const schedules = new Map(found.map((schedule) => [schedule.scheduleId, scheduleResource(schedule)]));
  return bodies.map((body) => appointmentResource(body, schedules.get(body.scheduleId)));
}
