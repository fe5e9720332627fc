import { prepared } from '@switchyard/db';
import type { TestReply } from '@switchyard/testing';
import type { TestApi } from '../testing/book-secure-move';
import { demo, related } from '../testing/given';

export const unknownId = '00000000-0000-4000-8000-000000000000';
export const lowWharfCourt = '0b8f4fd6-0825-49bc-9e9e-b9f9f4b3fc91';
export const northbeckCourt = '78fa5fd3-ba4f-481d-a77f-6897db4c8977';
export const northbeckPolice = '8a2cc0d9-8aba-4021-a33d-b4378996e533';
export const ellerdalePolice = 'baf80ad9-4235-4f31-8753-fb98d7c2adfa';

/** Two people from A to B, served by serco. */
export const allocationBody = (
  attributes: Record<string, unknown> = {},
  places: { from?: string | null; to?: string | null } = {},
): object => {
  const { from = demo.a, to = demo.b } = places;
  return {
    data: {
      type: 'allocations',
      attributes: { moves_count: 2, date: '2026-12-10', ...attributes },
      relationships: {
        ...(from !== null && { from_location: related('locations', from) }),
        ...(to !== null && { to_location: related('locations', to) }),
      },
    },
  };
};

export interface MadeAllocation {
  id: string;
  moveIds: string[];
}

/** A stored allocation with its moves, in their order. */
export async function madeAllocation(
  api: TestApi,
  attributes: Record<string, unknown> = {},
  places: { from?: string; to?: string } = {},
): Promise<MadeAllocation> {
  const { status, body, text } = await api.post('/allocations', allocationBody(attributes, places));
  if (status !== 201) throw new Error(`expected an allocation, got ${status} ${text}`);
  const linked = body.data.relationships.moves.data as { id: string }[];
  return { id: body.data.id as string, moveIds: linked.map(({ id }) => id) };
}

export const fill = (api: TestApi, moveId: string, profileId: string): Promise<TestReply> =>
  api.patch(`/moves/${moveId}`, {
    data: { type: 'moves', attributes: {}, relationships: { profile: related('profiles', profileId) } },
  });

export const cancelBody = (attributes: Record<string, unknown> = {}): object => ({
  data: {
    type: 'cancels',
    attributes: { timestamp: '2026-11-20T11:00:00Z', cancellation_reason: 'other', ...attributes },
  },
});

const everything = prepared<Record<string, unknown>>(
  'test-everything',
  `select (select jsonb_agg(to_jsonb(a) order by id) from allocations a) as allocations,
     (select jsonb_agg(to_jsonb(m) order by id) from moves m) as moves,
     (select jsonb_agg(to_jsonb(j) order by id) from journeys j) as journeys,
     (select count(*) from generic_events) as events, (select count(*) from outbox_event) as notices`,
);

/** All that an allocation's requests may change: equal before and after one that was refused. */
export const everythingIn = async (api: TestApi): Promise<Record<string, unknown>> =>
  (await api.db().reader().first(everything))!;

const notices = prepared<{ aggregate_id: string; event_type: string; payload: Record<string, unknown> }>(
  'test-notices-of-moves',
  'select aggregate_id, event_type, payload from outbox_event where aggregate_id = any($1) order by seq',
);

/** What the subscribers of these moves were told, oldest first, each as move, notice and status. */
export const noticesOf = async (api: TestApi, moveIds: readonly string[]): Promise<unknown[][]> =>
  (await api.db().reader().rows(notices, [moveIds])).map((row) => [
    row.aggregate_id,
    row.event_type,
    row.payload.status,
  ]);
