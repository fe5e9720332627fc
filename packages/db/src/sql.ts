import type { Prepared } from './statement';

/** A piece of SQL with its values: pieces nest, and values only ever travel as parameters. */
export class Sql {
  constructor(
    readonly parts: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/** Writes a piece of SQL. `${value}` becomes a parameter, `${piece}` is spliced in. */
export const sql = (parts: TemplateStringsArray, ...values: readonly unknown[]): Sql => new Sql(parts, values);

/** A name or keyword that the code itself wrote; never anything from a request. */
export const literal = (text: string): Sql => new Sql([text], []);

/** The pattern of `like` for texts that contain this one, whatever characters it is made of. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Joins pieces with a separator; nothing when there are none. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  if (pieces.length === 0) return literal('');
  return new Sql(['', ...Array<string>(pieces.length - 1).fill(separator), ''], pieces);
}

/** All conditions at once; true when there are none. */
export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? literal('true') : join(conditions, ' and ');

interface Rendered {
  text: string;
  values: unknown[];
}

const MAX_NAMES = 500;
const names = new Map<string, string>();

/** The statement and its values. Equal texts share a name, so each connection parses each shape once. */
export function render<Row>(piece: Sql): { statement: Prepared<Row>; values: unknown[] } {
  const { text, values } = flatten(piece, { text: '', values: [] });
  let name = names.get(text);
  if (!name && names.size < MAX_NAMES) names.set(text, (name = `sql-${names.size + 1}`));
  return { statement: { name: name ?? '', text }, values };
}

function flatten(piece: Sql, into: Rendered): Rendered {
  piece.parts.forEach((part, index) => {
    into.text += part;
    if (index >= piece.values.length) return;
    const value = piece.values[index];
    if (value instanceof Sql) flatten(value, into);
    else {
      into.values.push(value);
      into.text += `$${into.values.length}`;
    }
  });
  return into;
}
