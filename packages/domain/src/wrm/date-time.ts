import { isDay } from '../kernel';

/** An instant as the wire has it: UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. Text of this form sorts by time. */
export type DateTime = string;

const RFC_3339 = /^(\d{4}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Reads an RFC 3339 date-time with any offset; undefined for anything else, and for what leaves the years 0 to 9999. */
export function parseDateTime(text: string): DateTime | undefined {
  const day = RFC_3339.exec(text)?.[1];
  if (day === undefined || !isDay(day)) return undefined;
  const instant = new Date(text.toUpperCase());
  const written = Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
  return written.length === 24 ? written : undefined;
}

/** How the API writes an instant. */
export const dateTimeOf = (instant: Date): DateTime => instant.toISOString();
