import { fpnStatuses, fixedPenaltyNoticeMachine } from '@switchyard/domain/street-manager';
import type { FPNStatus, FpnAnswer } from '@switchyard/domain/street-manager';
import { body, fpnBody } from '../testing/given';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const post = (wrn: string, more: object = {}) =>
  api.as('ellerdale').post(`/works/${wrn}/fixed-penalty-notices`, fpnBody(more));

const show = async (path: string) => body(await api.as('northbeck').get(path), 200);

describe('POST /works/{workReferenceNumber}/fixed-penalty-notices', () => {
  it('issues a notice, which both parties can read in full', async () => {
    const { wrn, prn } = await given.work();
    const file = await given.file('breach.pdf', 'ellerdale');
    const more = { permit_reference_number: prn.toLowerCase(), fpn_evidence: true, file_ids: [file] };
    const reply = await post(wrn, { ...more, internal_user_identifier: 'desk-4' });
    expect(body(reply, 201)).toEqual({ fpn_reference_number: `${wrn}-FPN-01` });
    expect(await show(`/works/${wrn.toLowerCase()}/fixed-penalty-notices/${wrn}-fpn-01`)).toEqual({
      fpn_reference_number: `${wrn}-FPN-01`,
      fpn_offence_type: 'offence_code_09',
      fpn_offence_type_string: 'offence_code_09',
      fpn_status: 'issued',
      fpn_status_string: 'issued',
      issue_date_time: START,
      status_changed_date: START,
      location: 'Outside numbers 12 to 30',
      offence_date: '2026-11-20T09:00:00.000Z',
      offence_details: 'Working outside the permitted hours',
      authorised_officer: 'J Okoro',
      officer_contact_details: '01632960170',
      officer_address: 'Civic Yard, Ellerdale',
      representations_contact: 'Street works team',
      representations_contact_address: 'Civic Yard, Ellerdale',
      payment_methods: ['bank_transfer', 'card_payment'],
      payment_methods_string: ['bank_transfer', 'card_payment'],
      work_reference_number: wrn,
      promoter_organisation: 'NORTHBECK WATER',
      ha_organisation: 'ELLERDALE COUNCIL',
      files: [{ file_id: file, name: 'breach.pdf' }],
      permit_reference_number: prn,
    });
    const work = body<Record<string, object[]>>(await api.as('northbeck').get(`/works/${wrn}`), 200);
    expect(work.fpns).toEqual([
      {
        fpn_reference_number: `${wrn}-FPN-01`,
        fpn_offence_type: 'offence_code_09',
        fpn_offence_type_string: 'offence_code_09',
        issue_date_time: START,
        fpn_status: 'issued',
        fpn_status_string: 'issued',
        status_changed_date: START,
      },
    ]);
    expect(work.history![0]).toMatchObject({
      event: 'fpn_submitted',
      topic: 'FPN',
      object_reference: `${wrn}-FPN-01`,
      username: 'officer@ellerdale.example',
      internal_user_identifier: 'desk-4',
    });
  });

  it('leaves out what it has not', async () => {
    const { wrn } = await given.work();
    const shown = await show(`/works/${wrn}/fixed-penalty-notices/${await given.fpn({ wrn })}`);
    expect(shown).not.toHaveProperty('permit_reference_number');
    expect(shown.files).toEqual([]);
  });

  it('gives two officers at once two numbers, at any stage of the works', async () => {
    const work = await given.work();
    await api.as('northbeck').put(`/works/${work.wrn}/permits/${work.prn}/status`, { permit_status: 'cancelled' });
    const replies = await Promise.all([post(work.wrn), post(work.wrn)]);
    const references = replies.map((reply) => reply.body.fpn_reference_number as string);
    expect(references.sort()).toEqual([`${work.wrn}-FPN-01`, `${work.wrn}-FPN-02`]);
  });

  it.each<[string, object, string]>([
    ['an offence to come', { offence_date: '2026-11-20T10:01:00.000Z' }, 'offence_date'],
    ['an offence that is not known', { offence_code: 'offence_code_07' }, 'offence_code'],
    ['details that are too long', { offence_details: 'x'.repeat(501) }, 'offence_details'],
    ['an officer without a name', { authorised_officer: null }, 'authorised_officer'],
    ['an address that is too long', { officer_address: 'x'.repeat(501) }, 'officer_address'],
    ['nobody to write to', { representations_contact: null }, 'representations_contact'],
    ['a way to pay that is not known', { payment_methods: ['gold'] }, 'payment_methods[0]'],
    ['evidence without a file', { fpn_evidence: true }, 'file_ids'],
    ['a permit of other works', { permit_reference_number: 'NB00100000000-01' }, 'permit_reference_number'],
    ['a file that nobody uploaded', { file_ids: [999_999] }, 'file_ids[0]'],
  ])('refuses %s, and issues nothing', async (_, more, field) => {
    const { wrn } = await given.work();
    const reply = await post(wrn, more);
    expect(Object.keys(body<{ error: { fields: object } }>(reply, 400).error.fields)).toEqual([field]);
    expect(await given.events(wrn)).toEqual(['planned_works_record_created', 'permit_submitted']);
    expect(await given.fpn({ wrn })).toBe(`${wrn}-FPN-01`);
  });

  it('is for the authority of the work alone', async () => {
    const { wrn } = await given.work();
    for (const who of ['northbeck', 'marshfield', 'nobody'] as const) {
      expect((await api.as(who).post(`/works/${wrn}/fixed-penalty-notices`, fpnBody())).status).toBe(401);
    }
    expect((await post('NB00100000000')).status).toBe(404);
  });
});

