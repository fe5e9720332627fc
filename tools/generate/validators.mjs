import { createRequire } from 'node:module';
import { jsonSchema, operationsOf, resolved } from './operations.mjs';

// The ajv of the package that runs the validators: another version may lie in the root.
const require = createRequire(new URL('../../packages/contracts/package.json', import.meta.url));
const { default: Ajv } = require('ajv/dist/2020');
const { default: standaloneCode } = require('ajv/dist/standalone');
const { _ } = require('ajv/dist/compile/codegen');
const { fullFormats } = require('ajv-formats/dist/formats');

/**
 * Code that judges the JSON bodies of requests: everything but what the service's own rules check.
 * @param {object} document a bundled document
 * @returns {string} a CommonJS module that exports a function per `METHOD /path`
 */
export function requestValidators(document) {
  const schemas = operationsOf(document).flatMap(([key, { operation }]) => {
    const schema = jsonSchema(resolved(operation.requestBody, document)?.content);
    return schema ? [[key, schema]] : [];
  });
  return compiled(schemas, document, (schema) => withNullAsValue(withoutRules(schema), document));
}

/**
 * Code that judges the JSON bodies of responses.
 * @param {object} document a bundled document
 * @returns {string} a CommonJS module that exports a function per `METHOD /path STATUS`
 */
export function responseValidators(document) {
  const schemas = operationsOf(document).flatMap(([key, { operation }]) =>
    Object.entries(operation.responses).flatMap(([status, response]) => {
      const schema = jsonSchema(resolved(response, document).content);
      return schema ? [[`${key} ${status}`, schema]] : [];
    }),
  );
  return compiled(schemas, document, (schema) => schema);
}

/** Each component is a schema of its own, so that all who refer to it share one function. */
function compiled(schemas, document, prepare) {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    // Of several shapes the one that the tag names is judged, so that its faults are told and not those of all.
    discriminator: true,
    inlineRefs: 8,
    formats: fullFormats,
    code: { source: true, lines: true, formats: _`require("ajv-formats/dist/formats").fullFormats` },
  });
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    ajv.addSchema(forAjv(prepare(schema)), name);
  }
  // References are resolved against these ids, so they are plain words.
  const ids = Object.fromEntries(schemas.map(([key], index) => [key, `body${index}`]));
  for (const [key, schema] of schemas) ajv.addSchema(forAjv(prepare(schema)), ids[key]);
  return schemas.length === 0 ? '"use strict";' : standaloneCode(ajv, ids);
}

/** Takes every constraint from a node that the service judges by its own rules, and from all below it. */
function withoutRules(node) {
  if (Array.isArray(node)) return node.map(withoutRules);
  if (node === null || typeof node !== 'object') return node;
  if ('x-checked-by' in node) return true;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutRules(value)]));
}

/**
 * Writes "this or null" as one schema that takes null too: a client then hears what is wrong with its value, and not
 * also that it is not null.
 */
function withNullAsValue(node, document) {
  if (Array.isArray(node)) return node.map((item) => withNullAsValue(item, document));
  if (node === null || typeof node !== 'object') return node;
  const [either, other, ...more] = node.anyOf ?? [];
  const target = other?.type === 'null' && more.length === 0 ? resolved(either, document) : undefined;
  if (typeof target?.type === 'string' && !('anyOf' in target)) {
    const { type, enum: values } = target;
    return { ...target, type: [type, 'null'], ...(values && { enum: [...values, null] }) };
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withNullAsValue(value, document)]));
}

const notes = new Set(['description', 'title', 'example', 'examples', 'deprecated', 'x-checked-by']);

/** A schema with its references made to the ids given above and without what says nothing about validity. */
function forAjv(node, isMap = false) {
  if (Array.isArray(node)) return node.map((item) => forAjv(item));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isMap || !notes.has(key))
      .map(([key, value]) => {
        if (!isMap && key === '$ref') return [key, value.replace('#/components/schemas/', '')];
        return [key, forAjv(value, !isMap && key === 'properties')];
      }),
  );
}
