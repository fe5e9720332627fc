export const methods = ['get', 'put', 'post', 'delete', 'patch'];

/**
 * Every operation of a bundled document under its key `METHOD /path`.
 * @param {object} document
 * @returns {[string, { operation: object, parameters: object[] }][]}
 */
export function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => [
        `${method.toUpperCase()} ${path}`,
        {
          operation: item[method],
          parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((parameter) =>
            resolved(parameter, document),
          ),
        },
      ]),
  );
}

/** What an internal reference names, or the node itself. */
export function resolved(node, document) {
  if (typeof node?.$ref !== 'string') return node;
  const target = node.$ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);
  if (target === undefined) throw new Error(`nothing at ${node.$ref}`);
  return resolved(target, document);
}

/** The schema of a body as JSON, whichever of its media types it is; undefined for none. */
export function jsonSchema(content) {
  const media = Object.keys(content ?? {}).find((type) => /[/+]json$/.test(type));
  return media && content[media].schema;
}

/**
 * The table that a router and an SDK need of a document.
 * @param {object} document a bundled document
 * @returns {Record<string, object>}
 */
export function operationTable(document) {
  return Object.fromEntries(
    operationsOf(document).map(([key, { operation, parameters }]) => {
      const statuses = Object.keys(operation.responses).map(Number);
      return [
        key,
        {
          operationId: operation.operationId,
          base: (operation.servers ?? document.servers)[0].url,
          idempotencyKey: idempotency(parameters),
          open: isOpen(operation.security ?? document.security, document),
          successStatuses: statuses.filter((status) => status >= 200 && status < 300),
          statuses,
          hasBody: operation.requestBody !== undefined,
          query: parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name),
        },
      ];
    }),
  );
}

function idempotency(parameters) {
  const header = parameters.find((parameter) => parameter.in === 'header' && parameter.name === 'Idempotency-Key');
  if (!header) return 'none';
  return header.required ? 'required' : 'optional';
}

const tokenSchemes = new Set(['oauth2', 'apiKey']);

/** Open is what can be called without a token or whatever else the document asks for by default. */
function isOpen(security = [], document) {
  const schemes = document.components?.securitySchemes ?? {};
  const usual = new Set((document.security ?? []).flatMap(Object.keys));
  const needsCredential = (requirement) =>
    Object.keys(requirement).some((name) => usual.has(name) || tokenSchemes.has(schemes[name].type));
  return security.length === 0 || !security.every(needsCredential);
}
