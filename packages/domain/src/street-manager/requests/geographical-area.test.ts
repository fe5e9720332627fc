import fc from 'fast-check';
import { usrnBounds } from '../usrn';
import { areaLimits, areaRefusal, readArea } from './geographical-area';
import { told } from './requests.fixture';

const faultsOf = (name: string, text: string): string[] => {
  const read = readArea(name, text);
  return 'violations' in read ? told(read.violations) : [];
};
const many = (count: number): string => Array.from({ length: count }, (_, index) => 1_000_001 + index).join('\n');

describe('readArea', () => {
  it.each([
    ['one street', 'a.csv', '8412007', []],
    ['the marks of a spreadsheet', 'a.CSV', '\uFEFF8412007\r\n"8412008"\r\n\r\n', []],
    ['another type of file', 'a.txt', '8412007', ['file file_type']],
    ['no name before the extension', '.csv', '8412007', ['file file_type']],
    ['a path for a name', '../a.csv', '8412007', ['file file_name']],
    ['nothing', 'a.csv', '\n\n', ['file empty']],
    ['a heading', 'a.csv', 'USRN\n8412007', ['file[0] usrn']],
    ['a second column', 'a.csv', '8412007,8412008', ['file[0] usrn']],
    ['an empty row in between', 'a.csv', '8412007\n\n8412008', ['file[1] usrn']],
    ['a number that is none', 'a.csv', '8412007\n99', ['file[1] usrn']],
    ['the same street twice', 'a.csv', '8412007\n8412008\n8412007', ['file[2] not_unique']],
    ['the most streets', 'a.csv', many(areaLimits.streets), []],
    ['one more', 'a.csv', many(areaLimits.streets + 1), ['file too_many']],
    ['nothing right', 'a.csv', 'x\n'.repeat(50), Array.from({ length: 10 }, (_, index) => `file[${index}] usrn`)],
  ])('%s', (_, name, text, expected) => {
    expect(faultsOf(name, text)).toEqual(expected);
  });

  it('finds the streets that were written, in their order, by the name of the file', () => {
    const usrns = fc.uniqueArray(fc.integer({ min: usrnBounds.first, max: usrnBounds.last }), { minLength: 1 });
    fc.assert(
      fc.property(usrns, fc.constantFrom('\n', '\r\n'), (streets, end) => {
        const read = readArea('Low Wharf.v2.csv', streets.join(end) + end);
        expect(read).toEqual({ area: { name: 'Low Wharf.v2', usrns: streets } });
      }),
    );
  });
});

describe('areaRefusal', () => {
  it.each([
    [0, false],
    [99, false],
    [100, true],
  ])('after %i areas: %s', (existing, refused) => expect(areaRefusal(existing) !== null).toBe(refused));
});
