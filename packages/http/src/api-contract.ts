/** What the generator knows of one operation. */
export interface OperationFacts {
  readonly operationId: string;
  readonly base: string;
  readonly idempotencyKey: 'required' | 'optional' | 'none';
  readonly open: boolean;
  readonly successStatuses: readonly number[];
  readonly statuses: readonly number[];
  readonly hasBody: boolean;
}

/** A compiled schema, as ajv's standalone code exports it. */
export interface Validator {
  (value: unknown): boolean;
  errors?:
    | null
    | readonly {
        instancePath: string;
        keyword: string;
        message?: string;
        params: Record<string, unknown>;
      }[];
}

/** One API's contract: the document, and what was generated from it. Keys are `METHOD /path`. */
export interface ApiContract {
  readonly document: object;
  readonly operations: Readonly<Record<string, OperationFacts>>;
  readonly validators: {
    readonly requests: Readonly<Record<string, Validator>>;
    readonly responses: Readonly<Record<string, Validator>>;
  };
}
