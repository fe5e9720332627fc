import { checkStart, checkStop } from './on-site';
import { now, told } from './requests.fixture';

describe('the rules of a start', () => {
  const proposedStart = new Date('2026-08-17T00:00:00Z');
  it.each([
    ['2021-08-17T10:15:00Z', []],
    ['2021-08-17T10:15:01Z', ['actual_start_date past']],
    ['2021-08-17T00:00:00Z', []],
    ['2021-08-18T00:00:00Z', ['actual_start_date past']],
    ['2021-08-16T08:00:00Z', ['actual_start_date too_early']],
    [undefined, []],
  ])('%s', (actual_start_date, expected) => {
    expect(told(checkStart({ actual_start_date }, { now, proposedStart }))).toEqual(expected);
  });
});

describe('the rules of a stop', () => {
  it.each([
    ['2021-08-17T10:15:00Z', '2021-08-16T09:00:00Z', []],
    ['2021-08-17T10:15:01Z', '2021-08-16T09:00:00Z', ['actual_stop_date past']],
    ['2021-08-16T08:59:00Z', '2021-08-16T09:00:00Z', ['actual_stop_date before_start']],
    ['2021-08-16T09:00:00Z', '2021-08-16T09:00:00Z', []],
    ['2021-08-16T00:00:00Z', '2021-08-16T09:00:00Z', []],
    ['2021-08-15T00:00:00Z', '2021-08-16T09:00:00Z', ['actual_stop_date before_start']],
    ['2021-08-15T00:00:00Z', null, []],
  ])('%s after the start %s', (actual_stop_date, start, expected) => {
    const actualStart = start === null ? null : new Date(start);
    expect(told(checkStop({ actual_stop_date }, { now, actualStart }))).toEqual(expected);
  });
});
