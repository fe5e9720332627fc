import type { Shape } from '@switchyard/domain/wrm';
import { read, refuseForm } from '@switchyard/domain/wrm';
import type { Config } from '../config';

/** Reads a body by its form. Throws RequestRefused, 400, with every fault; `root` names the body in them. */
export function readBody<T>(shape: Shape<T>, body: unknown, root: string, { extensions }: Config): T {
  const { value, faults } = read(shape, body, root, extensions);
  refuseForm(faults);
  return value;
}
