import { readDay, readInstant } from '@switchyard/domain/book-secure-move';

/**
 * The attributes of a request as a record reads them: absent is undefined and leaves a value alone, null clears it,
 * and a date or time that cannot be read is null too.
 */
export class Attributes {
  constructor(private readonly sent: Readonly<Record<string, unknown>>) {}

  has(name: string): boolean {
    return this.sent[name] !== undefined;
  }

  raw(name: string): unknown {
    return this.sent[name];
  }

  text(name: string): string | null | undefined {
    const value = this.sent[name];
    if (value === undefined) return undefined;
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
  }

  flag(name: string): boolean | null | undefined {
    const value = this.sent[name];
    if (value === undefined) return undefined;
    return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : null;
  }

  day(name: string): string | null | undefined {
    return this.has(name) ? readDay(this.sent[name]) : undefined;
  }

  instant(name: string): Date | null | undefined {
    return this.has(name) ? readInstant(this.sent[name]) : undefined;
  }
}

interface Resourceful {
  attributes?: unknown;
  relationships?: unknown;
}

export const attributesOf = ({ attributes }: Resourceful): Attributes =>
  new Attributes((attributes ?? {}) as Record<string, unknown>);

/** A to-one relationship of a request: undefined when absent, null when cleared, else the id. */
export function relatedId({ relationships }: Resourceful, name: string): string | null | undefined {
  const related = (relationships as Record<string, { data?: unknown } | null> | undefined)?.[name];
  if (related === undefined || related?.data === undefined) return related === null ? null : undefined;
  const id = (related.data as { id?: unknown } | null)?.id;
  return id === undefined || id === null ? null : String(id);
}

/** A to-many relationship of a request: undefined when absent. */
export function relatedIds({ relationships }: Resourceful, name: string): string[] | undefined {
  const data = (relationships as Record<string, { data?: unknown } | null> | undefined)?.[name]?.data;
  if (data === undefined) return undefined;
  return Array.isArray(data) ? data.map((each: { id?: unknown }) => String(each?.id)) : [];
}
