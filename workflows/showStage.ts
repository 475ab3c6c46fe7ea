import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { CareRecord } from '../domain/careRecord';
import { shownBy, stageKey } from './messages';

/** Lets engineers find cases by force and stage in the engine's own list; an event only when what they see changes. */
export function showStage(record: CareRecord): void {
  const { stage, pairs } = shownBy(record);
  if (workflowInfo().typedSearchAttributes.get(stageKey) !== stage) upsertSearchAttributes(pairs);
}
