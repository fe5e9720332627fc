/**
 * How long a `Retry-After` header asks to wait, in milliseconds: a number of seconds, or a date, which is read against
 * real time. Null when there is none or it cannot be read; a date that is past asks for nothing.
 */
export function retryAfterMs(header: string | undefined, realNow: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  if (!/^[A-Z][a-z]{2},? /.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - realNow.getTime());
}
