import { randomUUID } from 'node:crypto';
import type { TestApi } from './book-secure-move';

/** Fixed ids of the demo data that tests lean on. */
export const demo = {
  bsi: '067c2855-fa41-493d-9c80-1311a4f7ba45',
  iwi: '056eed18-772b-45b3-b64a-4d7d563641f7',
  a: 'aaaaaaaa-0154-49ec-b01e-d60ded8e0ab1',
  b: 'bbbbbbbb-0154-49ec-b01e-d60ded8e0ab1',
  c: 'cccccccc-0154-49ec-b01e-d60ded8e0ab1',
  lodging: '11111111-0154-49ec-b01e-d60ded8e0ab1',
} as const;

export interface GivenMove {
  id: string;
  profileId: string;
  personId: string;
}

/** Lays what a test needs, through the API itself, so that a test mentions only what matters to it. */
export class Given {
  constructor(private readonly api: TestApi) {}

  async person(attributes: Record<string, unknown> = {}): Promise<string> {
    const reply = await this.api.post('/people', {
      data: { type: 'people', attributes: { first_names: 'SAM', last_name: 'EXAMPLE', ...attributes } },
    });
    return idOf(reply);
  }

  async profile(personId?: string): Promise<{ id: string; personId: string }> {
    const owner = personId ?? (await this.person());
    const reply = await this.api.post(`/people/${owner}/profiles`, { data: { type: 'profiles' } });
    return { id: idOf(reply), personId: owner };
  }

  /** A prison transfer from A to B for a fresh person, served by serco. */
  async move(
    attributes: Record<string, unknown> = {},
    places: { from?: string; to?: string } = {},
  ): Promise<GivenMove> {
    const profile = await this.profile();
    const reply = await this.api.post('/moves', moveBody(profile.id, attributes, places));
    return { id: idOf(reply), profileId: profile.id, personId: profile.personId };
  }

  /** A prison transfer from A to B for a profile that there is already. */
  async moveOf(
    profileId: string,
    attributes: Record<string, unknown> = {},
    places: { from?: string; to?: string } = {},
  ): Promise<string> {
    return idOf(await this.api.post('/moves', moveBody(profileId, attributes, places)));
  }

  /** A prison transfer for nobody yet, served by serco when it starts at A. */
  async emptyMove(places: { from?: string; to?: string } = {}): Promise<string> {
    return idOf(await this.api.post('/moves', moveBody(null, {}, places)));
  }

  async journey(
    moveId: string,
    attributes: Record<string, unknown> = {},
    places: { from?: string; to?: string } = {},
  ): Promise<string> {
    const reply = await this.api.as('serco').post(`/moves/${moveId}/journeys`, journeyBody(attributes, places));
    return idOf(reply);
  }
}

export const moveBody = (
  profileId: string | null,
  attributes: Record<string, unknown> = {},
  places: { from?: string; to?: string } = {},
): object => ({
  data: {
    type: 'moves',
    attributes: { date: '2026-12-01', move_type: 'prison_transfer', ...attributes },
    relationships: {
      from_location: related('locations', places.from ?? demo.a),
      to_location: related('locations', places.to ?? demo.b),
      ...(profileId && { profile: related('profiles', profileId) }),
    },
  },
});

export const journeyBody = (
  attributes: Record<string, unknown> = {},
  places: { from?: string; to?: string } = {},
): object => ({
  data: {
    type: 'journeys',
    attributes: { billable: true, timestamp: '2026-12-01T09:00:00Z', date: '2026-12-01', ...attributes },
    relationships: {
      from_location: related('locations', places.from ?? demo.a),
      to_location: related('locations', places.to ?? demo.b),
    },
  },
});

export const related = (type: string, id: string): object => ({ data: { type, id } });

export const freshKey = (): Record<string, string> => ({ 'Idempotency-Key': randomUUID() });

function idOf({ status, body, text }: { status: number; body: { data?: { id: string } }; text: string }): string {
  if (status !== 201 || !body.data) throw new Error(`expected a new resource, got ${status} ${text}`);
  return body.data.id;
}
