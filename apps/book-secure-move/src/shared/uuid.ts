import { NotFound } from '@switchyard/domain';

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => pattern.test(text);

/** The id in lower case. A malformed one cannot exist, so it is answered like an unknown one: NotFound. */
export function uuidOf(resource: string, id: string | null | undefined): string {
  if (id === null || id === undefined || id === '') throw new NotFound(resource);
  if (!isUuid(id)) throw new NotFound(resource, id);
  return id.toLowerCase();
}
