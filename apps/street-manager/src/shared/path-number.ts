import { violation } from '@switchyard/domain';
import { refuseRequest } from '@switchyard/domain/street-manager';

/** The whole number from 1 that stands in a path. Throws InvalidRequest for anything else. */
export function numberInPath(name: string, text: string): number {
  const valid = /^\d{1,15}$/.test(text) && Number(text) > 0;
  refuseRequest(valid ? [] : [violation(name, 'not_a_number', 'must be a whole number from 1', { value: text })]);
  return Number(text);
}
