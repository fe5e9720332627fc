import { violation, when } from './violations';

const blank = violation('date', 'blank', "can't be blank");

describe('violation', () => {
  it('has no meta member unless facts are given', () => {
    expect(blank).toStrictEqual({ field: 'date', code: 'blank', message: "can't be blank" });
    expect(violation('date', 'taken', 'has already been taken', { id: '1' })).toStrictEqual({
      field: 'date',
      code: 'taken',
      message: 'has already been taken',
      meta: { id: '1' },
    });
  });
});

describe('when', () => {
  it('gives the violations only if the condition holds', () => {
    expect(when(true, blank, blank)).toEqual([blank, blank]);
    expect(when(false, blank)).toEqual([]);
  });
});
