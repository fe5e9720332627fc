import fc from 'fast-check';
import { automaticConditions, withAutomaticConditions } from './conditions';
import type { PermitCondition } from './conditions';
import { permitConditionTypes } from './enums';

const codes = (conditions: readonly PermitCondition[]): string[] => conditions.map(({ condition }) => condition);

describe('withAutomaticConditions', () => {
  it('adds the three that every permit has', () => {
    expect(withAutomaticConditions([])).toEqual([
      { condition: 'NCT01a' },
      { condition: 'NCT01b' },
      { condition: 'NCT11a' },
    ]);
  });

  it('puts those that were sent in their places and keeps their comments', () => {
    const sent: PermitCondition[] = [
      { condition: 'NCT11a', comment: 'On the barrier' },
      { condition: 'NCT02a', comment: '09:30 to 15:30 only' },
      { condition: 'NCT01a', comment: null },
    ];
    expect(withAutomaticConditions(sent)).toEqual([
      { condition: 'NCT01a', comment: null },
      { condition: 'NCT01b' },
      { condition: 'NCT02a', comment: '09:30 to 15:30 only' },
      { condition: 'NCT11a', comment: 'On the barrier' },
    ]);
  });

  it('gives each condition once, in the order of the codes, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...permitConditionTypes]), (sent) => {
        const conditions = withAutomaticConditions(sent.map((condition) => ({ condition })));
        const expected = permitConditionTypes.filter((one) => sent.includes(one) || automaticConditions.includes(one));
        expect(codes(conditions)).toEqual(expected);
        expect(withAutomaticConditions(conditions)).toEqual(conditions);
      }),
    );
  });
});
