import type { ValidateFunction } from 'ajv';
import type { Operation } from './operation';

/** Validators by key. An operation without a JSON body, or a status without one, has none. */
export interface Validators {
  /** By `METHOD /path`: request bodies, without what the service's own rules check. */
  readonly requests: Readonly<Record<string, ValidateFunction>>;
  /** By `METHOD /path STATUS`: response bodies, exactly. */
  readonly responses: Readonly<Record<string, ValidateFunction>>;
}

/** An OpenAPI document with internal references only. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: Readonly<Record<string, unknown>>;
}

/** One API as its contract has it. */
export interface Contract<Operations extends Readonly<Record<string, Operation>>> {
  /** What `GET /openapi.json` serves. */
  readonly document: OpenApiDocument;
  /** By `METHOD /path`, spelt as in the document and without the base. */
  readonly operations: Operations;
  /** Compiled in advance; each half is loaded when it is first read. */
  readonly validators: Validators;
}
