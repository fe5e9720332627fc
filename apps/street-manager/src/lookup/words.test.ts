import { wordsOf } from './words';

describe('wordsOf', () => {
  it.each<[string, string[]]>([
    ['tannery  lane', ['TANNERY', 'LANE']],
    ["St John's Road", ['ST', 'JOHNS', 'ROAD']],
    ['St John\u2019s', ['ST', 'JOHNS']],
    ['Stoke-on-Trent', ['STOKE', 'ON', 'TRENT']],
    ['Lôn y Wŷn', ['LON', 'Y', 'WYN']],
    ['100% _x\\', ['100', 'X']],
    ['"\'--', []],
  ])('of %j are %j', (name, expected) => {
    expect(wordsOf(name)).toEqual(expected);
  });
});
