/** As much of a JSON Schema as a fuzzer reads. */
export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  format?: string;
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
}

/** Gives the schema that a reference leads to, and any other schema as it is. */
export type Resolve = (schema: Schema) => Schema;

/** Resolves references into `components.schemas` of a document, also those that lead to references. */
export function resolverOf(document: { readonly components?: Readonly<Record<string, unknown>> }): Resolve {
  const schemas = document.components?.['schemas'] as Readonly<Record<string, Schema>>;
  const resolve: Resolve = (schema) => (schema.$ref ? resolve(schemas[schema.$ref.split('/').at(-1)!]!) : schema);
  return resolve;
}
