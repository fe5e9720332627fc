import { alteredContent, imposedContent } from './altered-content';
import type { CurrentContent } from './alteration-changes';
import { alteration, permit, point } from './requests.fixture';

const { workstream_prefix: _, ...content } = permit;
const answers = { early_start_pre_approval: false, early_start_reason: 'A leak' };
const current: CurrentContent = { ...content, ...answers, works_coordinates: point, additional_info: 'Noisy' };

describe('alteredContent', () => {
  it('is what was sent: what is left out is gone', () => {
    const altered = alteredContent({ ...alteration, description_of_work: 'x' }, current, 'kept');
    expect(altered).toMatchObject({ description_of_work: 'x', work_type: 'planned' });
    expect(altered).not.toHaveProperty('additional_info');
  });

  it('holds nothing that is said of the alteration alone', () => {
    const request = { ...alteration, file_ids: [1], internal_user_name: 'A', internal_user_identifier: 'a' };
    const members = Object.keys(alteredContent(request, current, 'kept'));
    for (const member of ['permit_alteration_reason', 'file_ids', 'internal_user_name', 'internal_user_identifier']) {
      expect(members).not.toContain(member);
    }
  });

  it('keeps the place unless another is sent', () => {
    const other = { type: 'Point', coordinates: [1, 1] };
    expect(alteredContent(alteration, current, 'kept').works_coordinates).toEqual(point);
    const moved = alteredContent({ ...alteration, works_coordinates: other }, current, 'kept');
    expect(moved.works_coordinates).toEqual(other);
  });

  it.each([
    ['kept', answers],
    ['asked', { early_start_pre_approval: true, pre_approval_details: 'by phone' }],
    ['cleared', {}],
  ] as const)('has the answers about an early start %s', (fate, expected) => {
    const request = { ...alteration, early_start_pre_approval: true, pre_approval_details: 'by phone' };
    const altered = alteredContent(request, current, fate);
    const shown = Object.entries(altered).filter(([name]) => /^(early_start|pre_approval)/.test(name));
    expect(Object.fromEntries(shown)).toEqual(expected);
  });
});

describe('imposedContent', () => {
  it('is the permit with other conditions, or with its own', () => {
    const permit_conditions = [{ condition: 'NCT06a' as const }];
    expect(imposedContent({ ...alteration, permit_conditions }, current)).toEqual({ ...current, permit_conditions });
    expect(imposedContent({ additional_info: 'x' }, current)).toEqual(current);
  });
});
