import { RulesBroken } from '../kernel';
import { BadRequest, InvalidParameters } from './errors';
import { journeyStates } from './enums';
import {
  checkJourney,
  checkJourneyParameters,
  journeyNumbers,
  journeySupplier,
  locationNotFound,
  refuseDuplicate,
  shiftJourneys,
} from './journey-rules';
import { parameterMessage } from './messages';
import { aJourney } from './records.fixture';

const timestamp = '2026-03-01T18:00:00Z';

describe('the parameters of a journey', () => {
  const notIso = 'Timestamp must be formatted as a valid ISO-8601 date-time';

  test.each([
    ['create', { billable: true, timestamp }, []],
    ['create', { billable: false, timestamp, date: '2026-03-02' }, []],
    ['create', { timestamp }, ['Billable is not included in the list']],
    ['create', { billable: 'true', timestamp }, ['Billable is not included in the list']],
    ['create', { billable: true }, [notIso]],
    ['create', { billable: true, timestamp: '2026-03-01 18:00:00' }, [notIso]],
    ['create', { billable: true, timestamp, date: 'soon' }, ['Date must be formatted as a valid ISO-8601 date']],
    ['create', {}, ['Billable is not included in the list', notIso]],
    ['update', { timestamp }, []],
    ['update', { timestamp, billable: null, date: null }, []],
    ['update', { timestamp, billable: 1 }, ['Billable is not included in the list']],
    ['update', { billable: true }, [notIso]],
  ] as const)('%s %j: %j', (action, attributes, messages) => {
    expect(checkJourneyParameters(attributes, action).map(parameterMessage)).toEqual(messages);
  });
});

test.each([
  [{ fromLocationId: 'a', toLocationId: 'b', billable: true }, []],
  [{ fromLocationId: 'a', toLocationId: 'a', billable: true }, ['to_location_id']],
  [{ fromLocationId: 'a', toLocationId: 'b', billable: null }, ['billable']],
])('%j breaks %j', (journey, fields) => {
  expect(checkJourney(journey).map(({ field }) => field)).toEqual(fields);
});

describe('a second journey between the same places', () => {
  test.each(journeyStates)('beside one that is %s', (state) => {
    const attempt = () => refuseDuplicate([aJourney({ state })], 'prison-1', 'court-1');
    if (state === 'rejected' || state === 'cancelled') expect(attempt).not.toThrow();
    else expect(attempt).toThrow(BadRequest);
  });

  it('is no duplicate the other way round', () => {
    expect(() => refuseDuplicate([aJourney()], 'court-1', 'prison-1')).not.toThrow();
  });
});

describe('the supplier of a journey', () => {
  test.each([
    ['named', null, 'named'],
    [null, 'owner', 'owner'],
    ['owner', 'owner', 'owner'],
  ])('named %p, client %p: %s', (named, owner, supplier) => {
    expect(journeySupplier(named, owner)).toBe(supplier);
  });

  it('cannot be another supplier', () => {
    expect(() => journeySupplier('other', 'owner')).toThrow(InvalidParameters);
  });

  it('must exist', () => {
    expect(() => journeySupplier(null, null)).toThrow(
      new RulesBroken([{ field: 'supplier', code: 'blank', message: 'must exist' }]),
    );
  });
});

it('says which location it did not find', () => {
  expect(parameterMessage(locationNotFound('X'))).toBe('Location reference was not found id=X');
});

describe('when the move is given another date', () => {
  it('takes along the proposed journeys of the old date', () => {
    const journeys = [
      aJourney({ id: 'follows' }),
      aJourney({ id: 'another-day', date: '2026-03-11' }),
      aJourney({ id: 'started', state: 'in_progress' }),
    ];
    expect(shiftJourneys(journeys, '2026-03-10', '2026-03-12')).toEqual([
      aJourney({ id: 'follows', date: '2026-03-12' }),
    ]);
  });

  test.each([
    [null, '2026-03-12'],
    ['2026-03-10', null],
    ['2026-03-10', '2026-03-10'],
  ])('leaves all alone from %p to %p', (from, to) => {
    expect(shiftJourneys([aJourney()], from, to)).toEqual([]);
  });
});

it('numbers journeys by their time', () => {
  const journeys = [
    aJourney({ id: 'later', clientTimestamp: new Date(2) }),
    aJourney({ id: 'first', clientTimestamp: new Date(1) }),
  ];
  expect([...journeyNumbers(journeys)]).toEqual([
    ['first', 1],
    ['later', 2],
  ]);
});
