import type { WorkingCalendar } from '@switchyard/domain';
import type { EndDates } from '@switchyard/domain/street-manager';
import { slideTo, slidEnd, unslide } from '@switchyard/domain/street-manager';
import type { PermitRow, StoredSlide } from '../../permits/row';
import { instant, londonDay } from '../../shared/london';
import { wireDate } from '../../shared/wire';
import type { WorkRow } from '../row';

/** What a slide changes on the permit and on its work. */
export interface Slide {
  permit: Pick<PermitRow, EndColumn | 'before_slide'>;
  work: Pick<WorkRow, 'end_date' | 'end_time'>;
}

type EndColumn = 'proposed_end_date' | 'proposed_end_time' | 'reasonable_period_end_date';

/** Moves the end of works that start later than proposed, where the published rules let it slide; else it stays. */
export function slideOnStart(calendar: WorkingCalendar, permit: PermitRow, start: Date): Slide {
  const works = {
    isCandidate: permit.sliding_end_date_candidate,
    proposedStart: londonDay(permit.proposed_start_date),
    proposedEnd: londonDay(permit.proposed_end_date),
    validityPeriodEnd: londonDay(permit.validity_period_end_date),
  };
  const original = endDatesOf(permit);
  const end = slidEnd(calendar, works, londonDay(start));
  if (end === null) return changesTo(original, null);
  const slid = slideTo(calendar, original, end);
  return changesTo(slid, { original: stored(original), slid: stored(slid) });
}

/** Takes the slide back with the start, unless an alteration has moved the end since. */
export function slideBack(permit: PermitRow): Slide {
  const { before_slide: slide } = permit;
  const dates = slide && { original: endDatesOf(restored(slide.original)), slid: endDatesOf(restored(slide.slid)) };
  return changesTo(unslide(endDatesOf(permit), dates), null);
}

const changesTo = (dates: EndDates, before: StoredSlide | null): Slide => ({
  permit: { ...columnsOf(dates), before_slide: before },
  work: { end_date: dates.proposedEndDate, end_time: dates.proposedEndTime },
});

const endDatesOf = (permit: Pick<PermitRow, EndColumn>): EndDates => ({
  proposedEndDate: permit.proposed_end_date,
  proposedEndTime: permit.proposed_end_time,
  reasonablePeriodEndDate: permit.reasonable_period_end_date,
});

const columnsOf = (dates: EndDates): Pick<PermitRow, EndColumn> => ({
  proposed_end_date: dates.proposedEndDate,
  proposed_end_time: dates.proposedEndTime,
  reasonable_period_end_date: dates.reasonablePeriodEndDate,
});

const stored = (dates: EndDates): StoredSlide['original'] => ({
  proposed_end_date: wireDate(dates.proposedEndDate),
  proposed_end_time: wireDate(dates.proposedEndTime),
  reasonable_period_end_date: wireDate(dates.reasonablePeriodEndDate),
});

const restored = (dates: StoredSlide['original']): Pick<PermitRow, EndColumn> => ({
  proposed_end_date: new Date(dates.proposed_end_date!),
  proposed_end_time: instant(dates.proposed_end_time),
  reasonable_period_end_date: new Date(dates.reasonable_period_end_date!),
});
