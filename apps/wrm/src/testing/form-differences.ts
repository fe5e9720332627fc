import type { Form } from '@switchyard/domain/wrm';

type Schema = Readonly<Record<string, unknown>>;

/** Where a schema of the contract says something else than the form that reads the body; by path. */
export function formDifferences(document: object, schema: unknown, form: Form, path: string): string[] {
  const node = resolved(document, schema);
  const differ = (what: string, one: unknown, other: unknown): string[] =>
    JSON.stringify(one) === JSON.stringify(other)
      ? []
      : [`${path}: ${what} ${JSON.stringify(one)} ${JSON.stringify(other)}`];
  switch (form.kind) {
    case 'text':
      return [
        ...differ('type', typeOf(node), 'string'),
        ...differ('maxLength', node.maxLength, form.maxLength),
        ...differ('format', node.format, form.format === 'https-uri' ? 'uri' : form.format),
      ];
    case 'enum':
      return differ('values', node.enum ?? [node.const], [...new Set(form.values)]);
    case 'number':
      return [
        ...differ('type', typeOf(node), form.integer ? 'integer' : 'number'),
        ...differ('minimum', node.minimum, form.min),
        ...differ('maximum', node.maximum, form.max),
      ];
    case 'flag':
      return [...differ('type', typeOf(node), 'boolean'), ...differ('value', node.const, form.only)];
    case 'list':
      return [
        ...differ('type', typeOf(node), 'array'),
        ...differ('minItems', node.minItems ?? 0, form.atLeast),
        ...formDifferences(document, node.items, form.of, `${path}[]`),
      ];
    case 'object': {
      const properties = (node.properties ?? {}) as Schema;
      const members = Object.entries(form.members);
      return [
        ...differ('additionalProperties', node.additionalProperties, false),
        ...differ('members', Object.keys(properties).sort(), Object.keys(form.members).sort()),
        ...differ(
          'required',
          node.required ?? [],
          namesWhere(members, ({ presence }) => presence === 'required'),
        ),
        ...differ(
          'nullable',
          Object.keys(properties).filter((name) => takesNull(properties[name] as Schema)),
          namesWhere(members, ({ presence }) => presence === 'nullable'),
        ),
        ...members.flatMap(([name, member]) => [
          ...differ(`default of ${name}`, (properties[name] as Schema | undefined)?.default, member.fallback),
          ...formDifferences(document, properties[name], member.form, `${path}.${name}`),
        ]),
      ];
    }
  }
}

type Members = [string, Extract<Form, { kind: 'object' }>['members'][string]][];

const namesWhere = (members: Members, test: (member: Members[number][1]) => boolean): string[] =>
  members.filter(([, member]) => test(member)).map(([name]) => name);

const takesNull = ({ type, anyOf }: Schema): boolean =>
  (Array.isArray(type) && type.includes('null')) || (Array.isArray(anyOf) && anyOf.length === 2);

const typeOf = ({ type }: Schema): unknown =>
  Array.isArray(type) ? (type as unknown[]).find((each) => each !== 'null') : type;

/** What a reference names; of a choice between something and null the something. */
function resolved(document: object, schema: unknown): Schema {
  const node = (schema ?? {}) as Schema;
  if (Array.isArray(node.anyOf) && takesNull(node)) return resolved(document, node.anyOf[0]);
  if (typeof node.$ref !== 'string') return node;
  const target = node.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Schema)[key], document);
  return resolved(document, target);
}
