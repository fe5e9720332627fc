import { actorRefusal } from './access-actors';
import type { ActorField } from './access-actors';
import type { Side } from './access-roles';

describe('actorRefusal', () => {
  it.each<[ActorField, string, Side | 'both']>([
    ['fpn_status', 'accepted', 'promoter'],
    ['fpn_status', 'disputed', 'promoter'],
    ['fpn_status', 'paid', 'authority'],
    ['fpn_status', 'paid_discounted', 'authority'],
    ['fpn_status', 'withdrawn', 'authority'],
    ['fpn_status', 'issued', 'both'],
    ['section_81_status', 'acknowledged', 'promoter'],
    ['section_81_status', 'accepted', 'promoter'],
    ['section_81_status', 'accepted_fixed', 'promoter'],
    ['section_81_status', 'rejected', 'promoter'],
    ['section_81_status', 'resolved_by_ha', 'authority'],
    ['section_81_status', 'cancelled', 'authority'],
    ['section_81_status', 'issued', 'both'],
    ['topic', 'OVERRUN', 'authority'],
    ['topic', 'GENERAL', 'both'],
    ['topic', 'toString', 'both'],
    ['permit_status', 'cancelled', 'promoter'],
  ])('%s %s is for %s', (field, value, actor) => {
    expect(actorRefusal('promoter', field, value) === null).toBe(actor !== 'authority');
    expect(actorRefusal('authority', field, value) === null).toBe(actor !== 'promoter');
  });

  it.each(['granted', 'refused', 'permit_modification_request', 'revoked'])(
    'leaves a promoter that sends permit_status %s to the rules of the request',
    (value) => {
      expect(actorRefusal('promoter', 'permit_status', value)).toBeNull();
      expect(actorRefusal('authority', 'permit_status', value)).toBeNull();
    },
  );

  it.each([undefined, null])('has nothing against %s', (value) => {
    expect(actorRefusal('promoter', 'topic', value)).toBeNull();
  });
});
