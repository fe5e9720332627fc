import { wrm } from '@switchyard/contracts';
import type { TestReply } from '@switchyard/testing';
import type { Asked } from './operations';

/** What any path can answer before its operation is even looked at: a path or a query that is no text. */
const anywhere = [400, 404];

/** What is wrong with an answer to a hostile request; undefined when nothing is. */
export function faultOf({ name, operation }: Asked, { status, body, text, headers }: TestReply): string | undefined {
  const shown = `${status} ${text.slice(0, 300)}`;
  if (status >= 500) return shown;
  if (![...operation.statuses, ...anywhere].includes(status)) return `not documented: ${shown}`;
  if (headers.get('content-type')?.includes('vnd.api+json'))
    return status < 400 || isJsonApiError(body) ? undefined : `no JSON:API error: ${shown}`;
  if (status >= 400 && !isError(body)) return `no error of this API: ${shown}`;
  const validate = wrm.validators.responses[`${name} ${status}`];
  if (!validate || text === '' || validate(body)) return undefined;
  return `departs from the contract: ${shown}`;
}

/** A code and a sentence, and under which id the request is to be found in the log. */
function isError(body: unknown): boolean {
  const { responseCode, message, correlationId, errors } = (body ?? {}) as Record<string, unknown>;
  return [responseCode, message, correlationId].every(Boolean) && Array.isArray(errors);
}

function isJsonApiError(body: unknown): boolean {
  const { errors } = (body ?? {}) as { errors?: { title?: unknown; status?: unknown }[] };
  return Array.isArray(errors) && errors.length > 0 && errors.every(({ title, status }) => title && status);
}
