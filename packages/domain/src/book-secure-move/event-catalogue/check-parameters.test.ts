import { parametersDetail } from '../messages';
import { postableEventTypes } from './catalogue';
import { checkEventParameters } from './check-parameters';

const good = { occurred_at: '2026-03-02T17:40:00Z', recorded_at: '2026-03-02', event_type: 'MoveLockout' };
const notIso = 'must be formatted as a valid ISO-8601 date-time';

test.each(['moves', 'people', 'person_escort_records', 'profiles', 'journeys'])('may be about %s', (type) => {
  expect(checkEventParameters(good, type)).toEqual([]);
});

test.each(postableEventTypes)('may be %s', (type) => {
  expect(checkEventParameters({ ...good, event_type: type }, 'moves')).toEqual([]);
});

test.each([
  [{ occurred_at: undefined }, 'moves', `Occurred at can't be blank, Occurred at ${notIso}`],
  [{ recorded_at: '2026-03-02 17:40:00' }, 'moves', `Recorded at ${notIso}`],
  [{ event_type: undefined }, 'moves', "Event type can't be blank, Event type '' is not a valid event_type"],
  [{ event_type: 'MoveFly' }, 'moves', "Event type 'MoveFly' is not a valid event_type"],
  [{ event_type: 'LodgingCreate' }, 'moves', "Event type 'LodgingCreate' is not a valid event_type"],
  [{}, 'lodgings', "Eventable type 'lodgings' is not a valid eventable type"],
  [{}, undefined, "Eventable type can't be blank, Eventable type '' is not a valid eventable type"],
])('%j about %p', (changes, eventableType, messages) => {
  const violations = checkEventParameters({ ...good, ...changes }, eventableType);
  expect(parametersDetail(violations)).toBe(`Validation failed: ${messages}`);
});
