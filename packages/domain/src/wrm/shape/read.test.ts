import fc from 'fast-check';
import { eventCatalogue, eventTypes } from '../event-catalogue';
import { reading } from './form';
import { read } from './read';
import { dateTime, list, number, nullable, object, optional, required, text, withDefault } from './shape';

const sample = object({
  name: required(text()),
  note: nullable(text({ maxLength: 3 })),
  units: withDefault(number({ integer: true, min: -99, max: 99 }), 1),
  slots: optional(list(object({ at: required(dateTime), by: optional(text()) }), { distinctBy: ['at'] })),
});

const reasonsOf = (value: unknown): string[] =>
  read(sample, value, 'sample').faults.map(
    ({ object: path, reason, attributes }) => `${path} ${reason} ${attributes.join()}`,
  );

const paired = object(
  { low: optional(number({})), high: optional(number({})), note: optional(text({ maxLength: 3 })) },
  reading(['low', 'high'], ({ low, high }, path) =>
    Number(low) > Number(high) ? [{ object: path, reason: 'range', message: 'too low', attributes: ['high'] }] : [],
  ),
);

describe('read', () => {
  it('asks a rule as soon as what it reads is well formed, whatever is wrong beside it', () => {
    const reasons = (value: object) => read(paired, value, 'pair').faults.map(({ reason }) => reason);
    expect(reasons({ low: 2, high: 1, note: 'long', more: 1 })).toEqual(['additionalProperties', 'maxLength', 'range']);
    expect(reasons({ low: '2', high: 1 })).toEqual(['type']);
  });

  it('fills in defaults, keeps null where it clears, and leaves what is absent absent', () => {
    expect(read(sample, { name: 'a', note: null }, 'sample')).toEqual({
      value: { name: 'a', note: null, units: 1 },
      faults: [],
    });
  });

  it('finds the same instant under another offset twice', () => {
    const slots = [{ at: '2026-02-04T19:00:00Z' }, { at: '2026-02-05T08:00:00+13:00' }];
    expect(reasonsOf({ name: 'a', slots })).toEqual(['slots[1] duplicate at']);
  });

  test.each([
    [{}, ['sample missing name']],
    [{ name: ' ' }, ['sample missing name']],
    [{ name: null }, ['sample type name']],
    [{ name: 'a', note: 'four' }, ['sample maxLength note']],
    [{ name: 'a', units: 100 }, ['sample range units']],
    [{ name: 'a', units: 1.5 }, ['sample type units']],
    [{ name: 'a', units: '1' }, ['sample type units']],
    [{ name: 'a', slots: {} }, ['sample type slots']],
    [{ name: 'a', slots: [1] }, ['slots[0] type ']],
    [{ name: 'a', slots: [{ at: 'soon' }] }, ['slots[0] format at']],
    [{ name: 'a', hasOwnProperty: 1 }, ['sample additionalProperties hasOwnProperty']],
  ])('judges %j', (value, expected) => {
    expect(reasonsOf(value)).toEqual(expected);
  });

  it('answers any JSON with a value or with faults, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(...eventTypes), (value, type) => {
        const { faults } = read<unknown>(eventCatalogue[type].task, value, 'notification');
        for (const { object: path, message } of faults) expect([path, message]).not.toContain('');
      }),
    );
  });

  it('reads what it has read to the same', () => {
    const values = fc.record({
      name: fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
      note: fc.option(fc.string({ maxLength: 3 })),
      units: fc.integer({ min: -99, max: 99 }),
    });
    fc.assert(
      fc.property(values, (value) => {
        const once = read(sample, value, 'sample').value;
        expect(read(sample, once, 'sample')).toEqual({ value: once, faults: [] });
      }),
    );
  });
});
