import { permitStatuses } from '../enums';
import { deemPermit, isDeemable } from './deem-permit';
import { granted, immediate, modificationRequested, paa, refusalOf, started, submitted } from './permit.fixture';

describe('deeming', () => {
  it.each([
    ['a permit', submitted(), ['permit_deemed']],
    ['one whose works go on', started({ status: 'submitted', assessmentStatus: null }), ['permit_deemed']],
    ['an immediate one', immediate(), ['permit_deemed']],
    [
      'one that was modified at once',
      submitted({ assessmentStatus: 'permit_modification_request' }),
      ['permit_deemed'],
    ],
    ['a PAA', paa(), ['paa_deemed']],
  ])('grants %s', (_, facts, events) => {
    const { workStatus } = facts;
    expect(deemPermit(facts)).toMatchObject({ status: 'granted', assessmentStatus: 'granted', workStatus, events });
  });

  it('grants the PAA that a major permit progressed', () => {
    const major = submitted({ category: 'major', progressedPaa: { assessmentStatus: null } });
    expect(deemPermit(major)).toMatchObject({
      progressedPaa: 'granted_auto',
      events: ['permit_deemed', 'paa_granted'],
    });
  });

  it.each(permitStatuses)('is for submitted permits alone: %s', (status) => {
    expect(isDeemable({ category: 'standard', status })).toBe(status === 'submitted');
    expect(isDeemable({ category: 'paa', status })).toBe(status === 'submitted');
  });

  it.each([granted(), modificationRequested(), paa({ status: 'progressed' })])('is refused otherwise (%#)', (facts) => {
    expect(refusalOf(() => deemPermit(facts))).toBe('Only permits with a status of submitted can be deemed');
  });
});
