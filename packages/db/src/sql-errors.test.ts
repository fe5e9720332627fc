import { DatabaseUnavailable, isRetryable, translate, UniqueViolation, ValueRefused } from './sql-errors';

const driverError = (facts: object, message = 'from the driver'): Error => Object.assign(new Error(message), facts);

describe('translate', () => {
  it.each([
    '53300',
    '53100',
    '53200',
    '55P03',
    '57014',
    '57P01',
    '57P02',
    '57P03',
    '57P05',
    '25P03',
    '25006',
    '40001',
    '40P01',
    '08000',
    '08003',
    '08006',
    '08P01',
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
  ])('names %s unavailable, and keeps it as the cause', (code) => {
    // prettier-ignore
    const error = driverError({ code });
    expect(translate(error)).toMatchObject({ constructor: DatabaseUnavailable, sqlState: code, cause: error });
  });

  it.each([
    'Connection terminated',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Cannot use a pool after calling end on the pool',
  ])('names the driver\'s "%s" unavailable', (message) => {
    expect(translate(driverError({}, message))).toMatchObject({
      constructor: DatabaseUnavailable,
      sqlState: 'connection',
    });
  });

  it.each(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05', '23514'])('names %s refused', (code) => {
    const error = driverError({ code, column: 'name' });
    expect(translate(error)).toMatchObject({ constructor: ValueRefused, sqlState: code, column: 'name', cause: error });
  });

  it('names the constraint that a parallel write has taken', () => {
    const error = driverError({ code: '23505', constraint: 'move_reference' });
    expect(translate(error)).toMatchObject({
      constructor: UniqueViolation,
      constraint: 'move_reference',
      cause: error,
    });
  });

  it.each(['23503', '23502', '42P01', '42601', '0A000', 'P0001', ''])(
    'gives %s on as it was: our own fault',
    (code) => {
      const error = driverError({ code });
      expect(translate(error)).toBe(error);
    },
  );

  it.each(['text', undefined, null, { code: '40001' }])('gives %p on: not an error', (thrown) => {
    expect(translate(thrown)).toBe(thrown);
  });
});

describe('isRetryable', () => {
  it.each([
    [driverError({ code: '40001' }), true],
    [driverError({ code: '40P01' }), true],
    [driverError({ code: '55P03' }), false],
    [driverError({ code: '57P01' }), false],
    [new Error('other'), false],
    [undefined, false],
    [null, false],
  ])('%p: %p', (error, expected) => {
    expect(isRetryable(error)).toBe(expected);
  });
});
