import Ajv, { type SchemaObject, type ValidateFunction } from 'ajv';
import { normalisedUrn } from '../../domain/court/urn';
import { dayOf, instantOf } from './times';

/** What is required of a message is what is read of it: senders add fields whenever they like. */
const ajv = new Ajv({ allErrors: true, strict: false });
ajv.addFormat('day or instant', (written: string) => dayOf(written) !== undefined);
ajv.addFormat('number of a prosecution', (written: string) => normalisedUrn(written) !== undefined);
ajv.addFormat('instant', (written: string) => instantOf(written) !== undefined);

type Fields = Readonly<Record<string, SchemaObject>>;

export const anything: SchemaObject = {};
export const words: SchemaObject = { type: ['string', 'number'] };
export const id: SchemaObject = { type: 'string', minLength: 1, maxLength: 100 };
/** A text that is read as it is: a number would be none. */
export const wording: SchemaObject = { type: 'string', maxLength: 1000 };
/** The number of a prosecution, where nothing else names it. */
export const urn: SchemaObject = { type: 'string', format: 'number of a prosecution' };
export const flag: SchemaObject = { type: 'boolean' };
/** A day or an instant that there is, as any of the senders writes it. */
export const time: SchemaObject = { type: 'string', format: 'day or instant' };
/** An instant: a day alone does not say when. */
export const moment: SchemaObject = { type: 'string', format: 'instant' };

export function object(required: Fields, optional: Fields = {}): SchemaObject {
  return { type: 'object', required: Object.keys(required), properties: { ...optional, ...required } };
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

/** The place of a field in a message, as a person can find it. */
export function pointerTo(path: readonly string[]): string {
  return path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Where a message is not as its schema wants it: places and what was expected, never what was sent. */
export function faultsIn(schema: SchemaObject, payload: unknown): Fault[] {
  let validate = compiled.get(schema);
  if (!validate) compiled.set(schema, (validate = ajv.compile(schema)));
  if (validate(payload)) return [];
  // That a choice was made is said by what is wrong in the chosen.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  const faults = errors.map(({ instancePath, message = 'is not as agreed' }) => ({
    pointer: instancePath.slice(0, 200),
    message: message.slice(0, 200),
  }));
  return faults.slice(0, 20);
}
