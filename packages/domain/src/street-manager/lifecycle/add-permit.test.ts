import { permitStatuses } from '../enums';
import type { PermitStatus } from '../enums';
import { addPermit, progressPaa } from './add-permit';
import type { PermitAdditionFacts } from './add-permit';
import { refusalOf } from './permit.fixture';
import { submitPermit } from './submit-permit';

const after = (status: PermitStatus, change: Partial<PermitAdditionFacts> = {}): PermitAdditionFacts => ({
  workStatus: status === 'closed' ? 'completed' : 'planned',
  activePermit: { category: 'standard', status },
  forwardPlan: null,
  ...change,
});
const withoutPermit: PermitAdditionFacts = { workStatus: 'planned', activePermit: null, forwardPlan: null };
const nothingElse = { paaStatus: null, forwardPlanStatus: null };

describe('adding a permit', () => {
  it.each(['closed', 'refused', 'revoked'] as const)('follows one that is %s', (status) => {
    const expected = { kind: 'additional', workStatus: 'planned', ...nothingElse };
    expect(addPermit(after(status), 'standard')).toEqual(expected);
  });

  it('follows one that is cancelled, and revives the work', () => {
    const facts = after('cancelled', { workStatus: 'cancelled' });
    expect(addPermit(facts, 'minor')).toMatchObject({ kind: 'additional', workStatus: 'planned' });
  });

  it('begins at once when it is immediate', () => {
    expect(addPermit(after('closed'), 'immediate_urgent').workStatus).toBe('in_progress');
  });

  it.each(['submitted', 'granted'] as const)('progresses a PAA that is %s', (status) => {
    const facts = after(status, { activePermit: { category: 'paa', status } });
    const expected = { kind: 'progression', workStatus: 'planned', paaStatus: 'progressed', forwardPlanStatus: null };
    expect(addPermit(facts, 'major')).toEqual(expected);
  });

  it.each(['refused', 'revoked'] as const)('follows a PAA that is %s', (status) => {
    const facts = after(status, { activePermit: { category: 'paa', status } });
    expect(addPermit(facts, 'paa')).toMatchObject({ kind: 'additional', paaStatus: null });
  });

  it('progresses the forward plan of a work that has nothing else', () => {
    const facts = { ...withoutPermit, forwardPlan: 'raised' } as const;
    const expected = { kind: 'planned', workStatus: 'planned', paaStatus: null, forwardPlanStatus: 'progressed' };
    expect(addPermit(facts, 'minor')).toEqual(expected);
  });

  it('revives a work whose forward plan was cancelled', () => {
    const facts = { ...withoutPermit, workStatus: 'cancelled', forwardPlan: 'cancelled' } as const;
    expect(addPermit(facts, 'minor')).toEqual({ kind: 'additional', workStatus: 'planned', ...nothingElse });
  });

  it.each(['historical', 'non_notifiable'] as const)('is the first on a %s work', (workStatus) => {
    const facts = { ...withoutPermit, workStatus };
    expect(addPermit(facts, 'minor')).toEqual({ kind: 'first', workStatus: 'planned', ...nothingElse });
  });

  it.each(['section_81', 'unattributable', 'in_progress'] as const)('is refused on a work that is %s', (workStatus) => {
    const reason = `A permit can not be added to works that are ${workStatus}`;
    expect(refusalOf(() => addPermit({ ...withoutPermit, workStatus }, 'minor'))).toBe(reason);
    expect(refusalOf(() => addPermit(after('refused', { workStatus }), 'minor'))).toBe(reason);
  });

  it.each(['submitted', 'granted', 'permit_modification_request'] as const)(
    'is refused after one that is %s',
    (status) => {
      expect(refusalOf(() => addPermit(after(status), 'minor'))).toBe(
        `A permit can not be added while the active permit has a status of ${status}`,
      );
    },
  );

  it('is refused on a PAA when it would not be its major permit', () => {
    const facts = after('granted', { activePermit: { category: 'paa', status: 'granted' } });
    expect(refusalOf(() => addPermit(facts, 'immediate_urgent'))).toBe(
      'A PAA can only be progressed to a major permit',
    );
  });
});

test.each(permitStatuses)('a PAA that is %s is progressed only while it counts', (status) => {
  const refusal = `A PAA with a status of ${status} can not be progressed`;
  const expected = status === 'submitted' || status === 'granted' ? 'allowed' : refusal;
  expect(refusalOf(() => progressPaa(status, 'major'))).toBe(expected);
});

describe('submitting a permit', () => {
  it.each([
    ['standard', 'ordinary', 'submitted', null, false, ['permit_submitted']],
    ['paa', 'ordinary', 'submitted', null, false, ['paa_submitted']],
    ['immediate_emergency', 'ordinary', 'submitted', null, true, ['permit_submitted']],
    ['hs2_highway', 'consent', 'submitted', null, false, ['permit_submitted']],
    ['hs2_highway', 'consultation', 'granted', 'granted_auto', false, ['permit_submitted', 'permit_granted']],
    ['immediate_urgent', 'consultation', 'granted', 'granted_auto', true, ['permit_submitted', 'permit_granted']],
    ['paa', 'consultation', 'granted', 'granted_auto', false, ['paa_submitted', 'paa_granted']],
  ] as const)('%s, HS2 %s: %s', (category, treatment, status, assessmentStatus, isStarted, events) => {
    expect(submitPermit(category, treatment)).toEqual({ status, assessmentStatus, isStarted, events });
  });
});
