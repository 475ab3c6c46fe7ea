import Ajv, { type SchemaObject, type ValidateFunction } from 'ajv';

/** What is required of a message is what is read of it: senders add fields whenever they like. */
const ajv = new Ajv({ allErrors: true, strict: false });

type Fields = Readonly<Record<string, SchemaObject>>;

export const anything: SchemaObject = {};
export const words: SchemaObject = { type: ['string', 'number', 'null'] };
export const id: SchemaObject = { type: 'string', minLength: 1, maxLength: 100 };
export const flag: SchemaObject = { type: ['boolean', 'null'] };
/** A day or an instant, as any of the senders writes it. */
export const time: SchemaObject = {
  type: 'string',
  pattern: '^(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})',
};

export function object(required: Fields, optional: Fields = {}): SchemaObject {
  return { type: 'object', required: Object.keys(required), properties: { ...optional, ...required } };
}

/** Null is written for what is left out. */
export function maybe(schema: SchemaObject): SchemaObject {
  return { anyOf: [schema, { type: 'null' }] };
}

export function listOf(items: SchemaObject, least = 0): SchemaObject {
  return { type: 'array', items, minItems: least };
}

/** In XML one of a thing is not a list, and an element without content is an empty text. */
export function someOf(items: SchemaObject, wrapped: string): SchemaObject {
  const wrap = { type: 'object', required: [wrapped], properties: { [wrapped]: oneOrMore(items) } };
  return {
    if: { type: 'array' },
    then: { items },
    else: { anyOf: [wrap, { const: '' }, { type: 'object', maxProperties: 0 }] },
  };
}

export function oneOrMore(items: SchemaObject): SchemaObject {
  return { if: { type: 'array' }, then: { items }, else: items };
}

export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

const compiled = new WeakMap<SchemaObject, ValidateFunction>();

/** Where a message is not as its schema wants it: places and what was expected, never what was sent. */
export function faultsIn(schema: SchemaObject, payload: unknown): Fault[] {
  let validate = compiled.get(schema);
  if (!validate) compiled.set(schema, (validate = ajv.compile(schema)));
  if (validate(payload)) return [];
  const faults = (validate.errors ?? []).map(({ instancePath, message = 'is not as agreed' }) => ({
    pointer: instancePath.slice(0, 200),
    message: message.slice(0, 200),
  }));
  return faults.slice(0, 20);
}
