import { absent } from '@switchyard/testing/fuzz';

const nested = (depth: number): unknown => JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));

/** What may stand where something else is expected. */
export const hostileValues: readonly unknown[] = [
  absent, null, true, false, 0, -1, 1.5, 0.005, 100.001, 2_147_483_648, 9_007_199_254_740_991, -2_147_483_649, 1e300,
  '', ' ', 'null', 'text', 'x'.repeat(101), 'x'.repeat(501), 'x'.repeat(60_000), '0', '-0', '1e3', '007',
  [], [null], [[]], ['text', 1], ['text', 'text'], [1, 1], [0], [-1], [9_007_199_254_740_991], {}, { type: null }, nested(50),
  { type: 'Point', coordinates: [] }, { type: 'Point', coordinates: ['a', 1] }, { type: 'Point', coordinates: [1e308, -1e308] },
  { type: 'LineString', coordinates: [[431870, 436112]] }, { type: 'LineString', coordinates: [] },
  { type: 'Polygon', coordinates: [[[1, 1], [2, 2], [1, 1]]] }, { type: 'Polygon', coordinates: [] },
  { type: 'GeometryCollection', geometries: [] }, { type: 'Point', coordinates: [431870, 436112], extra: 1 },
  [{ condition: 'NCT01a' }, { condition: 'NCT01a' }], [{ condition: null }], [{ comment: 'text' }],
  [{ street_special_desig_code: 2 }], [{ street_special_desig_code: 999, special_desig_start_time: 9_999 }],
  "' or 1=1 --", "'; drop table work; --", '$1', '%_\\', 'é\u202eא🚀', '\u0001\u001b', '../../etc/passwd', '{{7*7}}',
  '2026-02-30', '2026-02-30T00:00:00Z', '2026-12-07', '2026-12-07T00:00:00', '2026-12-07T24:00:00Z', '2026-12-07T23:59:60Z',
  '0000-00-00T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '99999-01-01T00:00:00Z', '-2026-01-01T00:00:00Z',
  '2026-12-07T09:00:00+99:99', '2026-10-25T01:30:00Z', '2027-03-28T01:30:00+01:00', '2026-12-07T00:00:00.000001Z',
  '+275760-09-13T00:00:00Z', '20261207', 'infinity', 'now', '1e400', 'toString', 'constructor', '__proto__', 'upcoming_enum',
  '000', '001', '4312', '0', '2845', 'NB00100000000', 'NB00100000000-01', '٣٤',
]; // prettier-ignore

