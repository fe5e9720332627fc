import fc from 'fast-check';
import { addDays, dayIn, isAfter, isBefore, localTime } from '../kernel';
import type { Day } from '../kernel';
import { durationOf } from './calendar';
import { england, instant, someDay } from './days.fixture';
import { slideTo, slidEnd, unslide } from './sliding-end-date';
import { validityPeriodEnd } from './validity';

const standard = {
  isCandidate: true,
  proposedStart: '2021-09-06',
  proposedEnd: '2021-09-13',
  validityPeriodEnd: '2021-09-10',
} as const;

describe('slidEnd', () => {
  it.each<[Day, Day | null]>([
    ['2021-09-03', null],
    ['2021-09-06', null],
    ['2021-09-07', '2021-09-14'],
    ['2021-09-10', '2021-09-17'],
    ['2021-09-11', null],
  ])('of works from 6 to 13 September that start on %s is %s', (start, expected) => {
    expect(slidEnd(england, standard, start)).toBe(expected);
  });

  it('is none where works are no candidate', () => {
    expect(slidEnd(england, { ...standard, isCandidate: false }, '2021-09-07')).toBeNull();
  });

  it.each<[string, Day, Day, Day, Day, Day | null]>([
    ['one day, started on the next', '2021-09-06', '2021-09-06', '2021-09-07', '2021-09-07', '2021-09-07'],
    ['over Christmas', '2021-12-23', '2021-12-24', '2021-12-24', '2021-12-24', '2021-12-29'],
    ['a short major work, started late', '2021-09-06', '2021-09-06', '2021-09-10', '2021-09-10', '2021-09-10'],
    ['no working day lost', '2021-09-04', '2021-09-12', '2021-09-10', '2021-09-05', null],
    ['an end on a Sunday', '2021-09-06', '2021-09-12', '2021-09-10', '2021-09-07', '2021-09-13'],
    ['a weekend, started on Monday', '2021-09-11', '2021-09-12', '2021-09-14', '2021-09-13', '2021-09-14'],
  ])('%s', (_, proposedStart, proposedEnd, window, start, expected) => {
    const works = { isCandidate: true, proposedStart, proposedEnd, validityPeriodEnd: window };
    expect(slidEnd(england, works, start)).toBe(expected);
  });

  it('keeps the working days of the works, and never ends them earlier', () => {
    fc.assert(
      fc.property(someDay, fc.nat(40), fc.integer({ min: 1, max: 12 }), (proposedStart, length, late) => {
        const proposedEnd = addDays(proposedStart, length);
        const works = {
          isCandidate: true,
          proposedStart,
          proposedEnd,
          validityPeriodEnd: validityPeriodEnd(england, 'standard', proposedStart),
        };
        const start = addDays(proposedStart, late);
        const end = slidEnd(england, works, start);
        if (isAfter(start, works.validityPeriodEnd)) return expect(end).toBeNull();
        const { workingDays } = durationOf(england, proposedStart, proposedEnd);
        expect(isBefore(end ?? proposedEnd, proposedEnd)).toBe(false);
        expect(isBefore(end ?? proposedEnd, start)).toBe(false);
        if (workingDays > 0) expect(durationOf(england, start, end ?? proposedEnd).workingDays).toBe(workingDays);
      }),
    );
  });
});

describe('slideTo', () => {
  it('moves every date by the same days and keeps its time in London over a clock change', () => {
    const dates = {
      proposedEndDate: instant('2026-10-22T23:00:00.000Z'),
      proposedEndTime: instant('2026-10-23T16:00:00.000Z'),
      reasonablePeriodEndDate: instant('2026-10-22T23:00:00.000Z'),
    };
    expect(slideTo(england, dates, '2026-10-27')).toEqual({
      proposedEndDate: instant('2026-10-27T00:00:00.000Z'),
      proposedEndTime: instant('2026-10-27T17:00:00.000Z'),
      reasonablePeriodEndDate: instant('2026-10-27T00:00:00.000Z'),
    });
  });

  it('reaches the day that was asked for, whatever the time of day', () => {
    fc.assert(
      fc.property(someDay, fc.nat(60), fc.nat(23), (day, later, hour) => {
        const proposedEndDate = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00.000Z`);
        const dates = { proposedEndDate, proposedEndTime: null, reasonablePeriodEndDate: proposedEndDate };
        const end = addDays(dayIn(england, proposedEndDate), later);
        const moved = slideTo(england, dates, end);
        expect(dayIn(england, moved.proposedEndDate)).toBe(end);
        expect(moved.reasonablePeriodEndDate).toEqual(moved.proposedEndDate);
        expect(moved.proposedEndTime).toBeNull();
        // on the day on which clocks go forward the hour from one to two does not exist
        const [before, after] = [proposedEndDate, moved.proposedEndDate].map((at) => localTime(at, 'Europe/London'));
        expect(after === before || before?.startsWith('01')).toBe(true);
      }),
    );
  });
});

describe('unslide', () => {
  const at = (day: Day) => {
    const date = instant(`${day}T00:00:00.000Z`);
    return { proposedEndDate: date, proposedEndTime: null, reasonablePeriodEndDate: date };
  };
  const slide = { original: at('2021-09-13'), slid: at('2021-09-14') };

  it('restores the dates from before the slide', () => {
    expect(unslide(at('2021-09-14'), slide)).toEqual(slide.original);
  });

  it('leaves an end that was altered after the slide', () => {
    expect(unslide(at('2021-09-20'), slide)).toEqual(at('2021-09-20'));
  });

  it('leaves dates that never slid', () => {
    expect(unslide(at('2021-09-13'), null)).toEqual(at('2021-09-13'));
  });
});
