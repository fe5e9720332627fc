import { checkJourneyAction, journeyActionLocation, journeyActions, journeyActionTypes } from './journey-actions';
import { actionEvent } from './legacy-action';
import { parametersDetail, parametersTitle } from './messages';
import { checkMoveAction, moveActionLocation, moveActions, moveActionTypes } from './move-actions';

const timestamp = '2026-03-10T10:00:00Z';
const location = { data: { type: 'locations', id: 'court-1' } };
const found = { locationFound: true };
const notFound = { locationFound: false };

/** What each type needs beside its timestamp. */
const needed: Record<string, { attributes?: object; relationships?: Record<string, unknown> }> = {
  approve: { attributes: { date: '2026-03-10' } },
  approves: { attributes: { date: '2026-03-10' } },
  cancel: { attributes: { cancellation_reason: 'other' } },
  cancels: { attributes: { cancellation_reason: 'other' } },
  reject: { attributes: { rejection_reason: 'more_info_required' } },
  rejects: { attributes: { rejection_reason: 'more_info_required' } },
  lockouts: { relationships: { from_location: location } },
  redirects: { relationships: { to_location: location } },
  lodgings: { relationships: { to_location: location } },
};

describe('an action on a move', () => {
  it('accepts the published types', () => {
    expect([...moveActionTypes].sort()).toEqual(
      'accepts approve approves cancel cancels complete completes lockouts redirects reject rejects starts'.split(' '),
    );
  });

  test.each(moveActionTypes)('%s with what it needs', (type) => {
    const body = {
      type,
      attributes: { timestamp, ...needed[type]?.attributes },
      relationships: needed[type]?.relationships,
    };
    expect(checkMoveAction(body, found)).toEqual([]);
  });

  test.each([
    [{ type: 'starts', attributes: {} }, found, 'Invalid timestamp', "Timestamp can't be blank"],
    [
      { type: 'starts', attributes: { timestamp: 'now' } },
      found,
      'Invalid timestamp',
      'Timestamp must be formatted as a valid ISO-8601 date-time',
    ],
    [{ type: 'start', attributes: { timestamp } }, found, 'Invalid type', 'Type is not included in the list'],
    [{ attributes: { timestamp } }, found, 'Invalid type', 'Type is not included in the list'],
    [{ type: 'toString', attributes: { timestamp } }, found, 'Invalid type', 'Type is not included in the list'],
    [
      { type: 'cancels', attributes: { timestamp } },
      found,
      'Invalid cancellation_reason',
      'Cancellation reason is not included in the list',
    ],
    [
      { type: 'reject', attributes: { timestamp, rejection_reason: 'x' } },
      found,
      'Invalid rejection_reason',
      'Rejection reason is not included in the list',
    ],
    [{ type: 'approves', attributes: { timestamp } }, found, 'Invalid date', "Date can't be blank"],
    [{ type: 'approve', attributes: { timestamp, date: 'x' } }, found, 'Invalid date', 'Date is not a valid date.'],
    [{ type: 'redirects', attributes: { timestamp } }, found, 'Invalid to_location_id', 'To location is missing'],
    [
      { type: 'redirects', attributes: { timestamp }, relationships: { to_location: location } },
      notFound,
      'Invalid to_location_id',
      'To location was not found',
    ],
    [{ type: 'lockouts', attributes: { timestamp } }, found, 'Invalid from_location_id', 'From location is missing'],
    [
      { type: 'cancels' },
      found,
      'Invalid timestamp, cancellation_reason',
      "Timestamp can't be blank, Cancellation reason is not included in the list",
    ],
  ])('%j', (body, fact, title, messages) => {
    const violations = checkMoveAction(body, fact);
    expect([parametersTitle(violations), parametersDetail(violations)]).toEqual([
      title,
      `Validation failed: ${messages}`,
    ]);
  });

  it('asks for a location by the type that was sent', () => {
    const relationships = { to_location: location, from_location: location };
    expect(moveActionLocation({ type: 'redirects', relationships })).toEqual({ name: 'to_location', id: 'court-1' });
    expect(moveActionLocation({ type: 'lockouts', relationships })).toEqual({ name: 'from_location', id: 'court-1' });
    expect(moveActionLocation({ type: 'accepts', relationships })).toBeNull();
    expect(moveActionLocation({ type: 'x', relationships })).toBeNull();
  });
});

describe('an action on a journey', () => {
  test.each(journeyActionTypes)('%s with what it needs', (type) => {
    const body = { type, attributes: { timestamp }, relationships: needed[type]?.relationships };
    expect(checkJourneyAction(body, found)).toEqual([]);
  });

  const notIso = 'Timestamp must be formatted as a valid ISO-8601 date-time';

  test.each([
    [{ attributes: { timestamp } }, found, "Type can't be blank, Type is not included in the list"],
    [{ type: 'start', attributes: { timestamp } }, found, 'Type is not included in the list'],
    [{ type: 'starts' }, found, notIso],
    [{ type: 'lockouts', attributes: { timestamp } }, found, 'From location is missing'],
    [{ type: 'lodgings', attributes: { timestamp } }, found, 'To location is missing'],
    [
      { type: 'lodgings', attributes: { timestamp }, relationships: { to_location: location } },
      notFound,
      'To location was not found',
    ],
  ])('%j', (body, fact, messages) => {
    expect(parametersDetail(checkJourneyAction(body, fact))).toBe(`Validation failed: ${messages}`);
  });

  it('takes where a lodging is from either relationship', () => {
    const fromOnly = { type: 'lodgings', relationships: { from_location: location } };
    expect(journeyActionLocation(fromOnly)).toEqual({ name: 'to_location', id: 'court-1' });
    expect(journeyActionLocation({ type: 'starts' })).toBeNull();
  });
});

describe('the event of an action', () => {
  const attributes = {
    timestamp,
    notes: 'Gate closed',
    cancellation_reason: 'other',
    rejection_reason: 'more_info_required',
    rebook: true,
    date: '2026-03-10',
    vehicle_reg: 'XY70 ABC',
    vehicle_depot: 'North',
  };
  const body = { attributes, relationships: { from_location: location, to_location: location } };
  const toLocation = { to_location: { type: 'locations', id: 'court-1' } };
  const fromLocation = { from_location: { type: 'locations', id: 'court-1' } };

  test.each([
    [moveActions.accept, 'MoveAccept', 'Gate closed', {}, {}],
    [moveActions.approve, 'MoveApprove', null, { date: '2026-03-10' }, {}],
    [moveActions.cancel, 'MoveCancel', 'Gate closed', { cancellation_reason: 'other' }, {}],
    [moveActions.reject, 'MoveReject', null, { rejection_reason: 'more_info_required', rebook: true }, {}],
    [moveActions.redirects, 'MoveRedirect', 'Gate closed', {}, toLocation],
    [moveActions.lockouts, 'MoveLockout', 'Gate closed', {}, fromLocation],
    [journeyActions.start, 'JourneyStart', 'Gate closed', { vehicle_reg: 'XY70 ABC', vehicle_depot: 'North' }, {}],
    [journeyActions.complete, 'JourneyComplete', 'Gate closed', { vehicle_reg: 'XY70 ABC' }, {}],
    [journeyActions.lodgings, 'JourneyLodging', 'Gate closed', {}, toLocation],
  ])('%j', (action, eventType, notes, details, relationships) => {
    expect(actionEvent(action, body)).toEqual({ eventType, notes, details, relationships });
  });
});
