import { loadDemoRegister } from '../../nomis/demo-register';
import { assessmentQuestions } from './assessment-questions';
import { categories } from './categories';
import { complexCases } from './complex-cases';
import { ethnicities } from './ethnicities';
import { genders } from './genders';
import { referenceData } from './index';

describe('the reference data', () => {
  it.each([
    ['assessment question', 'other_risks', '4e37ac1a-a461-45a8-bca9-f0e994d3105e', assessmentQuestions],
    ['assessment question', 'violent', 'af8cfc67-757c-4019-9d5e-618017de1617', assessmentQuestions],
    ['assessment question', 'health_issue', '8872ad2e-b1b6-44c1-a937-b7540e633355', assessmentQuestions],
    ['complex case', 'hold_separately', '8952537a-ecf7-4e25-93d1-2ad67651ad99', complexCases],
  ])('gives the %s %s its published id', (_, key, id, rows) => {
    expect(rows.find((row) => row.key === key)?.id).toBe(id);
  });

  it('gives every row of every type a key of its own', () => {
    for (const { table, rows } of referenceData) {
      const keys = rows.map((row) => `${table} ${'key' in row ? String(row.key) : ''}`);
      expect(new Set(keys).size).toBe(rows.length);
    }
  });

  it.each([
    ['suppliers', 2],
    ['regions', 9],
    ['genders', 5],
    ['ethnicities', 20],
    ['identifier_types', 3],
    ['prison_transfer_reasons', 17],
    ['allocation_complex_cases', 4],
    ['assessment_questions', 18],
    ['categories', 23],
  ])('holds all %s', (table, count) => {
    expect(referenceData.find((each) => each.table === table)?.rows).toHaveLength(count);
  });

  it('supports every category but A, E and H', () => {
    const refused = categories.filter(({ move_supported: supported }) => !supported).map(({ key }) => key);
    expect(refused).toEqual(['A', 'E', 'H']);
  });

  it('no longer offers what only imports and merged records carry', () => {
    const hidden = [...genders, ...ethnicities].filter(({ disabled_at: since }) => since !== null);
    expect(hidden.map(({ key }) => key)).toEqual(['nk', 'ns', 'merge']);
  });

  it('knows the title of every gender, ethnicity and category that the demo register names', () => {
    const register = loadDemoRegister();
    const prisoners = [...register.byPrisonNumber.values()].map(({ prisoner }) => prisoner);
    const bookings = [...register.byBookingId.values()].map(({ booking }) => booking);
    const named = (values: (string | null)[]) => values.filter((value) => value !== null);
    const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title);
    expect(titles(genders)).toEqual(expect.arrayContaining(named(prisoners.map(({ gender }) => gender))));
    expect(titles(ethnicities)).toEqual(expect.arrayContaining(named(prisoners.map(({ ethnicity }) => ethnicity))));
    expect(categories.map(({ key }) => key)).toEqual(
      expect.arrayContaining(named(bookings.map(({ categoryCode }) => categoryCode))),
    );
  });
});
