import { streetManager } from '../testing/street-manager';
import type { GivenWork } from '../testing/given';

const { api, given } = streetManager({ PMR_ALTERATIONS: 'applied' });

const FURTHER_END = { proposed_end_date: '2026-12-16T00:00:00.000Z' };

async function modificationRequested(): Promise<GivenWork> {
  const work = await given.work();
  await given.assess(work, { assessment_status: 'permit_modification_request', pending_change_details: 'Shorter' });
  return work;
}

describe('the answer to a modification request, under PMR_ALTERATIONS=applied', () => {
  it('applies at once, and the permit is submitted again with a new deadline', async () => {
    const work = await modificationRequested();
    const alteration = await given.alteration(work, FURTHER_END);
    const shown = await given.shown(alteration);
    expect(shown).toMatchObject({
      alteration_type: 'MODIFIED_PERMIT',
      alteration_status: 'submitted',
      deadline_date: '2026-11-23T16:30:00.000Z',
      permit_status: 'submitted',
      original: { permit_status: 'permit_modification_request' },
      proposed: { permit_status: 'submitted', deadline_date: '2026-11-23T16:30:00.000Z' },
    });
    expect(await given.permit(work)).toMatchObject({
      ...FURTHER_END,
      permit_status: 'submitted',
      assessment_status: 'permit_modification_request',
      ever_modification_requested: true,
      deadline_date: '2026-11-23T16:30:00.000Z',
    });
  });

  it('awaits no assessment of its own', async () => {
    const { wrn, prn, crn } = await given.alteration(await modificationRequested(), FURTHER_END);
    const path = `/works/${wrn}/permits/${prn}/alterations/${crn}/status`;
    const reply = await api.as('ellerdale').put(path, { alteration_status: 'granted', assessment_discount: 0 });
    expect(reply).toMatchObject({
      status: 412,
      body: {
        message: 'A highway authority officer can only assess permit alterations that are awaiting assessment',
      },
    });
    await given.assess({ wrn, prn }, { assessment_status: 'granted', assessment_discount: 0 });
    expect(await given.permit({ wrn, prn })).toMatchObject({ permit_status: 'granted', ...FURTHER_END });
  });

  it('is followed by changes of a submitted permit', async () => {
    const work = await modificationRequested();
    await given.alteration(work, FURTHER_END);
    const second = await given.alteration(work, { additional_info: 'Quiet' });
    expect(await given.shown(second)).toMatchObject({ alteration_type: 'PROMOTER_IMPOSED_CHANGE' });
    expect(await given.permit(work)).toMatchObject({
      additional_info: 'Quiet',
      deadline_date: '2026-11-23T16:30:00.000Z',
    });
  });

  it('deems with the permit', async () => {
    const work = await modificationRequested();
    const alteration = await given.alteration(work, FURTHER_END);
    await api.moveTo({ now: '2026-11-24T09:00:00.000Z' });
    expect(await given.permit(work)).toMatchObject({ permit_status: 'granted', is_deemed: true });
    expect(await given.shown(alteration)).toMatchObject({ alteration_status: 'submitted' });
  });
});
