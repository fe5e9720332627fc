import type { Violation } from '@switchyard/domain';
import { violation } from '@switchyard/domain';
import { isOneOf, refuseRequest } from '@switchyard/domain/street-manager';

/** What a report is asked with. */
export interface ReportQuery {
  query: Readonly<Record<string, string | undefined>>;
  queryValues(name: string): readonly string[];
}

const MOST_NUMBER = 2_147_483_647;
const dateTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;

/** Reads the parameters of a query and collects everything that is wrong with them. Names that nobody asks for mean nothing. */
export class QueryReader {
  private readonly violations: Violation[] = [];

  constructor(private readonly request: ReportQuery) {}

  text(name: string): string | undefined {
    return this.request.query[name]?.trim() || undefined;
  }

  texts(name: string): readonly string[] {
    return this.request.queryValues(name).filter((value) => value !== '');
  }

  among<T extends string>(name: string, values: readonly T[]): readonly T[] {
    return this.texts(name).filter((value): value is T => {
      if (isOneOf(values, value)) return true;
      this.refuse(name, 'not_in_list', `must be one of ${values.join(', ')}`, value);
      return false;
    });
  }

  /** Only `true` asks for anything. */
  flag(name: string): boolean {
    const value = this.text(name)?.toLowerCase();
    if (value !== undefined && value !== 'true' && value !== 'false') {
      this.refuse(name, 'not_a_boolean', 'must be true or false', value);
    }
    return value === 'true';
  }

  /** ISO 8601 with a time zone; a bare date is its midnight in UTC. A raw `+` in a query arrives as a space. */
  instant(name: string): Date | undefined {
    const text = this.text(name)?.replace(' ', '+');
    if (text === undefined) return undefined;
    const instant = dateTime.test(text) ? new Date(text) : undefined;
    if (instant && !Number.isNaN(instant.getTime())) return instant;
    this.refuse(name, 'not_a_date_time', 'must be an ISO 8601 date and time with a time zone', text);
    return undefined;
  }

  whole(name: string, least: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= Number.MAX_SAFE_INTEGER) return value;
    this.refuse(name, 'not_whole', `must be a whole number from ${least}`, text);
    return undefined;
  }

  offset(): number {
    const value = this.whole('offset', 0) ?? 0;
    if (value > MOST_NUMBER) this.refuse('offset', 'too_large', `must not be more than ${MOST_NUMBER}`, value);
    return value;
  }

  /** The first of a pair must not be after the second. */
  ordered(from: string, to: string): void {
    const [first, last] = [this.instantQuietly(from), this.instantQuietly(to)];
    if (first && last && first > last) this.refuse(from, 'after_end', `must not be after ${to}`, this.text(from));
  }

  refuse(name: string, code: string, message: string, value: unknown): void {
    this.violations.push(violation(name, code, message, { value }));
  }

  /** Throws InvalidRequest with everything that is wrong. */
  check(): void {
    refuseRequest(this.violations);
  }

  private instantQuietly(name: string): Date | undefined {
    const text = this.text(name)?.replace(' ', '+');
    return text !== undefined && dateTime.test(text) ? new Date(text) : undefined;
  }
}
