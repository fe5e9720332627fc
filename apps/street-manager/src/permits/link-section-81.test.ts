import { prepared } from '@switchyard/db';
import { body } from '../testing/given';
import type { GivenWork } from '../testing/given';
import { streetManager } from '../testing/street-manager';
import type { Who } from '../testing/street-manager';

const { api, given } = streetManager();

const insertWork = prepared(
  'test-section-81-work',
  `insert into work (reference, status, promoter, highway_authority, workstream, usrn, street_name, road_category,
     coordinates, location_description, created_at)
   values ($1, 'section_81', $2, '2845', '000', 8412007, 'TANNERY LANE', 4, '{"type":"Point","coordinates":[1,2]}', 'x',
     now())`,
);
const insertNotice = prepared(
  'test-section-81',
  `insert into section_81 (reference, work_reference, status, severity, content, status_changed_date, date_created,
     made_safe_by_ha, promoter, highway_authority, workstream, usrn, search)
   values ($1 || '-S81', $1, 'issued', 'low', '{"location_description": "x"}', now(), now(), false, $2, '2845', '000',
     8412007, '')`,
);
let notices = 0;

/** A section 81 of this promoter, by its references. */
async function section81(promoter = '4312'): Promise<{ work: string; reference: string }> {
  const work = `EDS81${String((notices += 1)).padStart(8, '0')}`;
  await api.db().transaction(async (tx) => {
    tx.send(insertWork, [work, promoter]);
    tx.send(insertNotice, [work, promoter]);
  });
  return { work, reference: `${work}-S81` };
}

const link = ({ wrn, prn }: GivenWork, reference: string, who: Who = 'northbeck') =>
  api.as(who).post(`/works/${wrn}/permits/${prn}/link-section-81`, { section_81_reference_number: reference });
const unlink = ({ wrn, prn }: GivenWork, reference: string, reason: string | undefined = 'Another notice') =>
  api.as('northbeck').post(`/works/${wrn}/permits/${prn}/unlink-section-81`, {
    section_81_reference_number: reference,
    unlink_reason: reason,
  });
const newest = async (wrn: string): Promise<object> =>
  body<{ history: [object] }>(await api.as('ellerdale').get(`/works/${wrn}`), 200).history[0];

describe('POST …/link-section-81 and …/unlink-section-81', () => {
  it('ties a permit to the section 81 that it puts right, in the history of both, and parts them again', async () => {
    const [work, notice] = [await given.work(), await section81()];
    expect(await link(work, notice.reference.toLowerCase())).toMatchObject({
      status: 201,
      body: { section_81_work_reference_number: notice.work, section_81_reference_number: notice.reference },
    });
    expect(await given.permit(work)).toMatchObject({
      linked_section_81: { work_reference_number: notice.work, section_81_reference_number: notice.reference },
    });
    const linked = { event: 'section_81_linked_to_permit' };
    expect(await newest(work.wrn)).toMatchObject({ ...linked, topic: 'Permit', object_reference: work.prn });
    expect(await newest(notice.work)).toMatchObject({
      ...linked,
      topic: 'Section81',
      object_reference: notice.reference,
    });

    expect((await unlink(work, notice.reference)).status).toBe(204);
    expect(await given.permit(work)).not.toHaveProperty('linked_section_81');
    for (const wrn of [work.wrn, notice.work]) {
      expect(await newest(wrn)).toMatchObject({
        event: 'section_81_unlinked_from_permit',
        details: expect.stringContaining('Another notice'),
      });
    }
    expect((await link(work, notice.reference)).status).toBe(201);
  });

  it('is one for one, of one promoter', async () => {
    const [work, other] = [await given.work(), await given.work()];
    const [notice, further] = [await section81(), await section81()];
    expect((await unlink(work, notice.reference)).body.message).toBe('The permit is not linked to this section 81');
    expect((await link(work, notice.reference)).status).toBe(201);
    expect((await link(work, further.reference)).body.message).toBe('The permit is already linked to a section 81');
    expect((await link(other, notice.reference)).body.message).toBe('The section 81 is already linked to a permit');
    expect((await unlink(work, further.reference)).status).toBe(412);
    expect((await link(other, (await section81('4313')).reference)).status).toBe(401);
  });

  it('links one of two permits that ask together', async () => {
    const [one, other, notice] = [await given.work(), await given.work(), await section81()];
    const replies = await Promise.all([link(one, notice.reference), link(other, notice.reference)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412]);
  });

  it('needs a permit and a section 81 that exist, and the right to write to both', async () => {
    const [work, notice] = [await given.work(), await section81()];
    expect((await link(work, 'EDS8199999999-S81')).status).toBe(404);
    expect((await link({ ...work, prn: `${work.wrn}-07` }, notice.reference)).status).toBe(404);
    expect((await link({ ...work, wrn: 'NB00100000000' }, notice.reference)).status).toBe(404);
    expect((await link(work, notice.reference, 'ellerdale')).status).toBe(401);
    // The contractor writes in workstream 001 alone, and the section 81 is in 000.
    expect((await link(work, notice.reference, 'contractor')).status).toBe(401);
    expect((await link(work, 'x'.repeat(29))).status).toBe(400);
    expect((await unlink(work, notice.reference, '')).status).toBe(400);
    expect((await unlink(work, notice.reference, 'x'.repeat(501))).status).toBe(400);
    expect(await given.permit(work)).not.toHaveProperty('linked_section_81');
  });
});
