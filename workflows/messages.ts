import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CareRecord, CommandAnswer } from '../domain/careRecord';
import type { AssignTask, CompleteTask, RecordEvent } from '../domain/command';
import { careState } from '../domain/careState';
import type { CourtCaseView } from '../domain/court/courtCaseView';
import type { CourtEvent } from '../domain/court/courtEvent';
import type { CourtRecord, LinkedCase } from '../domain/court/courtRecord';
import type { LiveCase } from '../domain/projection/liveCase';
import { shownStage, stageOf } from '../domain/projection/stage';

/** Keywords by which operators find cases; opaque values only, since search attributes are stored in clear. */
export const searchAttributes = { force: 'ForceId', stage: 'CaseStage' } as const;
const forceKey = defineSearchAttributeKey(searchAttributes.force, 'KEYWORD');
export const stageKey = defineSearchAttributeKey(searchAttributes.stage, 'KEYWORD');

/** What a case shows of itself in the engine's own list; given when it starts, and again when it changes. */
export function shownBy(record: CareRecord): { stage: string; pairs: SearchAttributePair[] } {
  const stage = shownStage(stageOf(record, careState(record)));
  return {
    stage,
    pairs: [
      { key: forceKey, value: record.opening.investigatingForce },
      { key: stageKey, value: stage },
    ],
  };
}

/** The Temporal header that carries a correlation id from an HTTP request to case and activity. */
export const correlationHeader = 'correlation-id';

export const victimCaseType = 'victimCase';
export const sweepsType = 'sweeps';
export const nightlySilenceCheckType = 'nightlySilenceCheck';
export const deliveryType = 'delivery';

/** The workflow of a case, for as long as the case lives: a reopening is a new run of the same id. */
export function victimCaseId(caseId: string): string {
  return `case-${caseId}`;
}

/** The workflow that sees one item of the outbox to its end. */
export function deliveryId(itemId: string): string {
  return `delivery-${itemId}`;
}

export interface DeliveryStart {
  readonly itemId: string;
}

/** Something has changed that a waiting delivery goes by. */
export const lookAgain = defineSignal('lookAgain');

/** How a run of a case begins: with its record, or, after an end, by reading what the end wrote. */
export type CaseStart =
  | { readonly record: CareRecord; readonly settings: CaseSettings }
  | { readonly resume: string; readonly settings: CaseSettings };

export interface CaseSettings {
  /** Continue as new after so many history events, so that a sleeping case wakes cheaply. */
  readonly historyEvents: number;
}

/** What an update answers. `visible` tells whether lists show it already; they lag only while MongoDB is away. */
export type UpdateAnswer = CommandAnswer & { readonly visible: boolean };

/** The three verbs. Each is sent with the command's id as update id. */
export const completeTask = defineUpdate<UpdateAnswer, [CompleteTask]>('completeTask');
export const assignTask = defineUpdate<UpdateAnswer, [AssignTask]>('assignTask');
export const recordEvent = defineUpdate<UpdateAnswer, [RecordEvent]>('recordEvent');

/** The case's own answer. It wakes a sleeping case: for managers and reconciliation, not for lists. */
export const liveCaseQuery = defineQuery<LiveCase>('liveCase');

export const courtCaseType = 'courtCase';

/** The workflow of a prosecution. The id is made from its Unique Reference Number by a keyed hash. */
export function courtCaseWorkflowId(courtCaseId: string): string {
  return `court-${courtCaseId}`;
}

/** How a run of a prosecution begins: it reads back what an earlier one saved, or goes on with what it is handed. */
export interface CourtCaseStart {
  readonly courtCaseId: string;
  readonly urn: string;
  /** Continue as new after so many history events. */
  readonly historyEvents: number;
  readonly record?: CourtRecord | undefined;
  readonly savedVersion?: number | undefined;
}

export type CourtInput = { readonly events: readonly CourtEvent[] } | { readonly linked: LinkedCase };

export interface CourtAnswer {
  readonly version: number;
  /** Whether MongoDB shows it already. */
  readonly visible: boolean;
}

/** What a message of the courts said. The same again, or an older word, changes nothing. */
export const hearFromCourt = defineUpdate<CourtAnswer, [readonly CourtEvent[]]>('hearFromCourt');
/** Ties a case of ours to the prosecution, or unties it. */
export const linkCase = defineUpdate<CourtAnswer, [LinkedCase]>('linkCase');
/** The prosecution's own answer; it wakes a sleeping one. */
export const courtCaseQuery = defineQuery<CourtCaseView>('courtCase');
