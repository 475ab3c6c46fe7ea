import { mongo } from 'mongoose';
import { Connection } from '@temporalio/client';
import { testServers } from '../support/servers';

it('gives every test file the same servers and a database of its own', async () => {
  const [mine, yours] = await Promise.all([testServers(), testServers()]);
  expect(mine.temporalAddress).toBe(yours.temporalAddress);
  expect(mine.mongodbUri).not.toBe(yours.mongodbUri);

  const client = new mongo.MongoClient(mine.mongodbUri);
  await client.db().collection<{ _id: string }>('notes').insertOne({ _id: 'a' });
  expect(await client.db().collection('notes').countDocuments()).toBe(1);
  await client.close();

  const connection = await Connection.connect({ address: mine.temporalAddress });
  const { config } = await connection.workflowService.describeNamespace({ namespace: mine.namespace });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 60 * 60);
  await connection.close();
});
