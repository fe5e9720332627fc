import fc from 'fast-check';
import { writeDocument } from './fast-document';
import type { DocumentOptions, Relationship, Resource } from './resource';
import { identifier, onlyWhenIncluded, toOne } from './resource';
import { ResourceSerializer } from './serializer';

const relationshipNames = ['owner', 'parts', 'place', 'notes'] as const;
const types = ['moves', 'people', 'suppliers'] as const;
const serializer = new ResourceSerializer(types.map((type) => ({ type, relationships: relationshipNames })));

const attributes = fc.option(
  fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{2,8}x$/), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 }),
  { nil: undefined },
);
const meta = fc.option(
  fc.dictionary(fc.stringMatching(/^[a-z]{3,6}$/), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }),
  {
    nil: undefined,
  },
);

interface Draft {
  type: (typeof types)[number];
  attributes: Record<string, unknown> | undefined;
  meta: Record<string, unknown> | undefined;
  /** How each relationship is to be written, and to which of the later resources it leads. */
  links: Record<string, { kind: 'lazy' | 'null' | 'linkage' | 'one' | 'many'; to: number[] }> | undefined;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  type: fc.constantFrom(...types),
  attributes,
  meta,
  links: fc.option(
    fc.dictionary(
      fc.constantFrom(...relationshipNames),
      fc.record({
        kind: fc.constantFrom('lazy' as const, 'null' as const, 'linkage' as const, 'one' as const, 'many' as const),
        to: fc.array(fc.nat(7), { maxLength: 3 }),
      }),
    ),
    { nil: undefined },
  ),
});

/** Resources that lead to later ones of the same list: several ways may lead to one, and never back. */
const graph: fc.Arbitrary<Resource[]> = fc
  .array(draft, { minLength: 1, maxLength: 8 })
  .map((drafts) => drafts.reduceRight<Resource[]>((later, each, index) => [build(each, index, later), ...later], []));

function build({ type, attributes: facts, meta: more, links }: Draft, index: number, later: Resource[]): Resource {
  const relationships: Record<string, Relationship> | undefined =
    links && Object.fromEntries(Object.entries(links).map(([name, link]) => [name, relate(link, later)]));
  return {
    type,
    id: `id-${index}`,
    // Every type has attributes: the library takes a resource without any for linkage.
    attributes: { title: `title ${index}`, ...facts },
    ...(relationships && { relationships }),
    ...(more && { meta: more }),
  };
}

function relate({ kind, to }: { kind: string; to: number[] }, later: Resource[]): Relationship {
  const targets = to.flatMap((index) => later[index] ?? []);
  const [first] = targets;
  if (kind === 'lazy') return onlyWhenIncluded;
  if (kind === 'many') return targets;
  if (kind === 'null' || !first) return null;
  return kind === 'one' ? first : identifier(first.type, first.id!);
}

const options: fc.Arbitrary<DocumentOptions> = fc.record(
  {
    withIncluded: fc.boolean(),
    meta: fc.constant({ pagination: { per_page: 20 } }),
    links: fc.constant({ self: 'http://localhost/api', next: null }),
  },
  { requiredKeys: [] },
);

/** The members of every resource in a document, in the order in which they stand. */
function orders(document: { data: unknown; included?: unknown[] }): string[][] {
  return [document.data, document.included ?? []].flat().map((each) => Object.keys(each as object));
}

describe('a document', () => {
  it('is the same, written quickly or through the library', () => {
    fc.assert(
      fc.property(graph, fc.boolean(), options, (resources, asList, how) => {
        // A list is of one type.
        const data = asList ? resources.filter(({ type }) => type === resources[0]!.type) : resources[0]!;
        const expected = serializer.document(data, how) as { data: unknown; included?: { id: string }[] };
        const written = JSON.parse(writeDocument(data, how)) as typeof expected;
        const sorted = (each: typeof expected) => ({
          ...each,
          ...(each.included && { included: [...each.included].sort((a, b) => a.id.localeCompare(b.id)) }),
        });
        expect(sorted(written)).toEqual(JSON.parse(JSON.stringify(sorted(expected))));
      }),
      { numRuns: 500 },
    );
  });

  it('has the members of each resource in the order of the wire, either way', () => {
    fc.assert(
      fc.property(graph, ([resources]) => {
        const how = { withIncluded: true };
        for (const document of [
          JSON.parse(writeDocument(resources!, how)),
          JSON.parse(JSON.stringify(serializer.document(resources!, how))),
        ]) {
          for (const members of orders(document as { data: unknown })) {
            expect(members).toEqual(
              ['id', 'type', 'attributes', 'relationships', 'meta'].filter((name) => members.includes(name)),
            );
          }
        }
      }),
    );
  });

  it('includes a resource once, however many ways lead to it', () => {
    const place: Resource = { type: 'suppliers', id: 's', attributes: { name: 'S' } };
    const owner: Resource = { type: 'people', id: 'p', attributes: {}, relationships: { place } };
    const moves = ['a', 'b'].map((id): Resource => ({
      type: 'moves',
      id,
      relationships: { owner, place, parts: [place] },
    }));
    const { included } = JSON.parse(writeDocument(moves, { withIncluded: true })) as { included: { id: string }[] };
    expect(included.map(({ id }) => id).sort()).toEqual(['p', 's']);
  });

  it.each([
    ['nothing was found', [], { withIncluded: true }, '{"data":[],"included":[]}'],
    [
      'it has no id yet',
      { type: 'moves', id: null, attributes: { a: 1 } },
      {},
      '{"data":{"id":null,"type":"moves","attributes":{"a":1}}}',
    ],
    [
      'relationships are lazy, null or empty',
      {
        type: 'moves',
        id: 'm',
        relationships: { owner: onlyWhenIncluded, place: toOne('suppliers', null), parts: [] },
      },
      {},
      '{"data":{"id":"m","type":"moves","relationships":{"owner":{},"place":{"data":null},"parts":{"data":[]}}}}',
    ],
    [
      'values need escaping',
      { type: 'moves', id: '"\\', attributes: { text: '"\u2028\n\\', nested: { '"': [null, true, 1.5] } } },
      {},
      JSON.stringify({
        data: { id: '"\\', type: 'moves', attributes: { text: '"\u2028\n\\', nested: { '"': [null, true, 1.5] } } },
      }),
    ],
  ] as [string, Resource | Resource[], DocumentOptions, string][])('when %s is exactly so', (_, data, how, text) => {
    expect(writeDocument(data, how)).toBe(text);
    expect(JSON.parse(JSON.stringify(serializer.document(data, how)))).toEqual(JSON.parse(text));
  });
});
