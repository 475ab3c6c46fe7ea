import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { mongo } from 'mongoose';
import { testServers } from '../support/servers';

it('gives every test file the same servers, with a namespace and a database of its own', async () => {
  const [mine, yours] = await Promise.all([testServers(), testServers()]);
  expect(mine.temporalAddress).toBe(yours.temporalAddress);
  expect(mine.mongodbUri).not.toBe(yours.mongodbUri);

  const client = new mongo.MongoClient(mine.mongodbUri);
  await client.db().collection<{ _id: string }>('notes').insertOne({ _id: 'a' });
  expect(await client.db().collection('notes').countDocuments()).toBe(1);
  await client.close();

  const connection = await Connection.connect({ address: mine.temporalAddress });
  const { workflow } = new Client({ connection, namespace: mine.namespace });
  const searchAttributes = { ForceId: ['hertfordshire'], CaseStage: ['firstContact'] };
  await workflow.start('waits', { workflowId: 'a', taskQueue: mine.taskQueue, searchAttributes });
  while ((await workflow.count('ForceId = "hertfordshire"')).count !== 1) await sleep(50);
  const others = new Client({ connection, namespace: yours.namespace });
  expect((await others.workflow.count()).count).toBe(0);
  await connection.close();
});

it('keeps closed cases readable in the embedded server for thirty days', async () => {
  const { temporalAddress } = await testServers();
  const connection = await Connection.connect({ address: temporalAddress });
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 60 * 60);
  await connection.close();
});
