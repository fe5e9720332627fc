import { isDay, type Day } from '../days';
import { holidayCalendars, isHolidayCalendar, type HolidayCalendar, type HolidayTable } from './holiday-table';

/** An operator's override file cannot be used. One problem per bad entry, each beginning with its place: `add[2]`. */
export class InvalidHolidayOverride extends Error {
  override readonly name = 'InvalidHolidayOverride';
  constructor(readonly problems: readonly string[]) {
    super(`the holiday override is not usable: ${problems.join('; ')}`);
  }
}

/**
 * The holidays with an operator's changes: `{ "add": [{ "day", "name", "calendar" }], "remove": [{ "day", "calendar" }] }`,
 * either list optional. Removals come first, so a day can be renamed; adding a day that is there only renames it.
 * A change of `new-zealand` holds for its regions. Leaves the given table as it is.
 *
 * Takes the parsed content of the file. Throws InvalidHolidayOverride, naming every entry that is malformed, unknown or
 * removes a day that is not a holiday of that very calendar.
 */
export function calendarFrom(defaults: HolidayTable, overrideFileContent: unknown): HolidayTable {
  const { add, remove, problems } = readOverride(overrideFileContent, defaults);
  if (problems.length > 0) throw new InvalidHolidayOverride(problems);
  const changed = new Map([...defaults].map(([calendar, days]) => [calendar, new Map(days)]));
  for (const { calendar, day } of remove) changed.get(calendar)?.delete(day);
  for (const { calendar, day, name } of add) {
    changed.set(calendar, (changed.get(calendar) ?? new Map<Day, string>()).set(day, name));
  }
  return changed;
}

interface Entry {
  calendar: HolidayCalendar;
  day: Day;
  name: string;
}

interface Override {
  add: Entry[];
  remove: Entry[];
  problems: string[];
}

function readOverride(content: unknown, defaults: HolidayTable): Override {
  if (!isRecord(content)) return { add: [], remove: [], problems: ['it is not an object'] };
  const unknown = Object.keys(content).filter((key) => key !== 'add' && key !== 'remove');
  const problems = unknown.map((key) => `"${key}" is neither "add" nor "remove"`);
  const add = readList('add', content['add'], problems, problemOfAddition);
  const remove = readList('remove', content['remove'], problems, (entry) => problemOfRemoval(entry, defaults));
  return { add, remove, problems };
}

type Check = (entry: Record<string, unknown>) => string | undefined;

/** The entries that are right; what is wrong with the others is put into `problems`. */
function readList(list: string, entries: unknown, problems: string[], problemOf: Check): Entry[] {
  if (entries === undefined) return [];
  if (!Array.isArray(entries)) {
    problems.push(`${list} is not a list`);
    return [];
  }
  return entries.flatMap((entry: unknown, index): Entry[] => {
    const problem = isRecord(entry) ? (problemOfPlace(entry) ?? problemOf(entry)) : 'is not an object';
    if (problem === undefined) return [entry as Entry];
    problems.push(`${list}[${index}] ${problem}`);
    return [];
  });
}

function problemOfPlace({ day, calendar }: Record<string, unknown>): string | undefined {
  if (!isDay(day)) return `has the day ${JSON.stringify(day)}, which is not a day YYYY-MM-DD`;
  if (isHolidayCalendar(calendar)) return undefined;
  return `has the calendar ${JSON.stringify(calendar)}, which is none of ${holidayCalendars.join(', ')}`;
}

function problemOfAddition({ name, day }: Record<string, unknown>): string | undefined {
  if (typeof name === 'string' && name.trim() !== '') return undefined;
  return `(${String(day)}) has no name`;
}

function problemOfRemoval(entry: Record<string, unknown>, defaults: HolidayTable): string | undefined {
  const { calendar, day } = entry as unknown as Entry;
  return defaults.get(calendar)?.has(day) ? undefined : `(${day}) is not a holiday of ${calendar}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
