import { absent } from '@switchyard/testing/fuzz';

const nested = (depth: number): unknown => JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));

/** What may stand where something else is expected. */
export const hostileValues: readonly unknown[] = [
  absent, null, true, false, 0, -1, 1.5, 100, 2_147_483_648, 9_007_199_254_740_991, -2_147_483_649, 1e300,
  '', ' ', 'null', 'text', 'x'.repeat(65), 'x'.repeat(256), 'x'.repeat(2_049), 'x'.repeat(5_001), 'x'.repeat(60_000), '0', '007',
  [], [null], [[]], ['text', 1], ['text', 'text'], [1, 1], {}, [{}], { type: null }, { key: 'a', value: 'b' }, nested(50),
  [{ key: 'a' }], [{ key: 1, value: {} }], [{ id: '{activityId}' }, { id: '{activityId}' }], [{ id: 'WRM-0000000000-01' }],
  { latitude: 91, longitude: 181 }, { latitude: '1', longitude: null }, { latitude: -90, longitude: 180, extra: 1 },
  { name: 'A', role: 'Worker', extra: 1 }, { firstName: 'A', role: 'Worker' }, { name: 'A', role: 'SiteContact', email: 'a@@b' },
  { category: 'Closed', state: 'Open' }, { category: 'Active', state: 'OnSite' }, { workSupplier: { id: 'NETCO' } },
  { earliestStart: '2026-02-04T19:00:00Z', latestEnd: '2026-02-03T19:00:00Z' }, { appointmentBookingId: 'BKG-9999999999' },
  { scheduledStart: '2026-02-05T00:00:00Z', scheduledEnd: '2026-02-04T00:00:00Z' }, { scheduleId: 'text' }, { campaignId: 'text' },
  "' or 1=1 --", "'; drop table task; --", '$1', '%_\\', 'é\u202eא🚀', '\u0001\u001b', '../../etc/passwd', '{{7*7}}',
  '2026-02-30T00:00:00Z', '2026-02-04', '2026-02-04T19:00:00', '2026-02-04T24:00:00Z', '2026-02-04T23:59:60Z', '2026-02-04T19:00:00Z',
  '0000-00-00T00:00:00Z', '0001-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59-14:00',
  '99999-01-01T00:00:00Z', '2026-02-04T19:00:00+99:99', '2026-04-05T02:30:00+12:00', '2026-02-04T19:00:00.000000001Z',
  '+275760-09-13T00:00:00Z', 'infinity', '-infinity', 'now', 'toString', 'constructor', '__proto__', 'CreateTaskEvent', 'PingNotify',
  'NETCO', 'FIELDWORKS', 'LINEWORKS', 'WRM', '122', '123', '99999999999999999999', '{taskId}', '{uuid}', 'BKG-0000000001',
  'http://127.0.0.1:1', 'http://[::1', 'https://user:pass@a.example/', 'https://a.example/#b', 'file:///etc/passwd', 'http://10.0.0.1/',
  'https://ü.example/ö', 'javascript:1', '//a', 'Duplicate', 'FibreConnect', 'REMO', 'REMI', 'Assure', 'Closed', 'BY', 'Rural', '٣٤',
]; // prettier-ignore

