import { Schema, type Connection, type Model, type SchemaDefinition } from 'mongoose';

export interface Index {
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: true;
  /** Only documents that have the field: partial indexes are used by fewer servers for ranges. */
  readonly sparse?: true;
}

/** The model of one collection on this connection. Fields that are not named cannot be written or searched by. */
export function collection<Document extends { _id: string }>(
  connection: Connection,
  name: string,
  fields: SchemaDefinition,
  indexes: readonly Index[]
): Model<Document> {
  const schema = new Schema(
    { _id: { type: String, required: true }, ...fields },
    { strict: 'throw', versionKey: false, id: false, minimize: false }
  );
  for (const { key, ...options } of indexes) schema.index({ ...key }, options);
  return connection.model(name, schema, name) as unknown as Model<Document>;
}

/** Lists, objects and enums whose shape the domain's types fix; MongoDB need not know it. */
export const whole = Schema.Types.Mixed;

/** Makes what indexes are missing, one command a collection. */
export async function makeIndexes(connection: Connection): Promise<void> {
  await Promise.all(
    Object.values(connection.models).map(async ({ schema, collection: { collectionName } }) => {
      const indexes = schema.indexes().map(([key, { unique, sparse }]) => ({
        key: key as Record<string, 1 | -1>,
        ...(unique ? { unique: true } : {}),
        ...(sparse ? { sparse: true } : {}),
      }));
      if (indexes.length > 0) await connection.db?.collection(collectionName).createIndexes(indexes);
    })
  );
}
