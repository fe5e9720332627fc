import { absent, damaged, planted, pointersOf, resolverOf, sampleOf } from '@switchyard/testing/fuzz';
import { wrm } from '@switchyard/contracts';
import fc from 'fast-check';
import type { Who } from '../wrm';
import { hostileBodies, hostileHeaders, hostileQueryValues, hostileReferences, hostileValues } from './hostile';
import type { Asked } from './operations';

/** One request that should be answered, whatever it asks. Its path and its text have holes. */
export interface Variant {
  what: string;
  path: string;
  body: string | Buffer | undefined;
  headers: Record<string, string>;
  who: Who;
}

/** How many requests are drawn at least beside the fixed ones, and by which seed. */
export interface Draw {
  seed: number;
  numRuns: number;
  /** No more than these are asked, the drawn and the fixed together. */
  most: number;
}

const ENOUGH = 100;

const callers: readonly Who[] = ['requestor', 'supplier-a', 'supplier-b', 'admin', 'nobody'];

/** At least a hundred hostile requests for one operation: the same for the same seed. */
export function variantsOf(asked: Asked, draw: Draw): Variant[] {
  const plain = plainVariant(asked);
  const fixed: Variant[] = [
    plain,
    ...callers.map((who) => ({ ...plain, what: `by ${who}`, who })),
    ...hostileHeaders.map((headers) => ({
      ...plain,
      what: JSON.stringify(headers).slice(0, 80),
      headers: { ...plain.headers, ...headers },
    })),
    ...referenceVariants(asked, plain),
    ...(asked.body ? bodyVariants(plain) : unaskedVariants(plain)),
  ];
  const numRuns = Math.max(draw.numRuns, ENOUGH - fixed.length);
  const all = [...fixed, ...fc.sample(drawnVariant(asked, plain), { ...draw, numRuns })];
  return draw.most < all.length ? [plain, ...someOf(all, draw)] : all;
}

/** So many of them as are wanted, by the seed. */
const someOf = (all: Variant[], { most, seed }: Draw): Variant[] =>
  fc.sample(fc.shuffledSubarray(all, { minLength: most - 1, maxLength: most - 1 }), { seed, numRuns: 1 })[0]!;

const plainVariant = ({ path, query, who, body }: Asked): Variant => ({
  what: 'as documented',
  path: `${path}${query}`,
  body: body && JSON.stringify(body),
  headers: body ? { 'Content-Type': 'application/json' } : {},
  who,
});

const referenceVariants = ({ path }: Asked, plain: Variant): Variant[] =>
  (path.match(/\{\w+\}/g) ?? []).flatMap((hole) =>
    hostileReferences.map((reference) => ({
      ...plain,
      what: `${hole} is ${reference.slice(0, 40)}`,
      path: plain.path.replace(hole, reference),
    })),
  );

const bodyVariants = (plain: Variant): Variant[] =>
  hostileBodies(plain.body as string).map((body) => ({ ...plain, what: `body ${body.toString().slice(0, 60)}`, body }));

/** Bodies where none is read; what may be said of them means nothing. */
const unaskedVariants = (plain: Variant): Variant[] =>
  ['application/json', 'text/plain'].map((type) => ({
    ...plain,
    what: `unasked ${type}`,
    headers: { ...plain.headers, 'Content-Type': type },
    body: '{"a":',
  }));

function drawnVariant(asked: Asked, plain: Variant): fc.Arbitrary<Variant> {
  if (!asked.body) return queryVariant(asked, plain);
  return fc.oneof(
    { weight: 5, arbitrary: plantedVariant(asked.body, plain) },
    { weight: 3, arbitrary: plantedVariant(fullBodyOf(asked), plain) },
    { weight: 2, arbitrary: damagedVariant(plain) },
    { weight: 1, arbitrary: queryVariant(asked, plain) },
  );
}

/** The good body, and beside it every further member of the schema. */
function fullBodyOf({ body, schema }: Asked): object {
  const full = sampleOf(schema!, { resolve: resolverOf(wrm.document), scalar: scalarOf });
  return { ...(full as object), ...body };
}

function scalarOf(type: string | undefined, format: string | undefined): unknown {
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'object') return {};
  return format === 'date-time' ? '2026-02-04T19:00:00.000Z' : 'text';
}

const plantedVariant = (ground: object, plain: Variant): fc.Arbitrary<Variant> =>
  fc
    .record({ pointer: fc.constantFrom(...pointersOf(ground)), value: fc.constantFrom(...hostileValues) })
    .map(({ pointer, value }) => ({
      ...plain,
      what: `/${pointer.join('/')} is ${value === absent ? 'absent' : JSON.stringify(value).slice(0, 60)}`,
      body: JSON.stringify(planted(ground, pointer, value)) ?? '',
    }));

const damagedVariant = (plain: Variant): fc.Arbitrary<Variant> =>
  damaged(plain.body as string).map((body) => ({
    ...plain,
    what: `damaged ${body.toString('latin1').slice(0, 200)}`,
    body,
  }));

/** Parameters that the contract has and some that it has not, with hostile values. */
function queryVariant({ operation, path, query }: Asked, plain: Variant): fc.Arbitrary<Variant> {
  const names = [...operation.query, ...operation.query, 'unknown', 'include', 'cursor', 'limit', 'a[b]'];
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...hostileQueryValues));
  return fc.array(pair, { minLength: 1, maxLength: 4 }).map((pairs) => {
    const text = pairs.map(([name, value]) => `${name}=${value.replaceAll(' ', '%20')}`).join('&');
    return { ...plain, what: `?${text.slice(0, 120)}`, path: `${path}${query ? `${query}&` : '?'}${text}` };
  });
}
