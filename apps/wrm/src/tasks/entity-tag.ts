/** The entity tag of a task: its version. */
export const tagOf = ({ version }: { version: number }): string => `"${version}"`;

/** Whether `If-None-Match` names the tag: in a list too, and without regard to how strong either is (RFC 9110, 13.1.2). */
export function isCurrent(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
