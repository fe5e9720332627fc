import { violation } from '../kernel';
import { checkIdempotencyKey } from './idempotency-key';
import { humanise, parameterMessage, parametersDetail, parametersTitle, recordDetail } from './messages';
import { blank, groupedByField, isBlank, notInList, notIsoDate, plainText, taken } from './standard-violations';

describe("a record's error as a sentence", () => {
  test.each([
    [taken('date'), 'Date has already been taken'],
    [
      plainText('to_location_id', 'should be different to the from location'),
      'To location id should be different to the from location',
    ],
    [notIsoDate('flight_time'), 'Flight time must be formatted as a valid iso-8601 date'],
    [plainText('end_date', 'must be after start_date'), 'End date must be after start date'],
    [plainText('date_to', 'must be after date from'), 'Date to must be after date from'],
    [violation('billable', 'exclusion', 'is reserved'), 'Billable is reserved'],
    [violation('moves.from_location', 'invalid_location', 'must be a prison'), 'Moves.from location must be a prison'],
    [
      plainText('assessment_answers', 'One or more assessment answers is invalid'),
      'Assessment answers one or more assessment answers is invalid',
    ],
  ])('%j', (broken, sentence) => {
    expect(recordDetail(broken)).toBe(sentence);
  });

  it('drops a final id', () => {
    expect(humanise('location_id')).toBe('Location');
  });
});

describe('wrong parameters as one error', () => {
  const noKey = checkIdempotencyKey(undefined);

  it('names every attribute once', () => {
    expect(parametersTitle(noKey)).toBe('Invalid idempotency_key');
    expect(parametersTitle([...noKey, blank('timestamp')])).toBe('Invalid idempotency_key, timestamp');
  });

  it('joins the messages', () => {
    expect(parametersDetail(noKey)).toBe(
      "Validation failed: Idempotency key can't be blank, Idempotency key is invalid",
    );
  });

  test.each([
    [violation('to_location_id', 'missing', 'is missing'), 'To location is missing'],
    [violation('location', 'not_found', 'reference was not found id=X_1'), 'Location reference was not found id=X_1'],
    [violation('event_type', 'inclusion', "'' is not a valid event_type"), "Event type '' is not a valid event_type"],
    [notInList('status'), 'Status is not included in the list'],
    [blank('latest_nomis_booking_id'), "Latest nomis booking can't be blank"],
  ])('%j', (broken, sentence) => {
    expect(parameterMessage(broken)).toBe(sentence);
  });
});

describe('an Idempotency-Key', () => {
  test.each([
    ['8d0a1f5c-3B54-0000-ffff-2f1a6b7c8d9e', 0],
    ['8d0a1f5c3b540000ffff2f1a6b7c8d9e', 1],
    ['8d0a1f5c-3b54-0000-ffff-2f1a6b7c8d9g', 1],
    ['', 2],
  ])('%p breaks %i rules', (key, count) => {
    expect(checkIdempotencyKey(key)).toHaveLength(count);
  });
});

it("puts each field's violations together, in order of first failure", () => {
  const fields = groupedByField([blank('a'), blank('b'), notInList('a')]).map(({ field, code }) => `${field} ${code}`);
  expect(fields).toEqual(['a blank', 'a inclusion', 'b blank']);
});

test.each([
  [null, true],
  [undefined, true],
  [false, true],
  ['  ', true],
  [[], true],
  [{}, true],
  [0, false],
  [true, false],
  ['x', false],
  [[''], false],
  [new Date(0), false],
])('%p is blank: %p', (value, expected) => {
  expect(isBlank(value)).toBe(expected);
});
