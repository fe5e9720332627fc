import type { Fault, Reason } from '../faults';

/** Where a reader stands in a body, and the faults that it has found so far. */
export class Trail {
  constructor(
    private readonly root: string,
    readonly faults: Fault[] = [],
    /** Path of the object around; empty for the outermost one. */
    private readonly around = '',
    /** Name of the member in it; undefined for the object itself and for an item of a list. */
    private readonly name?: string,
  ) {}

  /** The path of what stands here; empty for the body as a whole. */
  get path(): string {
    if (this.name === undefined) return this.around;
    return this.around === '' ? this.name : `${this.around}.${this.name}`;
  }

  member(name: string): Trail {
    return new Trail(this.root, this.faults, this.path, name);
  }

  item(index: number): Trail {
    return new Trail(this.root, this.faults, `${this.path}[${index}]`);
  }

  /** Something is wrong with what stands here. */
  fault(reason: Reason, rule: string): void {
    const subject = this.name ?? (this.around || `The ${this.root}`);
    this.add(this.around, reason, `${subject} ${rule}.`, this.name === undefined ? [] : [this.name]);
  }

  /** Something is wrong with members of the object that stands here. */
  faultIn(attributes: readonly string[], reason: Reason, rule: string): void {
    this.add(this.path, reason, `${attributes.join(', ')} ${rule}.`, attributes);
  }

  private add(object: string, reason: Reason, message: string, attributes: readonly string[]): void {
    this.faults.push({ object: object || this.root, reason, message, attributes });
  }
}
