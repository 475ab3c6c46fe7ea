import type { SchemaObject } from 'ajv';
import type { Reader, Reading } from '../reading';

/** One kind of message: what is required of it, and what it says. `read` is given what has kept the schema. */
export interface CourtFormat {
  readonly schema: SchemaObject;
  read(payload: Record<string, unknown>, reader: Reader): Reading;
}
