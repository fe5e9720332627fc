import type { Member } from '../reports/row';
import { headingLine, rowLines } from './csv';

const members: readonly Member[] = [
  ['detail', 'r.detail'],
  ['work_category', 'r.work_category', 'named'],
  ['date_created', 'r.date_created', 'date'],
];
const asWritten = { guardsFormulas: false };
const guarded = { guardsFormulas: true };

it('has two columns for an enumeration', () => {
  expect(headingLine(members, asWritten)).toBe('Detail,Work category,Work category reference,Date created\r\n');
  expect(rowLines(members, [{ detail: 'x', work_category: 'paa', date_created: null }], asWritten)).toBe(
    'x,Major (PAA),paa,\r\n',
  );
  expect(rowLines(members, [{ detail: null, work_category: null }], asWritten)).toBe(',,,\r\n');
});

it('puts cells in quotes where they need them', () => {
  const row = { detail: 'a "b", c\nd', work_category: 'minor', date_created: '2026-11-20T10:00:00.000Z' };
  expect(rowLines(members, [row], asWritten)).toBe('"a ""b"", c\nd",Minor,minor,2026-11-20T10:00:00.000Z\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])(
  'keeps spreadsheets from reckoning %j where it is told to',
  (detail) => {
    expect(rowLines(members.slice(0, 1), [{ detail }], guarded)).toBe(`'${detail}\r\n`);
    expect(rowLines(members.slice(0, 1), [{ detail }], asWritten)).toBe(`${detail}\r\n`);
  },
);
