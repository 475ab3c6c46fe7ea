import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** With `SAVE_HISTORIES=<release>` a journey's history is kept for the replay test of all later releases. */
export async function saveHistory(title: string, handle: Pick<WorkflowHandle, 'fetchHistory'>): Promise<void> {
  const release = process.env.SAVE_HISTORIES;
  if (!release) return;
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/-$/, '');
  const file = path.join(__dirname, '..', 'replay', 'histories', `${release}-${name}.bin`);
  const history = await handle.fetchHistory();
  writeFileSync(file, temporal.api.history.v1.History.encode(history).finish());
}
