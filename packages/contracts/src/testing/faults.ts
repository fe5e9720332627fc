import type { Validators } from '../contract';

/** What one half of a contract's validators finds wrong with a body: the place and the rule. */
export function faults(validators: Validators['requests'], key: string, body: unknown): string[] {
  const validate = validators[key];
  if (validate === undefined) throw new Error(`there is no validator for ${key}`);
  return validate(body) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}
