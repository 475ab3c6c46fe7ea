import { NativeConnection, Runtime, Worker, DefaultLogger } from '@temporalio/worker';
import mongoose from 'mongoose';
import path from 'node:path';

export interface BareDocument {
  readonly caseId: string;
  readonly version: number;
  readonly open: string;
}

export type BareActivities = ReturnType<typeof bareActivities>;

const bareActivities = (collection: mongoose.mongo.Collection) => ({
  async save(document: BareDocument): Promise<void> {
    await collection.replaceOne({ _id: document.caseId as never }, document, { upsert: true });
  },
});

async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const database = await mongoose.createConnection(process.env.MONGODB_URI ?? '').asPromise();
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS ?? '' }),
    taskQueue: 'bare',
    workflowsPath: path.join(__dirname, 'bareCase.js'),
    activities: bareActivities(database.collection('bare')),
  });
  process.send?.({ ready: true });
  await worker.run();
  await database.close();
}

main().then(
  () => process.exit(0),
  (failure: unknown) => {
    console.error(failure);
    process.exit(1);
  }
);
