import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';

/** `INDEXED_VALUE_TYPE_KEYWORD` of Temporal's wire format. */
const keyword = 2;

/** Adds to a namespace what cases are found by. A namespace just made is unknown to the server for a moment: it asks again. */
export async function addCaseSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const searchAttributes = { ForceId: keyword, CaseStage: keyword };
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(50);
    }
  }
}
