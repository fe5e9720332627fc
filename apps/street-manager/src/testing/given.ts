import type { TestReply } from '@switchyard/testing';
import { alterationOf } from './alteration-body';
import { pdf } from './sample-files';
import type { TestApi, Who } from './street-manager';

export interface GivenWork {
  wrn: string;
  prn: string;
}

export interface GivenAlteration extends GivenWork {
  crn: string;
}

/** A work application that keeps every rule: a standard permit on Tannery Lane, from Monday 7 to Monday 14 December 2026. */
export const workBody = (more: object = {}): Record<string, unknown> => ({
  promoter_swa_code: '4312',
  highway_authority_swa_code: '2845',
  works_coordinates: {
    type: 'LineString',
    coordinates: [
      [431870.4, 436112.9],
      [431902.7, 436140.2],
    ],
  },
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

/** An excavation that was closed for the time being, today. */
export const siteBody = (more: object = {}): Record<string, unknown> => ({
  reinstatement_type: 'excavation',
  reinstatement_status: 'interim',
  reinstatement_date: '2026-11-20T00:00:00.000Z',
  depth: 0.9,
  length: 12.5,
  width: 0.6,
  final_reinstatement: false,
  reinstatement_coordinates: { type: 'Point', coordinates: [431880.1, 436120.6] },
  location_description: 'Carriageway outside number 18',
  location_types: ['carriageway'],
  reinstatement_evidence: false,
  ...more,
});

/** A form with one file and these fields. */
export function formOf(name: string, bytes: Uint8Array, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([Uint8Array.from(bytes)]), name);
  return form;
}

/** An inspection of a live site of category A that was passed this morning. */
export const inspectionBody = (more: object = {}): Record<string, unknown> => ({
  inspection_type: 'live_site',
  inspection_category: 'a',
  inspection_outcome: 'passed',
  inspection_start_date: '2026-11-20T09:00:00.000Z',
  inspection_evidence: false,
  username: 'j.okoro@ellerdale.example',
  ...more,
});

/** A fixed penalty notice for a breach of a condition this morning. */
export const fpnBody = (more: object = {}): Record<string, unknown> => ({
  offence_code: 'offence_code_09',
  offence_date: '2026-11-20T09:00:00.000Z',
  offence_details: 'Working outside the permitted hours',
  authorised_officer: 'J Okoro',
  officer_contact_details: '01632960170',
  officer_address: 'Civic Yard, Ellerdale',
  representations_contact: 'Street works team',
  representations_contact_address: 'Civic Yard, Ellerdale',
  payment_methods: ['bank_transfer', 'card_payment'],
  fpn_evidence: false,
  ...more,
});

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

  /** A further permit on a work, submitted. */
  async furtherPermit({ wrn }: Pick<GivenWork, 'wrn'>, more: object = {}): Promise<GivenWork> {
    const reply = await this.api.as('northbeck').post(`/works/${wrn}/permits`, permitBody(more));
    return { wrn, prn: body<{ permit_reference_number: string }>(reply, 201).permit_reference_number };
  }

  /** A file of this organisation, uploaded and not yet linked; gives its number. */
  async file(name = 'plan.pdf', who: Who = 'northbeck', more: Record<string, string> = {}): Promise<number> {
    const reply = await this.api.as(who).post('/files', formOf(name, pdf(), more));
    return body<{ file_id: number }>(reply, 201).file_id;
  }

  /** A site of the work, interim unless said otherwise; gives its number. */
  async site({ wrn }: Pick<GivenWork, 'wrn'>, more: object = {}): Promise<number> {
    return body<{ site_number: number }>(
      await this.api.as('northbeck').post(`/works/${wrn}/sites`, siteBody(more)),
      201,
    ).site_number;
  }

  /** An inspection of the work by its authority; gives its reference. */
  async inspection({ wrn }: Pick<GivenWork, 'wrn'>, more: object = {}): Promise<string> {
    const reply = await this.api.as('ellerdale').post(`/works/${wrn}/inspections`, inspectionBody(more));
    return body<{ inspection_reference_number: string }>(reply, 201).inspection_reference_number;
  }

  /** A fixed penalty notice by the work's authority; gives its reference. */
  async fpn({ wrn }: Pick<GivenWork, 'wrn'>, more: object = {}): Promise<string> {
    const reply = await this.api.as('ellerdale').post(`/works/${wrn}/fixed-penalty-notices`, fpnBody(more));
    return body<{ fpn_reference_number: string }>(reply, 201).fpn_reference_number;
  }

  async assess({ wrn, prn }: GivenWork, assessment: object, who: Who = 'ellerdale'): Promise<void> {
    body(await this.api.as(who).put(`/works/${wrn}/permits/${prn}/assessment`, assessment), 204);
  }

  async permit({ wrn, prn }: GivenWork, who: Who = 'northbeck'): Promise<Record<string, unknown>> {
    return body(await this.api.as(who).get(`/works/${wrn}/permits/${prn}`), 200);
  }

  /** An alteration of the permit as it stands, with these changes. */
  async alterationBody(work: GivenWork, more: object = {}): Promise<Record<string, unknown>> {
    return alterationOf(await this.permit(work), more);
  }

  /** The permit altered by one of its parties. */
  async alteration(work: GivenWork, more: object = {}, who: Who = 'northbeck'): Promise<GivenAlteration> {
    const { wrn, prn } = work;
    const request = await this.alterationBody(work, more);
    const reply = await this.api.as(who).post(`/works/${wrn}/permits/${prn}/alterations`, request);
    const { permit_alteration_reference_number: crn } = body<{ permit_alteration_reference_number: string }>(
      reply,
      201,
    );
    return { wrn, prn, crn };
  }

  /** An alteration as it is shown. */
  async shown({ wrn, prn, crn }: GivenAlteration, who: Who = 'northbeck'): Promise<Record<string, unknown>> {
    return body(await this.api.as(who).get(`/works/${wrn}/permits/${prn}/alterations/${crn}`), 200);
  }

  /** The authority's answer to an alteration. */
  async answer({ wrn, prn, crn }: GivenAlteration, answer: object): Promise<void> {
    const path = `/works/${wrn}/permits/${prn}/alterations/${crn}/status`;
    body(await this.api.as('ellerdale').put(path, answer), 204);
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
