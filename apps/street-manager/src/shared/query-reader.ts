import type { Violation } from '@switchyard/domain';
import { isDay, violation } from '@switchyard/domain';
import { isOneOf, readInstant, refuseRequest } from '@switchyard/domain/street-manager';

/** The query of a request. */
export interface QueryRequest {
  query: Readonly<Record<string, string | undefined>>;
  queryValues(name: string): readonly string[];
}

const MOST_NUMBER = 2_147_483_647;
const dateTime = /^(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d))?$/i;

/**
 * Reads the parameters of a query and collects everything that is wrong with them. Empty parameters are absent, and names
 * that nobody asks for mean nothing.
 */
export class QueryReader {
  private readonly violations: Violation[] = [];

  constructor(private readonly request: QueryRequest) {}

  text(name: string): string | undefined {
    return this.request.query[name]?.trim() || undefined;
  }

  texts(name: string): readonly string[] {
    return this.request.queryValues(name).filter((value) => value !== '');
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined || isOneOf(values, value)) return value;
    return this.refuse(name, 'not_in_list', `must be one of ${values.join(', ')}`, value);
  }

  among<T extends string>(name: string, values: readonly T[]): readonly T[] {
    return this.texts(name).filter((value): value is T => {
      if (isOneOf(values, value)) return true;
      this.refuse(name, 'not_in_list', `must be one of ${values.join(', ')}`, value);
      return false;
    });
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return undefined;
    if (value === 'true' || value === 'false') return value === 'true';
    return this.refuse(name, 'not_a_boolean', 'must be true or false', value);
  }

  /** ISO 8601 with a time zone, or a plain date. */
  dateTime(name: string): string | undefined {
    const value = this.text(name);
    return value === undefined || dateTimeOf(value) !== undefined
      ? dateTimeOf(value)
      : this.refuse(name, 'not_a_date_time', 'must be an ISO 8601 date and time with a time zone', value);
  }

  /** The same as an instant: a plain date is its midnight in UTC. */
  instant(name: string): Date | undefined {
    return readInstant(this.dateTime(name));
  }

  whole(name: string, least: number, most: number = Number.MAX_SAFE_INTEGER): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least) {
      return this.refuse(name, 'not_whole', `must be a whole number from ${least}`, text);
    }
    return value <= most ? value : this.refuse(name, 'too_large', `must not be more than ${most}`, text);
  }

  /** A decimal number that has to be there. */
  number(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return this.refuse(name, 'required', 'is required', null);
    return /^-?\d{1,12}(\.\d{1,20})?$/.test(text)
      ? Number(text)
      : this.refuse(name, 'not_a_number', 'must be a number', text);
  }

  /** Of a page, 0 when none is named. */
  offset(): number {
    return this.whole('offset', 0, MOST_NUMBER) ?? 0;
  }

  /** The first of a pair must not be after the second; what cannot be read has been refused where it was. */
  ordered(from: string, to: string): void {
    const [first, last] = [from, to].map((name) => readInstant(dateTimeOf(this.text(name))));
    if (first && last && first > last) this.refuse(from, 'after_end', `must not be after ${to}`, this.text(from));
  }

  refuse(name: string, code: string, message: string, value: unknown): undefined {
    this.violations.push(violation(name, code, message, { value }));
  }

  /** Adds what rules found in what was read, but for parameters that are refused already. */
  refuseAll(violations: readonly Violation[]): void {
    const refused = new Set(this.violations.map(({ field }) => field));
    this.violations.push(...violations.filter(({ field }) => !refused.has(field)));
  }

  /** Throws InvalidRequest with everything that is wrong. */
  check(): void {
    refuseRequest(this.violations);
  }
}

/** Clients that do not encode the plus sign of an offset send a space in its place. */
function dateTimeOf(text: string | undefined): string | undefined {
  const value = text?.replace(' ', '+');
  const day = value === undefined ? undefined : dateTime.exec(value)?.[1];
  return day && isDay(day) && readInstant(value) ? value : undefined;
}
