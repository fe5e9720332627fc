import type { TestReply } from '@switchyard/testing';
import type { Asked } from '../operations';

/** What any path can answer before its operation is even looked at: a path or a query that is no text. */
const anywhere = [400, 404];

/** What is wrong with an answer to a hostile request; undefined when nothing is. */
export function faultOf({ name, operation, contract }: Asked, reply: TestReply): string | undefined {
  const { status, body, text, headers } = reply;
  const shown = `${status} ${text.slice(0, 200)}`;
  if (status >= 500) return shown;
  if (![...operation.statuses, ...anywhere].includes(status)) return `not documented: ${shown}`;
  if (headers.get('content-type')?.includes('vnd.api+json'))
    return status < 400 || isJsonApiError(body) ? undefined : `no JSON:API error: ${shown}`;
  if (status >= 400 && !isError(status, body)) return `no error of this API: ${shown}`;
  const validate = contract.validators.responses[`${name} ${status}`];
  if (!validate || text === '' || validate(body)) return undefined;
  return `departs from the contract: ${shown}`;
}

/** A sentence and the status once more; of a bad request, what is wrong with each field. */
function isError(status: number, body: unknown): boolean {
  const { message, error } = (body ?? {}) as { message?: unknown; error?: { status?: unknown } };
  return typeof message === 'string' && message !== '' && error?.status === status;
}

function isJsonApiError(body: unknown): boolean {
  const { errors } = (body ?? {}) as { errors?: { title?: unknown; status?: unknown }[] };
  return Array.isArray(errors) && errors.length > 0 && errors.every(({ title, status }) => title && status);
}
