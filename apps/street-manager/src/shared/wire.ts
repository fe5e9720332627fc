/** A date-time as it travels: UTC, milliseconds, `Z`. Null stays null. */
export const wireDate = (instant: Date | null | undefined): string | null => instant?.toISOString() ?? null;

/** The same record without the members that have no value: so the Work API leaves them out. */
export function withoutNulls<Name extends string>(record: { readonly [name in Name]?: unknown }): Record<
  Name,
  unknown
> {
  const present = Object.entries(record).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present) as Record<Name, unknown>;
}
