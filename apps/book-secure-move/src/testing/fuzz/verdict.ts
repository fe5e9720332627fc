import { bookSecureMove } from '@switchyard/contracts';
import type { TestReply } from '@switchyard/testing';
import type { FuzzedOperation } from './operations';

/** What any path can answer before its operation is even looked at: no such path, or a query that is no text. */
const anywhere = [400, 404];

/** What is wrong with an answer to a hostile request; undefined when nothing is. */
export function faultOf(operation: FuzzedOperation, { status, body, text }: TestReply): string | undefined {
  if (status >= 500) return `${status} ${text.slice(0, 120)}`;
  if (![...operation.statuses, ...anywhere].includes(status))
    return `${status} is not documented: ${text.slice(0, 120)}`;
  if (status < 400) return undefined;
  if (!isErrorShape(status, body, text)) return `${status} has another shape: ${text.slice(0, 120)}`;
  const validate = bookSecureMove.validators.responses[`${operation.name} ${status}`];
  if (!validate || text === '' || validate(body)) return undefined;
  return `${status} departs from the contract: ${text.slice(0, 120)}`;
}

/** `errors` with a title and a detail each; a bare `error`, where the real service has one; nothing, for a lacking scope. */
function isErrorShape(status: number, body: unknown, text: string): boolean {
  if (status === 403 && text === '') return true;
  const { errors, error } = (body ?? {}) as { errors?: unknown; error?: unknown };
  if (status === 400 && errors === undefined) return typeof error === 'string' || isFieldMessages(error);
  return Array.isArray(errors) && errors.length > 0 && errors.every(isErrorObject);
}

const isErrorObject = (error: { title?: unknown; detail?: unknown }): boolean =>
  typeof error.title === 'string' && typeof error.detail === 'string';

const isFieldMessages = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && Object.values(error).every(Array.isArray);
