import type { Prepared } from './statement';

/** An insertion that waits to be sent. */
export interface Appended {
  statement: Prepared;
  values: readonly unknown[];
}

const merged = new Map<string, Prepared>();

/**
 * Insertions that do not touch each other's rows as one statement: all but the last become `with` clauses of the last.
 * Equal sequences share a name, so each connection parses each once. The texts use `$n` for placeholders only.
 */
export function asOneStatement(appended: readonly Appended[]): Appended {
  if (appended.length === 1) return appended[0]!;
  const key = appended.map(({ statement }) => statement.name).join(' ');
  let statement = merged.get(key);
  if (!statement) merged.set(key, (statement = { name: `appended-${merged.size + 1}`, text: merge(appended) }));
  return { statement, values: appended.flatMap(({ values }) => values) };
}

function merge(appended: readonly Appended[]): string {
  let used = 0;
  const texts = appended.map(({ statement, values }) => {
    const before = used;
    used += values.length;
    return statement.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + before}`);
  });
  const clauses = texts.slice(0, -1).map((text, index) => `a${index + 1} as (${text})`);
  return `with ${clauses.join(',\n')}\n${texts.at(-1)}`;
}
