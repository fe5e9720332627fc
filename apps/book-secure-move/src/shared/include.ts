import { BadRequest } from '@switchyard/domain/book-secure-move';
import { control } from './controls';

/** What the client wants beside the main resources: names, each with what it wants below them. */
export interface IncludeTree {
  readonly [name: string]: IncludeTree;
}

export interface Include {
  /** Whether the client sent the parameter at all: then `included` is shown, even when empty. */
  readonly asked: boolean;
  readonly tree: IncludeTree;
  /** Every name at any depth of any chain: it switches on the conditional relationships of that name everywhere. */
  readonly names: ReadonlySet<string>;
}

export const nothing: IncludeTree = {};
export const noInclude: Include = { asked: false, tree: nothing, names: new Set() };

/** The include chains that an endpoint permits; every prefix of a permitted chain is permitted too. */
export class Includable {
  private readonly prefixes: readonly string[];
  private readonly permitted: ReadonlySet<string>;
  private readonly parsed = new Map<string, Include>();

  constructor(...chains: readonly string[]) {
    this.prefixes = [...new Set(chains.flatMap(prefixesOf))];
    this.permitted = new Set(this.prefixes);
  }

  /** Reads the parameter. Throws BadRequest naming what is not supported and what is. */
  read(parameter: unknown): Include {
    if (parameter === undefined || parameter === null) return noInclude;
    const text = String(parameter);
    let include = this.parsed.get(text);
    if (!include) {
      include = this.parse(text);
      if (this.parsed.size < 100) this.parsed.set(text, include);
    }
    return include;
  }

  private parse(text: string): Include {
    const chains = text.split(',').filter((chain) => chain !== '');
    const unknown = chains.filter((chain) => !this.permitted.has(chain));
    if (unknown.length > 0) {
      const list = (names: readonly string[]): string => `[${names.map((name) => `"${name}"`).join(', ')}]`;
      throw new BadRequest(`${list(unknown)} is not supported. Valid values are: ${list(this.prefixes)}`);
    }
    const tree: Record<string, IncludeTree> = {};
    for (const chain of chains) {
      let level = tree;
      for (const name of chain.split('.')) level = (level[name] ??= {}) as Record<string, IncludeTree>;
    }
    return { asked: true, tree, names: new Set(chains.flatMap((chain) => chain.split('.'))) };
  }
}

/** A check for a route's `before`: refuses an include that the endpoint does not permit. */
export const checkIncludes =
  (includable: Includable) =>
  (request: { query: Readonly<Record<string, string | undefined>>; body?: unknown }): void => {
    includable.read(control(request, 'include'));
  };

/** The options of a route that permits no include at all. */
export const nothingToInclude = { before: checkIncludes(new Includable()) };

function prefixesOf(chain: string): string[] {
  const names = chain.split('.');
  return names.map((_, index) => names.slice(0, index + 1).join('.'));
}
