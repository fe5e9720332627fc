import { historyEvents, updateEventTypes, updateObjectTypes } from './enums';
import type { HistoryEvent } from './enums';
import { historyDetails, historyOf, reassignmentNote } from './history';
import type { HistoryFacts } from './history';
import { historyCatalogue } from './history-catalogue';

describe('the catalogue of the history', () => {
  it('has every event, and no other', () => {
    expect(Object.keys(historyCatalogue).sort()).toEqual([...historyEvents].sort());
  });

  it.each(historyEvents)(
    '%s shows among the updates exactly when it has a topic, by names that are known there',
    (event) => {
      const { topic, update, details } = historyOf(event);
      expect(details).not.toBe('');
      expect(update === null).toBe(topic === null);
      if (update) {
        expect(updateEventTypes).toContain(update.eventType);
        expect(updateObjectTypes).toContain(update.objectType);
      }
    },
  );

  it('renames two events for the list of updates', () => {
    const renamed = historyEvents.filter((event) => {
      const { update } = historyOf(event);
      return update && (update.eventType as string) !== event;
    });
    expect(renamed.map((event) => [event, historyOf(event).update?.eventType])).toEqual(
      expect.arrayContaining([
        ['inspection_agreed_site_compliance', 'inspection_withdraw_defect'],
        ['section_81_works_record_created', 's81_works_record_created'],
      ]),
    );
    expect(renamed).toHaveLength(2);
  });

  it('keeps one event to the organisation of its author', () => {
    expect(historyEvents.filter((event) => historyOf(event).isInternal)).toEqual(['internal_comment_submitted']);
  });
});

describe('historyOf', () => {
  it.each<[HistoryEvent, HistoryFacts, string | null, string | null]>([
    ['permit_submitted', {}, 'Application', 'permit'],
    ['permit_granted', {}, 'Permit', 'permit'],
    ['permit_cancelled', {}, 'Application', 'permit'],
    ['permit_cancelled', { granted: true }, 'Permit', 'permit'],
    ['lane_rental_assessed', { granted: false }, 'Application', 'permit'],
    ['lane_rental_assessed', { granted: true }, 'Permit', 'permit'],
    ['paa_granted', { granted: true }, 'PAA', 'permit'],
    ['alteration_submitted', {}, 'ChangeRequest', 'alteration'],
    ['work_start_logged', {}, 'Work', 'active_permit'],
    ['reinstatement_submitted', {}, 'Reinstatement', 'site'],
    ['scheduled_inspection_created', {}, 'ScheduledInspection', null],
    ['section_81_linked_to_permit', {}, 'Section81', 'section_81'],
    ['section_81_linked_to_permit', { onPermitWork: true }, 'Permit', 'permit'],
    ['section_81_unlinked_from_permit', { onPermitWork: true }, 'Permit', 'permit'],
    ['section_81_accepted', { onPermitWork: true }, 'Section81', 'section_81'],
    ['section_74_resolved', {}, 'Section74', 'section_74'],
    ['file_uploaded', {}, 'Work', 'file'],
    ['user_invited', {}, null, null],
    ['activity_edited', {}, null, 'activity'],
  ])('%s with %j belongs to %s and refers to %s', (event, facts, topic, object) => {
    expect(historyOf(event, facts)).toMatchObject({ topic, object });
  });
});

describe('historyDetails', () => {
  it.each<[HistoryEvent, string | null | undefined, string]>([
    ['permit_granted', undefined, 'Permit granted'],
    ['permit_revoked', 'Emergency works next door', 'Permit revoked: Emergency works next door'],
    ['permit_revoked', '', 'Permit revoked'],
    ['section_81_reassigned', reassignmentNote('A', 'B'), 'Section 81 reassigned: from A to B'],
  ])('%s with the note %j reads "%s"', (event, note, text) => {
    expect(historyDetails(event, note)).toBe(text);
  });
});
