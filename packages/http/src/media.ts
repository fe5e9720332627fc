export const JSON_API = 'application/vnd.api+json';

/** Whether the client names JSON:API among what it accepts. */
export const acceptsJsonApi = (accept: string | undefined): boolean => accept?.includes(JSON_API) ?? false;
