import { body, permitBody, workBody } from '../testing/given';
import type { GivenWork } from '../testing/given';
import { START, streetManager } from '../testing/street-manager';
import type { Who } from '../testing/street-manager';

const { api, given } = streetManager();

const put = ({ wrn, prn }: GivenWork, path: string, request: object, who: Who = 'ellerdale') =>
  api.as(who).put(`/works/${wrn}/permits/${prn}/${path}`, request);
const lastEntry = async ({ wrn }: GivenWork) =>
  body<{ history: object[] }>(await api.as('ellerdale').get(`/works/${wrn}`), 200).history[0];

/** Works of HS2 within the limits of its act: the authority is only consulted. */
const consultation = {
  promoter_swa_code: '7374',
  hs2_in_act_limits: true,
  permit_conditions: [],
  hs2_highway_emails: ['clerk@ellerdale.example', 'works@ellerdale.example'],
  hs2_consultation_requested_response_date: '2026-12-01T00:00:00+00:00',
};
const highway = { ...consultation, work_type: 'hs2_highway_works', is_ttro_required: undefined };
const mails = async (recipient: string): Promise<object[]> =>
  body<{ mails: object[] }>(await api.as('nobody').get(`/sandbox/mail?to=${recipient}`), 200).mails;

describe('PUT …/permit-discount', () => {
  it('changes the discount of a granted permit, as often as it is asked', async () => {
    const work = await given.grantedWork();
    for (const [assessment_discount, reason] of [
      [40, 'Shared trench'],
      [0, undefined],
    ] as const) {
      const request = { assessment_discount, assessment_discount_reason: reason };
      expect((await put(work, 'permit-discount', request)).status).toBe(204);
      const permit = await given.permit(work);
      expect(permit.assessment_discount).toBe(assessment_discount);
      expect(permit.assessment_discount_reason).toBe(reason);
    }
    expect(await lastEntry(work)).toMatchObject({
      event: 'permit_discount_updated',
      topic: 'Permit',
      object_reference: work.prn,
    });
  });

  it('is for the authority of a granted permit', async () => {
    const work = await given.work();
    const request = { assessment_discount: 10 };
    expect((await put(work, 'permit-discount', request)).body.message).toContain('have been granted');
    expect((await put(work, 'permit-discount', request, 'marshfield')).status).toBe(401);
    expect((await put(work, 'permit-discount', request, 'northbeck')).status).toBe(401);
    expect((await put({ ...work, prn: `${work.wrn}-09` }, 'permit-discount', request)).status).toBe(404);
    for (const wrong of [{}, { assessment_discount: 101 }, { assessment_discount: 1.5 }, { assessment_discount: -1 }]) {
      expect((await put(work, 'permit-discount', wrong)).status).toBe(400);
    }
  });
});

describe('PUT …/lane-rental-assessments', () => {
  it('keeps the last finding; band, days and agreement of a charge alone', async () => {
    const work = await given.work();
    const charge = { charge_band: 'charge_band_2', chargeable_days: 4, charges_agreed: true };
    const found = { ...charge, additional_details: 'Peak hours' };
    expect((await put(work, 'lane-rental-assessments', { outcome: 'chargeable', ...found })).status).toBe(204);
    expect(await given.permit(work)).toMatchObject({
      lane_rental_assessment_outcome: 'chargeable',
      lane_rental_assessment_outcome_string: 'chargeable',
      lane_rental_assessment_charge_band: 'charge_band_2',
      lane_rental_assessment_chargeable_days: 4,
      lane_rental_assessment_charges_agreed: true,
      lane_rental_assessment_additional_details: 'Peak hours',
    });
    expect(await lastEntry(work)).toMatchObject({ event: 'lane_rental_assessed', topic: 'Application' });
    expect((await put(work, 'lane-rental-assessments', { outcome: 'exempt', ...charge })).status).toBe(204);
    const permit = await given.permit(work);
    expect(permit.lane_rental_assessment_outcome).toBe('exempt');
    expect(Object.keys(permit).filter((name) => /charge|additional_details/.test(name))).toEqual([]);
  });

  it('asks whether charges are agreed, within the limits of the contract', async () => {
    const work = await given.work();
    const reply = await put(work, 'lane-rental-assessments', { outcome: 'chargeable', chargeable_days: 0 });
    expect(Object.keys(reply.body.error.fields).sort()).toEqual(['chargeable_days', 'charges_agreed']);
    expect((await put(work, 'lane-rental-assessments', { outcome: 'free' })).status).toBe(400);
    expect((await put(work, 'lane-rental-assessments', { outcome: 'exempt' }, 'northbeck')).status).toBe(401);
  });
});

