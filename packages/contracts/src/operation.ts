/** What a router and an SDK need to know of one operation of a contract. */
export interface Operation {
  readonly operationId: string;
  /** What stands before the path: `/api`, or `/` for nothing. */
  readonly base: string;
  /** Whether the `Idempotency-Key` header must be sent, may be sent, or means nothing here. */
  readonly idempotencyKey: 'required' | 'optional' | 'none';
  /** Whether it can be called without a token. */
  readonly open: boolean;
  readonly successStatuses: readonly number[];
  /** Every documented status, success included. */
  readonly statuses: readonly number[];
  readonly hasBody: boolean;
  /** Names of the query parameters, as on the wire. */
  readonly query: readonly string[];
}
