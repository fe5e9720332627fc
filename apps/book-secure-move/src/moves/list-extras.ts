import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Lodging } from '@switchyard/domain/book-secure-move';
import type { Relationship } from '@switchyard/http';
import { presentBriefEvent } from '../events/serializer';
import { importantOf, timelinesOf } from '../events/timeline';
import type { MoveTimeline } from '../events/timeline';
import { lodgingsOfMoves } from '../lodgings/repository';
import { presentLodging } from '../lodgings/serializer';
import type { ReferencePicture } from '../reference/reference-data';
import type { Include } from '../shared/include';

/** What a list shows of its moves beyond their own rows. */
export interface ListedExtras {
  relationshipsOf(moveId: string): Record<string, Relationship>;
  metaOf(moveId: string): Record<string, unknown>;
}

interface MetaRow {
  move_id: string;
  registration: string | null;
  arrival: string | null;
  collection: string | null;
}

const metaOfMoves = prepared<MetaRow>(
  'moves-meta',
  `select ids.id as move_id,
     (select vehicle->>'registration' from journeys j where j.move_id = ids.id and j.state <> 'cancelled'
      order by client_timestamp desc, id desc limit 1) as registration,
     (select details->>'expected_at' from generic_events e where e.eventable_id = ids.id
        and e.event_type = 'MoveNotifyPremisesOfDropOffEta' order by occurred_at desc, created_at desc limit 1) as arrival,
     (select details->>'expected_at' from generic_events e where e.eventable_id = ids.id
        and e.event_type = 'MoveNotifyPremisesOfExpectedCollectionTime' order by occurred_at desc, created_at desc limit 1)
        as collection
   from unnest($1::uuid[]) ids(id)`,
);

/** Loads what was asked for, for all moves at once: at most one statement each, none when nothing was asked. */
export async function listedExtras(
  db: Connection,
  moveIds: readonly string[],
  include: Include,
  metaParameter: string | undefined,
  reference: ReferencePicture,
): Promise<ListedExtras> {
  const asked = (metaParameter ?? '').split(',');
  const shown = Object.entries(metaNames).filter(([name]) => asked.includes(name));
  const { tree } = include;
  const [metas, lodgings, timelines] = await Promise.all([
    shown.length > 0 ? db.rows(metaOfMoves, [moveIds]) : [],
    tree.lodgings ? lodgingsOfMoves(db, moveIds) : [],
    tree.timeline_events || tree.important_events ? timelinesOf(db, moveIds) : new Map<string, MoveTimeline>(),
  ]);
  const metaById = new Map(metas.map((row) => [row.move_id, row]));
  return {
    metaOf: (id) => Object.fromEntries(shown.map(([name, column]) => [name, metaById.get(id)?.[column] ?? null])),
    relationshipsOf: (id) => ({
      ...(tree.lodgings && {
        lodgings: lodgings
          .filter(({ moveId }: Lodging) => moveId === id)
          .map((lodging) => presentLodging(lodging, reference)),
      }),
      ...(tree.important_events && { important_events: importantOf(timelines.get(id)).map(presentBriefEvent) }),
      ...(tree.timeline_events && { timeline_events: (timelines.get(id)?.events ?? []).map(presentBriefEvent) }),
    }),
  };
}

const metaNames = {
  vehicle_registration: 'registration',
  expected_time_of_arrival: 'arrival',
  expected_collection_time: 'collection',
} as const;
