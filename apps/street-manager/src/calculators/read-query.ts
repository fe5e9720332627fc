import type { Violation } from '@switchyard/domain';
import { isDay, violation } from '@switchyard/domain';

type Query = Readonly<Record<string, string | undefined>>;

const dateTime = /^(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/i;

/** Members of a query by type; what cannot be read is collected, and undefined. Empty members are absent. */
export class QueryReader {
  readonly violations: Violation[] = [];

  constructor(private readonly query: Query) {}

  text(name: string): string | undefined {
    return this.query[name] || undefined;
  }

  /** A date-time, or a plain date. Clients that do not encode the plus sign of an offset send a space in its place. */
  date(name: string): string | undefined {
    const value = this.text(name)?.replace(/ (?=\d\d:\d\d$)/, '+');
    const day = value && dateTime.exec(value)?.[1];
    return day && isDay(day) ? value : this.refuse(name, 'not_a_date', 'must be a date-time with its time zone');
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name)?.toLowerCase();
    if (value === 'true' || value === 'false') return value === 'true';
    return this.refuse(name, 'not_a_flag', 'must be true or false');
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    const known = values.find((value) => value === this.query[name]);
    return known ?? this.refuse(name, 'not_allowed', `must be one of ${values.join(', ')}`);
  }

  private refuse(name: string, code: string, message: string): undefined {
    const value = this.text(name);
    if (value !== undefined) this.violations.push(violation(name, code, message, { value }));
  }
}
