import { asdNames, asdPeriodicityNames, reinstatementTypeNames } from './enums';

/** A record with, beside each of the members, the member's name with `_string` at its end. */
export type WithStrings<T, K extends keyof T & string> = T & { [M in K as `${M}_string`]: T[M] };

/**
 * The published form of enumerations in answers: `permit_status` and `permit_status_string`, both with the same value.
 * A list has a list beside it, null has null; what is absent stays absent.
 */
export function withStrings<T extends object, K extends keyof T & string>(
  record: T,
  members: readonly K[],
): WithStrings<T, K> {
  const given = members.filter((member) => record[member] !== undefined);
  const strings = Object.fromEntries(given.map((member) => [`${member}_string`, record[member]]));
  return { ...record, ...strings } as WithStrings<T, K>;
}

/** The numbers of a street whose companion is a name instead. */
const namesOf = {
  street_special_desig_code: asdNames,
  special_desig_periodicity_code: asdPeriodicityNames,
  reinstatement_type_code: reinstatementTypeNames,
} as const satisfies Record<string, Readonly<Record<number, string>>>;

export type NamedCode = keyof typeof namesOf;

/** The name beside a number: 2 as `street_special_desig_code` is `traffic_sensitive`; null beside null and the unknown. */
export function codeName(member: NamedCode, code: number | null): string | null {
  const names: Readonly<Record<number, string>> = namesOf[member];
  return code === null ? null : (names[code] ?? null);
}

/** A record of a street with the name of each of its numbers beside it; what is absent stays absent. */
export function withCodeNames<T extends object>(
  record: T,
): T & { [M in keyof T & NamedCode as `${M}_string`]: string | null } {
  const codes = Object.keys(namesOf) as NamedCode[];
  const given = codes.filter((member) => (record as Record<string, unknown>)[member] !== undefined);
  const strings = Object.fromEntries(
    given.map((member) => [`${member}_string`, codeName(member, (record as Record<NamedCode, number | null>)[member])]),
  );
  return { ...record, ...strings } as T & { [M in keyof T & NamedCode as `${M}_string`]: string | null };
}
