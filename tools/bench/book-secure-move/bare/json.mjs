/** Anything that JSON text must not hold as it is, half surrogate pairs included. */
const unsafe = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON, or null. */
export const text = (value) => (value === null ? 'null' : unsafe.test(value) ? JSON.stringify(value) : `"${value}"`);

/** A text that can hold nothing but letters, digits and dashes, or null. */
export const plain = (value) => (value === null ? 'null' : `"${value}"`);

/** A boolean as PostgreSQL writes it. */
export const flag = (value) => (value === null ? 'null' : value === 't' ? 'true' : 'false');

/** Linkage to one resource, or to none. */
export const link = (type, id) => (id === null ? '{"data":null}' : `{"data":{"id":"${id}","type":"${type}"}}`);

const hours = new Map();
const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' });

/** An instant as PostgreSQL writes it in UTC, in London time: clocks change on whole hours, so hours are remembered. */
export function time(value) {
  if (value === null) return 'null';
  const hour = value.slice(0, 13);
  let [before, offset] = hours.get(hour) ?? [];
  if (before === undefined) {
    const instant = new Date(`${hour.replace(' ', 'T')}:00:00Z`);
    const summer = Number(london.format(instant)) !== instant.getUTCHours();
    before = `"${new Date(instant.getTime() + (summer ? 3_600_000 : 0)).toISOString().slice(0, 13)}`;
    offset = summer ? '+01:00"' : '+00:00"';
    if (hours.size < 20_000) hours.set(hour, [before, offset]);
  }
  return before + value.slice(13, 19) + offset;
}
