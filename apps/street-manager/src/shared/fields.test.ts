import { violation } from '@switchyard/domain';
import type { BodyFault } from '@switchyard/http';
import { InvalidBody } from '@switchyard/http';
import { fieldsOfBody } from './fields';

const fault = (pointer: string, keyword: string, params: Record<string, unknown> = {}): BodyFault => ({
  pointer,
  keyword,
  message: 'as the validator words it',
  params,
});

const fieldsOf = (body: unknown, faults: readonly BodyFault[], rules: readonly string[] = []) =>
  fieldsOfBody(
    new InvalidBody(
      faults,
      rules.map((path) => violation(path, 'broken', 'breaks a rule')),
      body,
    ),
  );

describe('fieldsOfBody', () => {
  it.each([
    ['type', { type: 'integer' }, 'must be an integer'],
    ['type', { type: ['integer', 'null'] }, 'must be an integer'],
    ['type', { type: ['string', 'number'] }, 'must be a string or a number'],
    ['enum', { allowedValues: ['a', 'b', null] }, 'must be one of a, b'],
    ['const', { allowedValue: true }, 'must be true'],
    ['discriminator', { tag: 'type' }, 'must have a type that is allowed here'],
    ['pattern', { pattern: '^[0-9]{3}$' }, 'must match ^[0-9]{3}$'],
    ['maxLength', { limit: 100 }, 'must not be longer than 100 characters'],
    ['format', { format: 'date-time' }, 'must be an ISO 8601 date and time with a time zone'],
  ])('words %s %j', (keyword, params, message) => {
    expect(fieldsOf({ at: 1 }, [fault('/at', keyword, params)])).toEqual({ at: { message, value: 1 } });
  });

  it('names places in lists, what is missing and what is unknown', () => {
    const body = { list: [{}, { odd: 1 }] };
    expect(
      fieldsOf(body, [
        fault('/list/0', 'required', { missingProperty: 'name' }),
        fault('/list/1', 'additionalProperties', { additionalProperty: 'odd' }),
      ]),
    ).toEqual({
      'list[0].name': { message: 'is required', value: null },
      'list[1].odd': { message: 'is not a member of this request', value: 1 },
    });
  });

  it.each([
    ['the same', 'place', 'place', ['place']],
    ['a part of it', 'place', 'place.type', ['place']],
    ['what it is a part of', 'place/points/0', 'place', ['place.points[0]']],
    ['another', 'place', 'placement', ['place', 'placement']],
  ])('says once what the contract and a rule find in %s', (_, pointer, rule, expected) => {
    const body = { place: { type: 'x', points: ['x'] }, placement: 1 };
    expect(Object.keys(fieldsOf(body, [fault(`/${pointer}`, 'type', { type: 'number' })], [rule]))).toEqual(expected);
  });
});
