import { pence } from '../../kernel';
import type { Pence } from '../../kernel';
import { adjusted, checkAdjustment, multiplierOf, passesOf } from './adjustment';
import { penceOfPounds, poundsText } from './amount';
import type { ImportAction } from './plan-import';
import { ImportPlan } from './plan-import';
import { planPass } from './plan-adjustment';
import type { PriceChange, StoredPrice } from './price-changes';
import { StoredPrices } from './price-changes';

const sites: Record<string, string> = { 'HMP FRED': 'FRD', 'HMP BOB': 'BOB', 'HMP ANN': 'ANN' };
const stored = (fromAgency: string, toAgency: string, amount: number): StoredPrice => ({
  id: `${fromAgency} ${toAgency}`,
  fromAgency,
  toAgency,
  amount: pence(amount),
});

function imported(rows: readonly string[][], present: readonly StoredPrice[] = [], action: ImportAction = 'ERROR') {
  const plan = new ImportPlan((name) => sites[name], new StoredPrices(present), action);
  rows.forEach((cells, place) => plan.add({ row: place + 2, cells }));
  return { ...plan.result(), changes: plan.changes };
}

const row = (from: string, to: string, price: string): string[] => ['1', from, to, price];

describe('correctness of catalogues', () => {
  it('case 33: ERROR refuses a price that is there, WARN updates it, and an equal one is passed over', () => {
    const present = [stored('FRD', 'BOB', 10_00)];
    const rows = [row('HMP FRED', 'HMP BOB', '20'), row('HMP BOB', 'HMP FRED', '30')];
    expect(imported(rows, present)).toMatchObject({
      inserted: 1,
      updated: 0,
      skipped: 0,
      errors: [{ row: 2, column: 'Pick Up', code: 'duplicate' }],
      changes: [{ fromAgency: 'BOB', toAgency: 'FRD', priceId: null, amount: 30_00 }],
    });
    expect(imported(rows, present, 'WARN')).toMatchObject({
      inserted: 1,
      updated: 1,
      errors: [],
      changes: [{ priceId: 'FRD BOB', amount: 20_00, oldAmount: 10_00 }, { priceId: null }],
    });
    expect(imported([row('HMP FRED', 'HMP BOB', '10.00')], present, 'FORCE')).toMatchObject({
      inserted: 0,
      updated: 0,
      skipped: 1,
      changes: [],
    });
  });

  it.each<[string, string[], object]>([
    ['a name with blanks around it', row('  hmp fred  ', 'hmp bob', '43'), { amount: 43_00, fromAgency: 'FRD' }],
    ['half a penny', row('HMP FRED', 'HMP BOB', '43.005'), { amount: 43_01 }],
  ])('case 34: takes %s', (_, cells, change) => {
    expect(imported([cells]).changes).toMatchObject([change]);
  });

  it.each<[string, string[], object]>([
    ['nothing', row('HMP FRED', 'HMP BOB', '0'), { column: 'Price', message: 'Price must be greater than zero' }],
    ['what rounds to nothing', row('HMP FRED', 'HMP BOB', '0.004'), { code: 'not_positive' }],
    ['less than nothing', row('HMP FRED', 'HMP BOB', '-1'), { code: 'not_positive' }],
    ['words', row('HMP FRED', 'HMP BOB', 'abc'), { column: 'Price', message: 'Price "abc" is not a number' }],
    ['no price', row('HMP FRED', 'HMP BOB', ''), { column: 'Price', message: 'Price is blank' }],
    ['more than a price holds', row('HMP FRED', 'HMP BOB', '21474836.48'), { code: 'too_large' }],
    [
      'an unknown site',
      row('HMP FRED', 'HMP NOBODY', '1'),
      { column: 'Drop Off', message: 'Drop Off "HMP NOBODY" is not a site of the contract' },
    ],
    ['no drop-off', row('HMP FRED', ' ', '1'), { column: 'Drop Off', message: 'Drop Off is blank' }],
  ])('case 34: refuses %s by row and column', (_, cells, fault) => {
    expect(imported([cells])).toMatchObject({ inserted: 0, errors: [{ row: 2, ...fault }] });
  });

  it('names every fault of a row, passes over rows without a pick-up, and refuses a way that comes twice', () => {
    const { errors, inserted } = imported([
      row('NOWHERE', '', 'x'),
      row('  ', 'HMP BOB', 'x'),
      row('HMP FRED', 'HMP BOB', '1'),
      row('HMP FRED', 'HMP BOB', '2'),
    ]);
    expect(errors.map(({ row: at, column }) => [at, column])).toEqual([
      [2, 'Pick Up'],
      [2, 'Drop Off'],
      [2, 'Price'],
      [5, 'Pick Up'],
    ]);
    expect(errors.at(-1)!.message).toBe('the journey from FRD to BOB stands in row 4 already');
    expect(inserted).toBe(1);
  });

  it('case 35: an annual adjustment overwrites, repeats without effect, and a volumetric one multiplies in place', () => {
    const base = [stored('FRD', 'BOB', 100_00), stored('FRD', 'ANN', 100_00)];
    const present = [stored('FRD', 'BOB', 99_99)];
    const [inflation, volume] = passesOf({
      effectiveYear: 2021,
      inflationaryRate: '5',
      volumetricRate: '-2',
      details: 'x',
      force: false,
    });
    const first = planPass(base, new StoredPrices(present), inflation!);
    expect(first).toMatchObject([
      { priceId: 'FRD BOB', amount: 105_00, oldAmount: 100_00 },
      { priceId: null, amount: 105_00, oldAmount: 100_00 },
    ]);
    const after = first.map(({ fromAgency, toAgency, amount }) => stored(fromAgency, toAgency, amount));
    expect(planPass(base, new StoredPrices(after), inflation!)).toEqual([]);

    expect(volume).toEqual({ kind: 'volumetric', baseYear: 2021, multiplier: '0.98' });
    const repeated = (prices: readonly StoredPrice[]): PriceChange[] =>
      planPass(prices, new StoredPrices(prices), volume!);
    expect(repeated(after).map(({ amount }) => amount)).toEqual([102_90, 102_90]);
    const again = [stored('FRD', 'BOB', 102_90)];
    expect(repeated(again).map(({ amount }) => amount)).toEqual([100_84]);
  });

  it.each([
    [154_46, '0.67', 155_49],
    [100_00, '20', 120_00],
    [100_00, '-20', 80_00],
    [240_07, '-12.01', 211_24],
  ])('adjusts %i by %s %% to %i', (amount, rate, expected) => {
    expect(adjusted(pence(amount), multiplierOf(rate))).toBe(expected);
  });

  it.each([
    ['20', '1.20'],
    ['0.67', '1.0067'],
    ['-12.01', '0.8799'],
    ['.5', '1.005'],
    ['-99.99', '0.0001'],
    ['5.', '1.05'],
  ])('reads %s %% as %s', (rate, multiplier) => expect(multiplierOf(rate)).toBe(multiplier));

  it.each<[object, string[]]>([
    [{ inflationaryRate: '' }, ['inflationary_rate']],
    [{ inflationaryRate: '.' }, ['inflationary_rate']],
    [{ inflationaryRate: '-1' }, ['inflationary_rate']],
    [{ inflationaryRate: '100' }, ['inflationary_rate']],
    [{ inflationaryRate: '0.00' }, ['inflationary_rate']],
    [{ volumetricRate: '1e1' }, ['volumetric_rate']],
    [{ volumetricRate: '-12.5' }, []],
    [{ details: ' ' }, ['details']],
    [{ details: 'x'.repeat(256) }, ['details']],
    [{ effectiveYear: 2019 }, ['effective_year']],
    [{ effectiveYear: 2019, force: true }, []],
    [{ effectiveYear: 2020 }, []],
    [{ effectiveYear: 2022 }, []],
  ])('checks an adjustment: %j', (asked, fields) => {
    const request = { effectiveYear: 2021, inflationaryRate: '5', volumetricRate: null, details: 'x', force: false };
    expect(checkAdjustment({ ...request, ...asked }, 2021).map(({ field }) => field)).toEqual(fields);
  });

  it.each<[string, number | null]>([
    ['10.004', 10_00],
    ['10.005', 10_01],
    ['10.999', 11_00],
    ['43', 43_00],
    ['4.3e1', 43_00],
    ['5E-2', 5],
    ['1.234e2', 123_40],
    ['-0.005', -1],
    ['1,000', null],
    ['£5', null],
    ['', null],
    ['1e999', null],
    ['Infinity', null],
  ])('reads %s pounds as %s pence', (text, expected) => expect(penceOfPounds(text)).toBe(expected));

  it('writes pounds for files', () => {
    expect([0, 5, 123_45, -5].map((amount) => poundsText(amount as Pence))).toEqual([
      '0.00',
      '0.05',
      '123.45',
      '-0.05',
    ]);
  });
});
