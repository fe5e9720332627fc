import fc from 'fast-check';

/** A text whose bytes were damaged on the way: some are changed, lost, doubled, or cut off at the end. */
export function damaged(text: string): fc.Arbitrary<Buffer> {
  const bytes = Buffer.from(text);
  const place = fc.nat({ max: Math.max(0, bytes.length - 1) });
  const damage = fc.record({ at: place, kind: fc.constantFrom('change', 'lose', 'double', 'cut'), byte: fc.nat(255) });
  return fc.array(damage, { minLength: 1, maxLength: 4 }).map((all) => all.reduce(withDamage, bytes));
}

interface Damage {
  at: number;
  kind: 'change' | 'lose' | 'double' | 'cut';
  byte: number;
}

function withDamage(bytes: Buffer, { at, kind, byte }: Damage): Buffer {
  const [before, one, after] = [bytes.subarray(0, at), bytes.subarray(at, at + 1), bytes.subarray(at + 1)];
  if (kind === 'change') return Buffer.concat([before, Buffer.from([byte]), after]);
  if (kind === 'lose') return Buffer.concat([before, after]);
  if (kind === 'double') return Buffer.concat([before, one, one, after]);
  return before;
}
