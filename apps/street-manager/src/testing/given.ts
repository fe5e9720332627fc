import type { TestReply } from '@switchyard/testing';
import type { TestApi, Who } from './street-manager';

export interface GivenWork {
  wrn: string;
  prn: string;
}

/** A work application that keeps every rule: a standard permit on Tannery Lane, from Monday 7 to Monday 14 December 2026. */
export const workBody = (more: object = {}): Record<string, unknown> => ({
  promoter_swa_code: '4312',
  highway_authority_swa_code: '2845',
  works_coordinates: { type: 'LineString', coordinates: [[431870.4, 436112.9], [431902.7, 436140.2]] },
  usrn: 8412007,
  workstream_prefix: '001',
  ...permitBody(),
  ...more,
});

/** What a permit asks for, without the work that it is on. */
export const permitBody = (more: object = {}): Record<string, unknown> => ({
  secondary_contact: 'Asha Verlaine',
  secondary_contact_number: '01632960144',
  proposed_start_date: '2026-12-07T00:00:00.000Z',
  proposed_end_date: '2026-12-14T00:00:00.000Z',
  description_of_work: 'Replace 40 m of distribution main',
  excavation: true,
  traffic_management_plan: false,
  lane_rental_applicable: false,
  permit_conditions: [{ condition: 'NCT02a', comment: '09:30 to 15:30 only' }],
  works_location_description: 'Outside numbers 12 to 30',
  environmental_health_notifiable: false,
  collaborative_working: false,
  activity_type: 'utility_asset_works',
  traffic_management_type: 'give_and_take',
  application_type: 'permit',
  location_types: ['carriageway', 'footway'],
  work_type: 'planned',
  is_ttro_required: false,
  close_footway: 'no',
  permit_asds: [],
  ...more,
});

/** Immediate works that begin now. */
export const immediateBody = (more: object = {}): Record<string, unknown> => {
  const { is_ttro_required: _, ...body } = workBody();
  return {
    ...body,
    work_type: 'immediate',
    immediate_risk: false,
    proposed_start_date: '2026-11-20T00:00:00.000Z',
    proposed_end_date: '2026-11-24T00:00:00.000Z',
    ...more,
  };
};

/** Brings records into the state that a test begins with, by the calls that a client would make. */
export class Given {
  constructor(private readonly api: TestApi) {}

  /** A work with its first permit, submitted. */
  async work(more: object = {}, who: Who = 'northbeck'): Promise<GivenWork> {
    const { work_reference_number: wrn, permit_reference_number: prn } = body<{
      work_reference_number: string;
      permit_reference_number: string;
    }>(await this.api.as(who).post('/works', workBody(more)), 201);
    return { wrn, prn };
  }

  /** A work whose permit is granted. */
  async grantedWork(more: object = {}): Promise<GivenWork> {
    const work = await this.work(more);
    await this.assess(work, { assessment_status: 'granted', assessment_discount: 0 });
    return work;
  }

  /** A granted work whose start is logged. */
  async startedWork(more: object = {}): Promise<GivenWork> {
    const work = await this.grantedWork(more);
    body(
      await this.api
        .as('northbeck')
        .put(`/works/${work.wrn}/start`, { actual_start_date: this.api.clock().now().toISOString() }),
      204,
    );
    return work;
  }

  /** Immediate works, which have begun. */
  immediateWork(more: object = {}): Promise<GivenWork> {
    return this.work({ is_ttro_required: undefined, ...immediateBody(), ...more });
  }

  async assess({ wrn, prn }: GivenWork, assessment: object, who: Who = 'ellerdale'): Promise<void> {
    body(await this.api.as(who).put(`/works/${wrn}/permits/${prn}/assessment`, assessment), 204);
  }

  async permit({ wrn, prn }: GivenWork, who: Who = 'northbeck'): Promise<Record<string, unknown>> {
    return body(await this.api.as(who).get(`/works/${wrn}/permits/${prn}`), 200);
  }

  /** The events of a work, oldest first. */
  async events(wrn: string, who: Who = 'northbeck'): Promise<string[]> {
    const work = body<{ history: { event: string }[] }>(await this.api.as(who).get(`/works/${wrn}`), 200);
    return work.history.map(({ event }) => event).reverse();
  }
}

/** The body of a reply that has to have this status. */
export function body<Body = Record<string, unknown>>(reply: TestReply, status: number): Body {
  if (reply.status !== status) throw new Error(`expected ${status}, got ${reply.status}: ${reply.text}`);
  return reply.body as Body;
}
