import { damaged, planted, pointersOf } from '@switchyard/testing/fuzz';
import fc from 'fast-check';
import type { Example } from '../examples';
import type { Asked } from '../operations';
import type { Who } from '../street-manager';
import {
  hostileBodies,
  hostileForms,
  hostileHeaders,
  hostileQueryValues,
  hostileReferences,
  hostileValues,
} from './hostile';
import { fullBodyOf } from './sample';

/** One request that should be answered, whatever it asks. Its path and its text have the holes of an example. */
export interface Variant {
  what: string;
  path: string;
  body: string | Buffer | undefined;
  headers: Record<string, string>;
  who: Who;
}

const callers = ['southgate', 'contractor', 'ellerdale', 'marshfield', 'admin', 'export', 'nobody'] as const;

const ENOUGH = 100;

/** How many requests are drawn at least beside the fixed ones, and by which seed. */
export interface Draw {
  seed: number;
  numRuns: number;
  /** No more than these are asked, the drawn and the fixed together. */
  most: number;
}

/** At least a hundred hostile requests for one operation: the same for the same seed. */
export function variantsOf(asked: Asked, example: Example, draw: Draw): Variant[] {
  const plain = plainVariant(asked, example);
  const fixed: Variant[] = [
    plain,
    ...callers.map((who) => ({ ...plain, what: `by ${who}`, who })),
    ...hostileHeaders.map((headers) => ({
      ...plain,
      what: JSON.stringify(headers).slice(0, 80),
      headers: { ...plain.headers, ...headers },
    })),
    ...referenceVariants(asked, plain),
    ...(example.body ? bodyVariants(plain) : []),
    ...(example.file ? formVariants(plain) : []),
  ];
  const numRuns = Math.max(draw.numRuns, ENOUGH - fixed.length);
  const all = [...fixed, ...fc.sample(drawnVariant(asked, example, plain), { ...draw, numRuns })];
  return draw.most < all.length ? [plain, ...someOf(all, draw)] : all;
}

/** So many of them as are wanted, by the seed. */
const someOf = (all: Variant[], { most, seed }: Draw): Variant[] =>
  fc.sample(fc.shuffledSubarray(all, { minLength: most - 1, maxLength: most - 1 }), { seed, numRuns: 1 })[0]!;

function plainVariant({ path }: Asked, { who, query = '', body, file }: Example): Variant {
  const typed = { 'Content-Type': 'application/json' };
  const form = { 'Content-Type': 'multipart/form-data; boundary=b' };
  return {
    what: 'as documented',
    path: `${path}${query}`,
    body: file ? formOf(file) : body && JSON.stringify(body),
    headers: file ? form : body ? typed : {},
    who,
  };
}

const formOf = ({ name, text }: { name: string; text: string }): string =>
  `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n--b--\r\n`;

function referenceVariants({ path }: Asked, plain: Variant): Variant[] {
  const holes = path.match(/\{\w+\}/g) ?? [];
  return holes.flatMap((hole) =>
    hostileReferences.map((reference) => ({
      ...plain,
      what: `${hole} is ${reference.slice(0, 40)}`,
      path: plain.path.replace(hole, reference),
    })),
  );
}

const bodyVariants = (plain: Variant): Variant[] =>
  hostileBodies(plain.body as string).map((body) => ({ ...plain, what: `body ${body.toString().slice(0, 60)}`, body }));

const formVariants = (plain: Variant): Variant[] =>
  hostileForms.map(({ type, text }) => ({
    ...plain,
    what: `form ${type.slice(0, 60)} ${JSON.stringify(text).slice(0, 120)}`,
    headers: { 'Content-Type': type },
    body: text,
  }));

function drawnVariant(asked: Asked, { body, file }: Example, plain: Variant): fc.Arbitrary<Variant> {
  if (file) return damagedVariant(plain);
  if (!body) return queryVariant(asked, plain);
  const full = { ...fullBodyOf(asked), ...body };
  return fc.oneof(
    { weight: 4, arbitrary: plantedVariant(body, plain) },
    { weight: 4, arbitrary: plantedVariant(full, plain) },
    { weight: 2, arbitrary: damagedVariant(plain) },
    { weight: 1, arbitrary: queryVariant(asked, plain) },
  );
}

function plantedVariant(ground: object, plain: Variant): fc.Arbitrary<Variant> {
  return fc
    .record({ pointer: fc.constantFrom(...pointersOf(ground)), value: fc.constantFrom(...hostileValues) })
    .map(({ pointer, value }) => ({
      ...plain,
      what: `/${pointer.join('/')} is ${String(JSON.stringify(value)).slice(0, 60)}`,
      body: JSON.stringify(planted(ground, pointer, value)) ?? '',
    }));
}

const damagedVariant = (plain: Variant): fc.Arbitrary<Variant> =>
  damaged(plain.body as string).map((body) => ({
    ...plain,
    what: `damaged ${body.toString('latin1').slice(0, 200)}`,
    body,
  }));

/** Parameters that the contract has and some that it has not, with hostile values. */
function queryVariant({ operation }: Asked, plain: Variant): fc.Arbitrary<Variant> {
  const names = [...operation.query, ...operation.query, 'unknown', 'include', 'offset', 'a[b]', 'swa_code'];
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...hostileQueryValues));
  return fc.array(pair, { minLength: 1, maxLength: 4 }).map((pairs) => {
    const text = pairs.map(([name, value]) => `${name}=${value.replaceAll(' ', '%20')}`).join('&');
    const [path] = plain.path.split('?');
    return { ...plain, what: `?${text.slice(0, 120)}`, path: `${path}?${text}` };
  });
}
