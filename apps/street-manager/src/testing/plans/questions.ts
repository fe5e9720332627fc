import type { Report } from '../../reports/report';
import { QueryReader } from '../../shared/query-reader';

/** What a list is asked with: the values of each parameter. */
export type Question = Readonly<Record<string, readonly string[]>>;

/** Finds out what a filter asks for: gives it an answer to whatever it asks, and remembers that. */
class AskedReader extends QueryReader {
  readonly asked: Record<string, readonly string[]>[] = [];

  constructor() {
    super({ query: {}, queryValues: () => [] });
  }

  override among<T extends string>(name: string, values: readonly T[]): readonly T[] {
    this.asked.push({ [name]: values.slice(0, 1) }, { [name]: values.slice(0, 2) });
    return [];
  }

  override flag(name: string): boolean {
    this.asked.push({ [name]: ['true'] });
    return false;
  }

  override instant(name: string): Date | undefined {
    this.asked.push({ [name]: ['2026-06-01T00:00:00Z'] });
    return undefined;
  }
}

/** Texts with and without what an index of parts finds them by, and the name of other parties. */
const texts = ['NB00112345678', 'kiln lane', 'council', 'water', '8412007', 'x'];

/** Everything that one filter of a report can be asked with. */
export function singleQuestions({ filters, searches }: Report): Question[] {
  const reader = new AskedReader();
  for (const [name, filter] of Object.entries(filters)) filter(reader, name);
  return [...reader.asked, ...(searches ? texts.map((query) => ({ query: [query] })) : [])];
}

/** Two filters at once, each with each other. */
export function pairsOf(questions: readonly Question[]): Question[] {
  return questions.flatMap((first, index) =>
    questions
      .slice(index + 1)
      .filter((second) => Object.keys(second)[0] !== Object.keys(first)[0])
      .map((second) => ({ ...first, ...second })),
  );
}

/** One question in each order of the report. */
export const inEveryOrder = ({ order }: Report, question: Question): Question[] =>
  Object.keys(order).flatMap((column) =>
    ['asc', 'desc'].map((way) => ({ ...question, sort_column: [column], sort_direction: [way] })),
  );
