import { planted, pointersOf } from '@switchyard/testing/fuzz';
import fc from 'fast-check';
import { groundOf } from './grounds';
import { hostileBodies, hostileHeaders, hostileIds, hostileQueryValues, hostileValues } from './hostile';
import type { FuzzedOperation } from './operations';

/** One request that should be answered, whatever it asks. */
export interface Variant {
  what: string;
  path: string;
  body: string | Buffer | undefined;
  headers: Record<string, string>;
  who: 'pmu' | 'geoamey' | 'serco' | 'nobody';
}

/** At least a hundred hostile requests for one operation: the same for the same seed. */
export function variantsOf(operation: FuzzedOperation, idOf: (name: string) => string, seed: number): Variant[] {
  const sample = groundOf(operation, idOf);
  const path = fill(operation.path, idOf);
  const plain: Variant = {
    what: 'as documented',
    path,
    body: sample === undefined ? undefined : JSON.stringify(sample),
    headers: {},
    who: 'pmu',
  };
  const fixed: Variant[] = [
    plain,
    ...(['geoamey', 'serco', 'nobody'] as const).map((who) => ({ ...plain, what: `by ${who}`, who })),
    ...hostileHeaders.map((headers) => ({ ...plain, what: JSON.stringify(headers).slice(0, 80), headers })),
    ...idVariants(operation, plain, idOf),
    ...(sample === undefined ? [] : bodyVariants(plain)),
  ];
  const drawn = fc.sample(
    sample === undefined
      ? queryVariant(operation, plain)
      : fc.oneof(
          { weight: 5, arbitrary: plantedVariant(sample, plain) },
          { weight: 1, arbitrary: queryVariant(operation, plain) },
        ),
    { seed, numRuns: sample === undefined ? 100 : 60 },
  );
  return [...fixed, ...drawn];
}

const fill = (path: string, idOf: (name: string) => string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => idOf(name));

function idVariants({ path }: FuzzedOperation, plain: Variant, idOf: (name: string) => string): Variant[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return names.flatMap((bad) =>
    hostileIds.map((id) => ({
      ...plain,
      what: `${bad} is ${id.slice(0, 40)}`,
      path: fill(path, (name) => (name === bad ? id : idOf(name))),
    })),
  );
}

const bodyVariants = (plain: Variant): Variant[] =>
  hostileBodies(plain.body as string).map((body) => ({ ...plain, what: `body ${body.toString().slice(0, 60)}`, body }));

function plantedVariant(sample: unknown, plain: Variant): fc.Arbitrary<Variant> {
  return fc
    .record({ pointer: fc.constantFrom(...pointersOf(sample)), value: fc.constantFrom(...hostileValues) })
    .map(({ pointer, value }) => ({
      ...plain,
      what: `/${pointer.join('/')} is ${String(JSON.stringify(value)).slice(0, 60)}`,
      body: JSON.stringify(planted(sample, pointer, value)) ?? '',
    }));
}

/** Parameters that the contract has and some that it has not, with one or two hostile values. */
function queryVariant({ query }: FuzzedOperation, plain: Variant): fc.Arbitrary<Variant> {
  const names = [...query, 'filter[unknown]', 'filter', 'include', 'include[]', 'page[size]', 'sort[by]', 'unknown'];
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...hostileQueryValues));
  return fc.array(pair, { minLength: 1, maxLength: 3 }).map((pairs) => {
    const text = pairs.map(([name, value]) => `${name}=${value.replaceAll(' ', '%20')}`).join('&');
    return { ...plain, what: `?${text.slice(0, 80)}`, path: `${plain.path}?${text}` };
  });
}
