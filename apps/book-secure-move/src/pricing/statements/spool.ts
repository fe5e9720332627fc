const BLOCK = 1_024 * 1_024;

/** Texts kept outside the heap, where a hundred thousand of them cost their bytes and no more, and given back by order. */
export class Spool {
  private readonly blocks: Buffer[] = [];
  private used = 0;
  private readonly entries: { order: number; block: number; from: number; to: number }[] = [];

  /** Keeps a text; those of one order stay as they came. */
  add(order: number, text: string): void {
    const length = Buffer.byteLength(text);
    if (this.blocks.length === 0 || this.used + length > BLOCK) {
      this.blocks.push(Buffer.allocUnsafeSlow(Math.max(BLOCK, length)));
      this.used = 0;
    }
    const block = this.blocks.length - 1;
    this.blocks[block]!.write(text, this.used);
    this.entries.push({ order, block, from: this.used, to: this.used + length });
    this.used += length;
  }

  *inOrder(): Generator<string> {
    this.entries.sort((a, b) => a.order - b.order);
    for (const { block, from, to } of this.entries) yield this.blocks[block]!.toString('utf8', from, to);
  }
}