describe('GET …/fixed-penalty-notices/{fpnReferenceNumber}', () => {
  it('is a JSON:API document to whoever accepts that', async () => {
    const { wrn, prn } = await given.work();
    const reference = await given.fpn({ wrn }, { permit_reference_number: prn });
    const accept = { Accept: 'application/vnd.api+json' };
    const reply = await api.as('northbeck').get(`/works/${wrn}/fixed-penalty-notices/${reference}`, accept);
    expect(reply.body).toMatchObject({
      data: {
        type: 'fixed-penalty-notices',
        id: reference,
        attributes: { fpn_status: 'issued' },
        relationships: {
          work: { data: { type: 'works', id: wrn } },
          permit: { data: { type: 'permits', id: prn } },
          files: { data: [] },
        },
      },
    });
  });

  it('is for the parties of the work alone', async () => {
    const { wrn } = await given.work();
    const path = `/works/${wrn}/fixed-penalty-notices/${await given.fpn({ wrn })}`;
    expect((await api.as('contractor').get(path)).status).toBe(200);
    for (const who of ['southgate', 'marshfield', 'nobody'] as const) {
      expect((await api.as(who).get(path)).status).toBe(401);
    }
    expect((await api.as('northbeck').get(`/works/${wrn}/fixed-penalty-notices/${wrn}-FPN-02`)).status).toBe(404);
  });
});