/** Whole bodies, as text or bytes, that are not what they should be. */
export const hostileBodies = (sample: string): readonly (string | Buffer)[] => [
  '', ' ', 'null', 'true', '1', '"text"', '[]', '{}', '[{}]', '{"a":1}', '{"notificationType":"PingNotify"}',
  sample.slice(0, -1),
  `${sample}${sample}`,
  `\ufeff${sample}`,
  `[${sample}]`,
  `{"extra":1,${sample.slice(1)}`,
  `${sample.slice(0, -1)},"extra":{"deep":[1]}}`,
  `${sample.slice(0, -1)},"__proto__":{"admin":true}}`,
  `${sample.slice(0, -1)},"constructor":{"prototype":{}}}`,
  sample.replace(/":(?:"[^"]*"|true|\d+)/, '":9007199254740993'),
  sample.replace(/":(?:"[^"]*"|true|\d+)/, '":1e400'),
  sample.replace(/":"[^"]*"/g, '":"a\\u0000b"'),
  sample.replace(/":"[^"]*"(?=[^"]*$)/, '":"a\\u0000b"'),
  sample.replace(/":"[^"]*"(?=[^"]*$)/, '":"\\ud800"'),
  `{"a":${'['.repeat(65)}${']'.repeat(65)}}`,
  `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  `{"a":[${'1,'.repeat(2_500)}1]}`,
  Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from(sample, 'utf16le'),
]; // prettier-ignore

export const hostileQueryValues: readonly string[] = [
  '', '-1', '0', '1', '1.5', '200', '201', '1e9', '99999999999999999999', '2147483648', 'text', 'null', ',', ',,,', "'", "' or 1=1 --",
  '%25_', '%00', '%0d%0aX-Evil: 1', '%ff', '%F0%9F%9A%80', '%ED%A0%80', '2026-02-30', '2026-02-04', '2026-02-04T00:00:00Z',
  '2026-02-04T00:00:00+13:00', '2026-02-04T00:00:00%2B13:00', '99999-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z',
  'x'.repeat(2_000), '[]', '{}', '$1', 'true', 'false', 'TRUE', 'FibreConnect', 'REMI', 'Urban', 'Fulfil', 'inbound', 'Closed', 'id,status',
  '-updatedDateTime', 'eyJhIjoxfQ', 'W10', 'bnVsbA', 'WyIyMDI2IiwxXQ', 'constructor', '__proto__', '..%2f..', '%5C', '%D9%A3',
]; // prettier-ignore

export const hostileReferences: readonly string[] = [
  'WRM-0000000000', 'WRM-9999999999', 'BKG-0000000000', '00000000-0000-4000-8000-000000000000', 'text', '0', '1', '-1',
  '1.5', '1e3', '0x10', '2147483648', '99999999999999999999', '%20', '%00', '%25', '%27%20or%201=1%20--', '..%2f..%2fetc',
  '%F0%9F%9A%80', '%ff', '%ED%A0%80', 'x'.repeat(129), 'x'.repeat(2_000), 'null', 'undefined', 'constructor', '__proto__', '%C4%B0', '{a}',
]; // prettier-ignore

export const hostileHeaders: readonly Record<string, string>[] = [
  { Authorization: '' },
  { Authorization: 'Basic' },
  { Authorization: 'Basic !!!' },
  { Authorization: 'Basic OjpBOg==' },
  { Authorization: `Basic ${Buffer.from('requestor').toString('base64')}` },
  { Authorization: `Basic ${Buffer.from('\u0000:\u0000').toString('base64')}` },
  { Authorization: `Basic ${Buffer.from([0xc3, 0x28, 0x3a, 0xff]).toString('base64')}` },
  { Authorization: `Basic ${'x'.repeat(5_000)}` },
  { Authorization: 'Bearer nothing' },
  { 'X-Chorus-Client-Id': 'admin', 'X-Chorus-Client-Secret': 'admin-secret' },
  { Accept: 'application/vnd.api+json' },
  { Accept: 'application/vnd.api+json; version=3' },
  { Accept: 'text/csv' },
  { Accept: '' },
  { Accept: '*/*;q=0' },
  { 'Content-Type': 'text/plain' },
  { 'Content-Type': 'application/json; charset=utf-16' },
  { 'Content-Type': 'application/json; charset="utf-8"' },
  { 'Content-Type': 'multipart/form-data; boundary=x' },
  { 'Content-Type': ';' },
  { 'Content-Encoding': 'gzip' },
  { 'Content-Encoding': 'nothing' },
  { 'Idempotency-Key': '' },
  { 'Idempotency-Key': '\u00e9' },
  { 'Idempotency-Key': 'x'.repeat(300) },
  { 'X-Correlation-Id': 'x'.repeat(1_000) },
  { 'X-Correlation-Id': '\u00ff' },
  { 'x-request-id': 'x'.repeat(1_000) },
  { 'If-None-Match': '*' },
  { 'If-None-Match': 'W/"x", "y' },
  { 'X-Forwarded-For': 'text' },
];
