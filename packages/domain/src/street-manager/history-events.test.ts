import { alterationStatuses, fpnStatuses, historyEvents, inspectionOutcomes, section81Statuses } from './enums';
import {
  alterationEvents,
  commentEvent,
  fpnEvents,
  inspectionEvents,
  permitEvent,
  section74Events,
  section81Events,
  workCreatedEvents,
} from './history-events';
import type { PermitAction } from './history-events';

describe('permitEvent', () => {
  it.each<[PermitAction, string, string | null]>([
    ['submitted', 'permit_submitted', 'paa_submitted'],
    ['granted', 'permit_granted', 'paa_granted'],
    ['granted_with_duration_challenge', 'permit_granted_with_duration_challenge', null],
    ['refused', 'permit_refused', 'paa_refused'],
    ['modification_request', 'permit_modification_request', null],
    ['cancelled', 'permit_cancelled', 'paa_cancelled'],
    ['revoked', 'permit_revoked', 'paa_revoked'],
    ['deemed', 'permit_deemed', 'paa_deemed'],
    ['discount_updated', 'permit_discount_updated', 'paa_discount_updated'],
  ])('%s is %s, and for a PAA %s', (action, ofPermit, ofPaa) => {
    expect(permitEvent(action, false)).toBe(ofPermit);
    if (ofPaa) expect(permitEvent(action, true)).toBe(ofPaa);
    else expect(() => permitEvent(action, true)).toThrow(RangeError);
  });
});

describe('the events of statuses', () => {
  it.each([
    ['works', workCreatedEvents, 6],
    ['alterations', alterationEvents, alterationStatuses.length],
    ['inspections', inspectionEvents, inspectionOutcomes.length],
    ['fixed penalty notices', fpnEvents, fpnStatuses.length],
    ['section 81 notices', section81Events, section81Statuses.length],
    ['section 74 warnings', section74Events, 6],
  ])('of %s are all in the history', (_, events, count) => {
    const named = Object.values(events).filter((event) => event !== null);
    expect(Object.keys(events)).toHaveLength(count);
    expect(historyEvents).toEqual(expect.arrayContaining(named));
  });

  it('are the same for both ways to fail and both ways to pay', () => {
    expect(inspectionEvents.failed_low).toBe(inspectionEvents.failed_high);
    expect(fpnEvents.paid_discounted).toBe(fpnEvents.paid);
  });

  it('leave the revocation of an alteration to its permit', () => {
    expect(alterationEvents.revoked).toBeNull();
  });

  it('tell internal comments apart', () => {
    expect([commentEvent(true), commentEvent(false)]).toEqual(['internal_comment_submitted', 'comment_submitted']);
  });
});
