import { afterSentenceRecorders } from './recorders/afterSentenceRecorders';
import { careRecorders } from './recorders/careRecorders';
import { changeRecorders } from './recorders/changeRecorders';
import { courtRecorders } from './recorders/courtRecorders';
import { investigationRecorders } from './recorders/investigationRecorders';
import { rightsRecorders } from './recorders/rightsRecorders';
import { attendanceRecorders } from './recorders/attendanceRecorders';
import { safetyRecorders } from './recorders/safetyRecorders';
import { witnessRecorders } from './recorders/witnessRecorders';

/**
 * The facts that may be recorded as events, and by whom. What is missing has a resource of its own that writes it
 * (a person, an amendment, a transfer, a reopening) or answers a task.
 */
export const eventRecorders = {
  ...careRecorders,
  ...investigationRecorders,
  ...courtRecorders,
  ...afterSentenceRecorders,
  ...witnessRecorders,
  ...safetyRecorders,
  ...changeRecorders,
  ...rightsRecorders,
  ...attendanceRecorders,
} as const;

export type RecordableKind = keyof typeof eventRecorders;
