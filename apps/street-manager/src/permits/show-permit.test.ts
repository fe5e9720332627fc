import { body } from '../testing/given';
import { streetManager } from '../testing/street-manager';

const { api, given } = streetManager();
const accept = { Accept: 'application/vnd.api+json' };

describe('GET /works/{wrn}/permits/{prn}', () => {
  it('is open to every user of the three roles, in any case of the references', async () => {
    const work = await given.work();
    for (const who of ['southgate', 'marshfield', 'contractor', 'railway'] as const) {
      expect(await given.permit(work, who)).toMatchObject({ permit_reference_number: work.prn });
    }
    const lower = { wrn: work.wrn.toLowerCase(), prn: work.prn.toLowerCase() };
    expect(await given.permit(lower)).toEqual(await given.permit(work));
    const url = `/works/${work.wrn}/permits/${work.prn}`;
    for (const who of ['export', 'admin', 'nobody'] as const) expect((await api.as(who).get(url)).status).toBe(401);
  });

  it('is not found under another work', async () => {
    const [work, other] = [await given.work(), await given.work()];
    for (const url of [`/works/${other.wrn}/permits/${work.prn}`, `/works/NOWHERE/permits/${work.prn}`]) {
      expect(await api.as('northbeck').get(url)).toMatchObject({ status: 404, body: { message: 'Not found' } });
    }
  });

  it('is a JSON:API document to whoever accepts that, related to its work and its alterations', async () => {
    const { wrn, prn } = await given.work();
    const url = `/works/${wrn}/permits/${prn}`;
    const document = body<Record<string, unknown>>(await api.as('ellerdale').get(url, accept), 200);
    expect(document).toMatchObject({
      data: {
        type: 'permits',
        id: prn,
        attributes: { permit_status: 'submitted', work_category: 'standard' },
        relationships: {
          work: { data: { type: 'works', id: wrn } },
          permit_alterations: { data: [] },
          linked_section_81: { data: null },
        },
      },
    });
    expect(document).not.toHaveProperty('included');
    const stranger = await api.as('ellerdale').get(`${url}?include=weather`, accept);
    expect(stranger).toMatchObject({ status: 400, body: { errors: [{ source: { pointer: '/include' } }] } });
  });
});
