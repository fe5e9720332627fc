import fc from 'fast-check';
import { types } from 'pg';
import { toInstant } from './types';

const driver = types.getTypeParser(1184, 'text') as (text: string) => Date | number;

describe('toInstant', () => {
  it('reads what PostgreSQL writes in UTC as the driver does', () => {
    const instants = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom('', '.5', '.25', '.123', '.123456', '.000001'), (instant, fraction) => {
        const text = `${instant.toISOString().slice(0, 19).replace('T', ' ')}${fraction}+00`;
        expect(toInstant(text)).toEqual(driver(text));
      }),
    );
  });

  it.each([
    '2026-07-01 12:00:00+01',
    '2026-07-01 12:00:00.5-03:30',
    '0044-03-15 12:00:00+00 BC',
    '12026-01-01 00:00:00+00',
    'infinity',
  ])('leaves %s to the driver', (text) => expect(toInstant(text)).toEqual(driver(text)));
});
