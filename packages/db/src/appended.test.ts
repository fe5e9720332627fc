import { asOneStatement } from './appended';
import { prepared } from './statement';

const audit = prepared('audit', 'insert into audit (a, b) values ($1, $2)');
const outbox = prepared('outbox', 'insert into outbox (a) values ($1)');

describe('asOneStatement', () => {
  it('leaves a single insertion as it is', () => {
    const alone = { statement: audit, values: [1, 2] };
    expect(asOneStatement([alone])).toBe(alone);
  });

  it('counts the placeholders of all through', () => {
    const { statement, values } = asOneStatement([
      { statement: audit, values: [1, 2] },
      { statement: outbox, values: [3] },
      { statement: audit, values: [4, 5] },
    ]);
    expect(statement.text).toBe(
      'with a1 as (insert into audit (a, b) values ($1, $2)),\n' +
        'a2 as (insert into outbox (a) values ($3))\n' +
        'insert into audit (a, b) values ($4, $5)',
    );
    expect(values).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives equal sequences one statement, and others their own', () => {
    const [first, second] = [1, 2].map((value) =>
      asOneStatement([
        { statement: outbox, values: [value] },
        { statement: audit, values: [value, value] },
      ]),
    );
    const other = asOneStatement([
      { statement: audit, values: [1, 1] },
      { statement: outbox, values: [1] },
    ]);
    expect(second!.statement).toBe(first!.statement);
    expect(other.statement.name).not.toBe(first!.statement.name);
  });
});
