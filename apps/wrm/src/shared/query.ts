import type { DateTime, Fault } from '@switchyard/domain/wrm';
import { parseDateTime } from '@switchyard/domain/wrm';
import { queryFault, refuseQuery } from './paging';

type Query = Readonly<Record<string, string | undefined>>;

/** A parameter that is `true` or `false`; false when it is absent. Throws RequestRefused, 400, for anything else. */
export function readFlag(query: Query, name: string): boolean {
  const value = query[name];
  const isFlag = value === undefined || value === 'true' || value === 'false';
  refuseQuery(isFlag ? [] : [queryFault(name, `${name} must be true or false.`)]);
  return value === 'true';
}

/** Reads the parameters of one query, and collects what is wrong with all of them. */
export class QueryReader {
  private readonly faults: Fault[] = [];

  constructor(private readonly query: Query) {}

  text(name: string): string | undefined {
    return this.query[name];
  }

  /** One of a closed list of values. */
  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const value = this.query[name];
    const known = values.find((each) => each === value);
    if (value !== undefined && known === undefined) this.refuse(name, `${name} must be one of ${values.join(', ')}.`);
    return known;
  }

  /** An instant, in UTC. */
  instant(name: string): DateTime | undefined {
    const value = this.query[name];
    const instant = value === undefined ? undefined : parseDateTime(value);
    if (value !== undefined && instant === undefined) {
      this.refuse(name, `${name} must be an ISO 8601 date-time with its offset.`);
    }
    return instant;
  }

  /** A whole number from 0 on. */
  count(name: string): number | undefined {
    const value = this.query[name];
    if (value === undefined) return undefined;
    if (!/^\d{1,15}$/.test(value)) this.refuse(name, `${name} must be a whole number from 0 on.`);
    return Number(value);
  }

  refuse(name: string, message: string): void {
    this.add([queryFault(name, message)]);
  }

  /** Takes what another reader of the same query has found. */
  add(faults: readonly Fault[]): void {
    this.faults.push(...faults);
  }

  /** Throws RequestRefused, 400, with everything that was wrong. */
  check(): void {
    refuseQuery(this.faults);
  }
}
