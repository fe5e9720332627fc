/** One resource as a presenter describes it: everything that leaves the server, in the order of the wire. */
export interface Resource {
  type: string;
  id: string | null;
  attributes?: Record<string, unknown>;
  /** Absent for a type that has no relationships at all. */
  relationships?: Record<string, Relationship>;
  meta?: Record<string, unknown>;
}

export interface ResourceIdentifier {
  type: string;
  id: string;
}

/** Rendered as an empty object: the client must ask for it by `include`. */
export const onlyWhenIncluded = Symbol('only when included');

type Linked = Resource | ResourceIdentifier;

/** A whole resource goes into `included`; an identifier is linkage only. */
export type Relationship = Linked | readonly Linked[] | null | typeof onlyWhenIncluded;

export const identifier = (type: string, id: string): ResourceIdentifier => ({ type, id });

/** Linkage to one resource, or null. */
export const toOne = (type: string, id: string | null): ResourceIdentifier | null =>
  id === null ? null : { type, id };

/** Whole resources have something besides their identity. */
export const isResource = (linked: Linked): linked is Resource => 'attributes' in linked || 'relationships' in linked;

export interface DocumentOptions {
  /** Show `included`, even when it is empty: the client asked for an include. */
  withIncluded?: boolean;
  meta?: Record<string, unknown>;
  links?: Record<string, string | null>;
}

export interface JsonApiDocument {
  data: unknown;
  included?: unknown[];
  meta?: Record<string, unknown>;
  links?: Record<string, string | null>;
}