describe('PUT …/fixed-penalty-notices/{fpnReferenceNumber}/status', () => {
  const actors = {
    accepted: 'northbeck',
    disputed: 'northbeck',
    paid: 'ellerdale',
    paid_discounted: 'ellerdale',
    withdrawn: 'ellerdale',
  } as const satisfies Record<FpnAnswer, string>;
  const answers = Object.keys(actors) as FpnAnswer[];

  const put = (path: string, answer: FpnAnswer) =>
    api.as(actors[answer]).put(`${path}/status`, { fpn_status: answer, status_reason: `because ${answer}` });

  /** A notice that has come to this status. */
  async function notice(wrn: string, status: FPNStatus): Promise<string> {
    const path = `/works/${wrn}/fixed-penalty-notices/${await given.fpn({ wrn })}`;
    if (status !== 'issued') body(await put(path, status), 204);
    return path;
  }

  it.each(fpnStatuses)('on a notice that is %s allows what the table allows', async (current) => {
    const { wrn } = await given.work();
    for (const answer of answers) {
      const path = await notice(wrn, current);
      const allowed = fixedPenaltyNoticeMachine.transitions[answer].from.includes(current);
      const reply = await put(path, answer);
      if (allowed) {
        expect(reply.status).toBe(204);
      } else {
        expect(reply).toMatchObject({
          status: 412,
          body: { message: `A fixed penalty notice with a status of ${current} can not be set to ${answer}` },
        });
      }
      expect((await show(path)).fpn_status).toBe(allowed ? answer : current);
    }
  });

  it.each<[FpnAnswer, string]>([
    ['accepted', 'fpn_accepted'],
    ['disputed', 'fpn_disputed'],
    ['paid', 'fpn_paid'],
    ['paid_discounted', 'fpn_paid'],
    ['withdrawn', 'fpn_withdrawn'],
  ])('says in the history that it is %s', async (answer, event) => {
    const { wrn } = await given.work();
    const path = await notice(wrn, answer);
    const { history } = body<{ history: object[] }>(await api.as('northbeck').get(`/works/${wrn}`), 200);
    expect(history[0]).toMatchObject({
      event,
      topic: 'FPN',
      object_reference: path.split('/').at(-1),
      details: expect.stringMatching(new RegExp(`: because ${answer}$`)),
    });
  });

  it('moves the date of the status', async () => {
    const { wrn } = await given.work();
    const path = await notice(wrn, 'issued');
    await api.moveTo({ now: '2026-11-20T11:30:00.000Z' });
    body(await put(path, 'paid'), 204);
    expect(await show(path)).toMatchObject({ status_changed_date: '2026-11-20T11:30:00.000Z', issue_date_time: START });
    await api.moveTo({ now: START });
  });

  it.each(answers)('of %s is not for the other side, whatever else it says', async (answer) => {
    const { wrn } = await given.work();
    const path = await notice(wrn, 'issued');
    const other = actors[answer] === 'northbeck' ? 'ellerdale' : 'northbeck';
    expect(await api.as(other).put(`${path}/status`, { fpn_status: answer })).toMatchObject({
      status: 401,
      body: { message: 'Access restricted' },
    });
    expect((await show(path)).fpn_status).toBe('issued');
  });

  it.each<['northbeck' | 'ellerdale', object, string]>([
    ['northbeck', { fpn_status: 'disputed' }, 'status_reason'],
    ['ellerdale', { fpn_status: 'withdrawn', status_reason: ' ' }, 'status_reason'],
    ['ellerdale', { fpn_status: 'issued' }, 'fpn_status'],
    ['northbeck', { fpn_status: 'issued' }, 'fpn_status'],
    ['northbeck', { fpn_status: 'forgotten' }, 'fpn_status'],
    ['northbeck', { fpn_status: 'accepted', status_reason: 'x'.repeat(501) }, 'status_reason'],
    ['northbeck', {}, 'fpn_status'],
  ])('from %s as %j is refused naming %s', async (who, request, field) => {
    const { wrn } = await given.work();
    const reply = await api.as(who).put(`${await notice(wrn, 'issued')}/status`, request);
    expect(Object.keys(body<{ error: { fields: object } }>(reply, 400).error.fields)).toEqual([field]);
  });

  it('is for the parties of the work alone, and the promoter needs no reason to accept', async () => {
    const { wrn } = await given.work();
    const path = await notice(wrn, 'issued');
    for (const who of ['southgate', 'nobody'] as const) {
      expect((await api.as(who).put(`${path}/status`, { fpn_status: 'accepted' })).status).toBe(401);
    }
    expect((await api.as('marshfield').put(`${path}/status`, { fpn_status: 'paid' })).status).toBe(401);
    expect((await api.as('ellerdale').put(`${path}9/status`, { fpn_status: 'paid' })).status).toBe(404);
    expect((await api.as('contractor').put(`${path}/status`, { fpn_status: 'accepted' })).status).toBe(204);
  });

  it('by both sides at once happens in turn', async () => {
    const { wrn } = await given.work();
    const path = await notice(wrn, 'issued');
    const [accepted, withdrawn] = await Promise.all([put(path, 'accepted'), put(path, 'withdrawn')]);
    expect(withdrawn.status).toBe(204);
    expect([204, 412]).toContain(accepted.status);
    expect((await show(path)).fpn_status).toBe('withdrawn');
  });
});
