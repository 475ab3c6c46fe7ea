import { Client, Connection } from '@temporalio/client';
import express from 'express';
import mongoose from 'mongoose';
import { randomUUID } from 'node:crypto';

/** The four calls of the benchmark's loop, answered with nothing around them: no checks, no scopes, no stored commands. */
async function main(): Promise<void> {
  const database = await mongoose.createConnection(process.env.MONGODB_URI ?? '').asPromise();
  const documents = database.collection('bare');
  const client = new Client({ connection: await Connection.connect({ address: process.env.TEMPORAL_ADDRESS ?? '' }) });
  const step = (caseId: string, name: string) =>
    client.workflow.getHandle(caseId).executeUpdate('bareStep', { args: [name] });

  const app = express().use(express.json());
  app.get('/readyz', (_request, response) => void response.json({ ready: true }));
  app.post('/api/v1/crime-reports', async (_request, response) => {
    const caseId = randomUUID();
    await client.workflow.start('bareCase', { workflowId: caseId, taskQueue: 'bare' });
    response.status(202).json({ cases: [{ caseId }] });
  });
  app.get('/api/v1/tasks', async (request, response) => {
    const found = await documents.findOne({ _id: String(request.query.caseId) as never });
    const items = found?.open ? [{ kind: found.open, taskId: `${found.caseId}.${found.version}` }] : [];
    response.json({ items });
  });
  app.post('/api/v1/tasks/:taskId/completion', async (request, response) => {
    response.json(await step(request.params.taskId.split('.')[0] ?? '', 'complete'));
  });
  app.post('/api/v1/cases/:caseId/events', async (request, response) => {
    response.status(201).json(await step(request.params.caseId, 'end'));
  });
  app.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ ready: true }));
  process.once('SIGTERM', () => process.exit(0));
}

main().catch((failure: unknown) => {
  console.error(failure);
  process.exit(1);
});