describe('HS2', () => {
  it('is granted at once where the authority is only consulted, and tells whom it named', async () => {
    const work = await given.work(consultation, 'railway');
    expect(await given.permit(work)).toMatchObject({
      permit_status: 'granted',
      assessment_status: 'granted_auto',
      hs2_is_consultation: true,
      hs2_is_consent: false,
      hs2_acknowledged: false,
      hs2_consultation_requested_response_date: '2026-12-01T00:00:00.000Z',
      permit_conditions: [],
    });
    expect(await given.events(work.wrn, 'railway')).toEqual([
      'planned_works_record_created',
      'permit_submitted',
      'permit_granted',
    ]);
    for (const recipient of consultation.hs2_highway_emails) {
      expect(await mails(recipient)).toEqual([
        expect.objectContaining({ recipient, written_at: START, subject: expect.stringContaining(work.prn) }),
      ]);
    }
  });

  it('writes to nobody for other promoters, nor for an application that is refused', async () => {
    await given.work({ hs2_highway_emails: ['other@ellerdale.example'] });
    const unknownStreet = { ...consultation, hs2_highway_emails: ['third@ellerdale.example'], usrn: 99999998 };
    expect((await api.as('railway').post('/works', workBody(unknownStreet))).status).toBe(400);
    expect([await mails('other@ellerdale.example'), await mails('third@ellerdale.example')]).toEqual([[], []]);
  });

  it('can be acknowledged once', async () => {
    const work = await given.work(consultation, 'railway');
    const request = { hs2_acknowledged: true };
    expect((await put(work, 'hs2_acknowledgement', { hs2_acknowledged: false })).status).toBe(400);
    expect((await put(work, 'hs2_acknowledgement', request, 'marshfield')).status).toBe(401);
    const replies = await Promise.all([
      put(work, 'hs2_acknowledgement', request),
      put(work, 'hs2_acknowledgement', request),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 412]);
    expect(await given.permit(work)).toMatchObject({ hs2_acknowledged: true, hs2_acknowledged_date_time: START });
    expect(await lastEntry(work)).toMatchObject({ event: 'permit_hs2_acknowledged', topic: 'Permit' });
    expect((await put(await given.work(), 'hs2_acknowledgement', request)).status).toBe(412);
  });

  it('needs consent for highway works that are exempt or outside the limits, without a discount', async () => {
    for (const [more, discount] of [
      [{ hs2_highway_exemption: 'works_to_a_bridge' }, {}],
      [{ hs2_in_act_limits: false }, { assessment_discount: 10 }],
    ]) {
      const work = await given.work({ ...highway, ...more }, 'railway');
      expect(await given.permit(work)).toMatchObject({
        work_category: 'hs2_highway',
        permit_status: 'submitted',
        hs2_is_consent: true,
        deadline_date: '2026-12-17T16:30:00.000Z',
      });
      await given.assess(work, { assessment_status: 'granted', ...discount });
      expect(await given.permit(work)).not.toHaveProperty('assessment_discount');
      expect((await put(work, 'permit-discount', { assessment_discount: 5 })).status).toBe(412);
      expect((await put(work, 'lane-rental-assessments', { outcome: 'exempt' })).status).toBe(412);
    }
  });

  it('keeps the streets that it named first', async () => {
    const work = await given.work({ ...consultation, hs2_additional_usrns: [8412001, 8412002] }, 'railway');
    const { wrn, prn } = work;
    body(await api.as('railway').put(`/works/${wrn}/permits/${prn}/status`, { permit_status: 'cancelled' }), 204);
    const { promoter_swa_code: _, ...rest } = consultation;
    const next = permitBody({ ...rest, hs2_additional_usrns: [8412003] });
    const added = body(await api.as('railway').post(`/works/${wrn}/permits`, next), 201);
    const permit = await given.permit({ wrn, prn: added.permit_reference_number as string });
    expect(permit.hs2_additional_usrns).toEqual([8412001, 8412002]);
  });
});
