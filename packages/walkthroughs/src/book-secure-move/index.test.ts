import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bookSecureMoveWalkthroughs } from '.';

const names = bookSecureMoveWalkthroughs.map(({ name }) => name);

describe('bookSecureMoveWalkthroughs', () => {
  it('names each walkthrough once', () => expect(new Set(names).size).toBe(names.length));

  it.each(names)('keeps %s in the file of its name', (name) =>
    expect(existsSync(join(__dirname, `${name}.ts`))).toBe(true),
  );
});
