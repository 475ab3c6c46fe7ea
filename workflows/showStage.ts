import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { defineSearchAttributeKey } from '@temporalio/common';
import type { CareRecord } from '../domain/careRecord';
import { careState } from '../domain/careState';
import { stageOf } from '../domain/stage';
import { searchAttributes } from './messages';

const force = defineSearchAttributeKey(searchAttributes.force, 'KEYWORD');
const stage = defineSearchAttributeKey(searchAttributes.stage, 'KEYWORD');

/** Lets operators find cases by force and stage in the engine's own list; an event only when the stage changes. */
export function showStage(record: CareRecord): void {
  const shown = workflowInfo().typedSearchAttributes;
  const current = stageOf(record, careState(record));
  if (shown.get(stage) === current) return;
  upsertSearchAttributes([
    { key: force, value: record.opening.investigatingForce },
    { key: stage, value: current },
  ]);
}
