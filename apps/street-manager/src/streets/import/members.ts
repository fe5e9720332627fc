/** One member of an object: what it has to be, in a predicate and in words, and what it is where it is left out. */
export interface Member {
  holds(value: unknown): boolean;
  words: string;
  /** Absent: the member is required. */
  otherwise?: unknown;
}

export type Members = Readonly<Record<string, Member>>;

/** An object read by the table of its members: all of them, or what is wrong with it. Members that are not named are left. */
export interface Read {
  record: Record<string, unknown>;
  faults: string[];
}

/** Reads an object that stands at this path; null counts as absent. */
export function readMembers(value: unknown, members: Members, path: string): Read {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { record: {}, faults: [`${path} must be an object`] };
  const given = value as Record<string, unknown>;
  const read: Read = { record: {}, faults: [] };
  for (const [name, { holds, words, otherwise }] of Object.entries(members)) {
    const member = given[name] ?? undefined;
    if (member === undefined && otherwise === undefined) read.faults.push(`${path}.${name} is required`);
    else if (member !== undefined && !holds(member)) read.faults.push(`${path}.${name} must be ${words}`);
    read.record[name] = member ?? otherwise;
  }
  return read;
}

/** Reads every object of a list. */
export function readEach(
  values: unknown,
  members: Members,
  path: string,
): { records: Record<string, unknown>[]; faults: string[] } {
  if (!Array.isArray(values)) return { records: [], faults: [`${path} must be a list`] };
  const all = values.map((value, index) => readMembers(value, members, `${path}[${index}]`));
  return { records: all.map(({ record }) => record), faults: all.flatMap(({ faults }) => faults) };
}

export const whole = (first: number, last: number): Pick<Member, 'holds' | 'words'> => ({
  holds: (value) => Number.isInteger(value) && (value as number) >= first && (value as number) <= last,
  words: `a whole number from ${first} to ${last}`,
});

export const oneOf = (values: readonly number[]): Pick<Member, 'holds' | 'words'> => ({
  holds: (value) => values.includes(value as number),
  words: `one of ${values.join(', ')}`,
});

export const text = (longest: number): Pick<Member, 'holds' | 'words'> => ({
  holds: (value) => typeof value === 'string' && value.length <= longest && !value.includes('\0'),
  words: `a text of at most ${longest} characters`,
});