/** Whole bodies, as text or bytes, that are not what they should be. */
export const hostileBodies = (sample: string): readonly (string | Buffer)[] => [
  '', ' ', 'null', 'true', '1', '"text"', '[]', '{}', '[{}]', '{"a":1}',
  sample.slice(0, -1),
  `${sample}${sample}`,
  `\ufeff${sample}`,
  `[${sample}]`,
  `{"extra":1,${sample.slice(1)}`,
  `${sample.slice(0, -1)},"extra":{"deep":[1]}}`,
  `${sample.slice(0, -1)},"__proto__":{"admin":true}}`,
  `${sample.slice(0, -1)},"constructor":{"prototype":{}}}`,
  `${sample.slice(0, -1)},"internal_user_identifier":"${'x'.repeat(101)}"}`,
  `${sample.slice(0, -1)},"internal_user_name":{"$gt":""}}`,
  sample.replace(/":(?:"[^"]*"|true|\d+)/, '":9007199254740993'),
  sample.replace(/":(?:"[^"]*"|true|\d+)/, '":1e400'),
  sample.replace(/":"[^"]*"/g, '":"a\\u0000b"'),
  sample.replace(/":"[^"]*"/, '":"a\\u0000b"'),
  sample.replace(/":"[^"]*"/, '":"\\ud800"'),
  `{"a":${'['.repeat(65)}${']'.repeat(65)}}`,
  `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from(sample, 'utf16le'),
]; // prettier-ignore

export const hostileQueryValues: readonly string[] = [
  '', '-1', '0', '1.5', '1e9', '99999999999999999999', '2147483648', 'text', 'null', ',', ',,,', "'", "' or 1=1 --", '%25_',
  '%00', '%0d%0aX-Evil: 1', '%ff', '%F0%9F%9A%80', '%ED%A0%80', '2026-02-30', '2026-12-07', '2026-12-07T00:00:00Z',
  '2026-12-07T00:00:00+01:00', '99999-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 'x'.repeat(2_000),
  '[]', '{}', '$1', 'true', 'false', 'TRUE', 'asc', 'submitted', 'submitted,granted', '4312', '2845', '000', 'constructor',
  '__proto__', '..%2f..', '%5C', '%D9%A3',
]; // prettier-ignore

export const hostileReferences: readonly string[] = [
  'NB00100000000', 'NB00100000000-01', 'text', '0', '1', '-1', '1.5', '1e3', '0x10', '2147483648', '99999999999999999999',
  '%20', '%00', '%25', '%27%20or%201=1%20--', '..%2f..%2fetc', '%F0%9F%9A%80', '%ff', '%ED%A0%80', 'x'.repeat(101),
  'x'.repeat(2_000), 'null', 'undefined', 'constructor', '__proto__', 'AAAA', 'AA==', '%2B%2F', '%C4%B0', 'a@b',
]; // prettier-ignore

export const hostileHeaders: readonly Record<string, string>[] = [
  { token: '' },
  { token: 'nothing' },
  { token: 'a.b.c' },
  { token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJwbGFubmVyQG5vcnRoYmVjay5leGFtcGxlIn0.' },
  { token: 'x'.repeat(5_000) },
  { token: '\u00e9\u00ff' },
  { Authorization: 'Bearer nothing' },
  { frontendToken: 'x'.repeat(1_000) },
  { Accept: 'application/vnd.api+json' },
  { Accept: 'application/vnd.api+json; version=3' },
  { Accept: 'text/csv' },
  { Accept: '' },
  { Accept: '*/*;q=0' },
  { 'Content-Type': 'text/plain' },
  { 'Content-Type': 'application/json; charset=utf-16' },
  { 'Content-Type': 'application/json; charset="utf-8"' },
  { 'Content-Type': 'multipart/form-data' },
  { 'Content-Type': 'multipart/form-data; boundary=x' },
  { 'Content-Type': ';' },
  { 'Content-Encoding': 'gzip' },
  { 'Content-Encoding': 'nothing' },
  { 'Idempotency-Key': '' },
  { 'Idempotency-Key': '\u00e9' },
  { 'Idempotency-Key': 'x'.repeat(300) },
  { 'x-request-id': 'x'.repeat(1_000) },
  { 'x-request-id': '\u00ff' },
  { 'X-Forwarded-For': 'text' },
  { Host: 'evil.example' },
];

/** Forms that are not what they should be, each with its media type. */
export const hostileForms: readonly { type: string; text: string | Buffer }[] = [
  ['multipart/form-data; boundary=b', ''],
  ['multipart/form-data; boundary=b', '--b--\r\n'],
  ['multipart/form-data; boundary=b', '--b\r\n'],
  ['multipart/form-data; boundary=b', '--b\r\n\r\ntext\r\n--b--\r\n'],
  ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data\r\n\r\ntext\r\n--b--\r\n'],
  ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--b--\r\n'],
  ['multipart/form-data; boundary=b', part('', 'text')],
  ['multipart/form-data; boundary=b', part('a.pdf', '')],
  ['multipart/form-data; boundary=b', part('../../etc/passwd', '%PDF-1.7')],
  ['multipart/form-data; boundary=b', part('a\u0000.pdf', '%PDF-1.7')],
  ['multipart/form-data; boundary=b', part('\u202ea.pdf', '%PDF-1.7')],
  ['multipart/form-data; boundary=b', part(`${'x'.repeat(300)}.pdf`, '%PDF-1.7')],
  ['multipart/form-data; boundary=b', part('a.exe', 'MZ')],
  ['multipart/form-data; boundary=b', part('a.csv', '8412007\r\n8412007\r\n')],
  ['multipart/form-data; boundary=b', part('a.csv', '99999999999999999999\r\n')],
  ['multipart/form-data; boundary=b', part('a.csv', '8412007,8412008\r\n')],
  ['multipart/form-data; boundary=b', part('.csv', '8412007')],
  ['multipart/form-data; boundary=b', part('a.csv', '8412007').slice(0, -8)],
  ['multipart/form-data; boundary=b', `${part('a.csv', '8412007').slice(0, -6)}${part('b.csv', '8412008')}`],
  ['multipart/form-data; boundary=c', part('a.csv', '8412007')],
  ['multipart/form-data; boundary=', part('a.csv', '8412007')],
  [`multipart/form-data; boundary=${'b'.repeat(300)}`, part('a.csv', '8412007')],
  ['multipart/mixed; boundary=b', part('a.csv', '8412007')],
  ['application/x-www-form-urlencoded', 'file=a'],
].map(([type, text]) => ({ type: type!, text: text! }));

function part(name: string, text: string): string {
  return `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n--b--\r\n`;
}
