import fc from 'fast-check';
import { FeatureScanner } from './feature-scanner';
import { ImportRefused } from './import-refused';

/** What comes out of a text that arrives in pieces of this size. */
function scan(text: string, size = text.length): { features: unknown[]; lines: number[]; frame: unknown } {
  const scanner = new FeatureScanner();
  const found = [];
  for (let at = 0; at < text.length; at += size) found.push(...scanner.push(text.slice(at, at + size)));
  return {
    features: found.map((each) => JSON.parse(each.text) as unknown),
    lines: found.map(({ line }) => line),
    frame: scanner.end(),
  };
}

const faultsOf = (text: string): readonly string[] => {
  try {
    scan(text);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ImportRefused);
    return (error as ImportRefused).faults;
  }
};

describe('FeatureScanner', () => {
  it('finds the features of any collection, in whatever pieces it comes, and what is around them', () => {
    const feature = fc.dictionary(fc.string(), fc.jsonValue());
    const around = fc.dictionary(fc.string(), fc.jsonValue()).map(({ features: _, ...rest }) => rest);
    const collection = fc
      .tuple(around, fc.array(feature), around)
      .map(([before, features, after]) => ({ ...before, features, ...after }));
    fc.assert(
      fc.property(collection, fc.integer({ min: 1, max: 40 }), fc.constantFrom(undefined, 1), (value, size, indent) => {
        // Through text, as it arrives: JSON has no -0.
        const { features, ...rest } = JSON.parse(JSON.stringify(value)) as { features: unknown[] };
        const scanned = scan(JSON.stringify(value, null, indent), size);
        expect(scanned.features).toEqual(features);
        expect(scanned.frame).toEqual({ ...rest, features: [] });
      }),
    );
  });

  it('knows the line on which each begins', () => {
    expect(scan('{"type":"FeatureCollection",\n"features" :\n[\n{"a":\n1},\n\n{"b":"]}"}]}').lines).toEqual([4, 7]);
  });

  it.each([
    ['no collection', '[{"a":1}]', 'line 1: the file is not a FeatureCollection'],
    ['a text that ends early', '{"features":[{"a":1},\n{"b"', 'line 2: the file is not a whole JSON text'],
    ['nothing', '', 'line 1: the file is not a whole JSON text'],
    ['two texts', '{"features":[]}\n{}', 'line 2: the file is not a whole JSON text'],
    ['a feature that is a number', '{"features":[{"a":1},\n2]}', 'line 2: feature 2 is not an object'],
    ['a comma too many', '{"features":[{"a":1},\n]}', 'line 2: feature 2 is not an object'],
    ['a comma too few', '{"features":[{"a":1}\n{"b":1}]}', 'line 2: feature 2 is not an object'],
    ['a bracket of the wrong kind', '{"features":[{"a":1}}', 'line 1: feature 2 is not an object'],
    [
      'very much beside the features',
      `{"name":"${'x'.repeat(1_100_000)}","features":[]}`,
      'line 1: there is too much beside the features',
    ],
    ['a feature without an end', `{"features":[\n{"a":"${'x'.repeat(17_000_000)}`, 'line 2: feature 1 has no end'],
  ])('refuses %s', (_, text, fault) => expect(faultsOf(text)).toEqual([fault]));
});
