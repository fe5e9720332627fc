import fc from 'fast-check';
import { attachment } from './content-disposition';

describe('attachment', () => {
  it.each([
    ['plan.pdf', 'attachment; filename="plan.pdf"'],
    ["O'Neill (2).pdf", `attachment; filename="O'Neill (2).pdf"`],
    ['a"b\\c.pdf', `attachment; filename="a_b_c.pdf"; filename*=UTF-8''a%22b%5Cc.pdf`],
    ['100%.pdf', `attachment; filename="100_.pdf"; filename*=UTF-8''100%25.pdf`],
    ['Straße.pdf', `attachment; filename="Stra_e.pdf"; filename*=UTF-8''Stra%C3%9Fe.pdf`],
    ["Café (it's).pdf", `attachment; filename="Caf_ (it's).pdf"; filename*=UTF-8''Caf%C3%A9%20%28it%27s%29.pdf`],
  ])('%j', (name, header) => expect(attachment(name)).toBe(header));

  it('is a header that servers send, and from which the whole name comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const header = attachment(name);
        expect(header).toMatch(/^[\x20-\x7e]*$/);
        const [, exact] = /filename\*=UTF-8''(\S*)$/.exec(header) ?? [];
        const [, plain] = /filename="([^"]*)"/.exec(header) ?? [];
        expect(exact === undefined ? plain : decodeURIComponent(exact)).toBe(name);
      }),
    );
  });
});
