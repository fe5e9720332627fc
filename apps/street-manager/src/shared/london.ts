import type { Day } from '@switchyard/domain';
import { localDay } from '@switchyard/domain';

/** The calendar day of an instant on London's clocks. */
export const londonDay = (instant: Date): Day => localDay(instant, 'Europe/London');

/** An instant as it was sent, null where nothing was. The contract has seen to it that it is one. */
export const instant = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);
