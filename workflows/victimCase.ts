import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { openTasks } from '../domain/careRecord';
import { careState } from '../domain/careState';
import { liveCase, type LiveCase } from '../domain/projection/liveCase';
import { nothingProjected, projectedBy } from '../domain/projection/projection';
import { takeStock } from '../domain/takeStock';
import { loadEndedRecord } from './activityProxies';
import { newAlarm } from './alarm';
import { now, type AwakeCase } from './awakeCase';
import { refreshCalendar } from './calendar';
import { openInbox } from './inbox';
import { liveCaseQuery, type CaseStart } from './messages';
import { project } from './project';
import { showStage } from './showStage';

/**
 * One person, one crime, from the crime report to the end: take what came in, ask the journey what is due, have it
 * shown, sleep until the record's next instant. Silence has a meaning in each step of the journey.
 */
export async function victimCase(start: CaseStart): Promise<void> {
  const inbox: { awake?: AwakeCase } = 'record' in start ? { awake: asStarted(start.record) } : {};
  openInbox(inbox);
  setHandler(liveCaseQuery, (): LiveCase => {
    if (!inbox.awake) throw new Error('The case is being read back.');
    return liveCase(inbox.awake.record, now());
  });
  if ('resume' in start) {
    inbox.awake = asProjected(await loadEndedRecord({ caseId: start.resume }));
    // Whoever woke the case sends the command next; without one it goes back to where it was.
    await condition(() => inbox.awake !== undefined && isChanged(inbox.awake), '1 minute');
  }
  const awake = inbox.awake;
  if (!awake) throw new RangeError('A case starts with a record or resumes one');

  const alarm = newAlarm();
  for (;;) {
    await refreshCalendar(awake);
    const { record, wakeAt } = takeStock(awake.record, now());
    awake.record = record;
    showStage(record);
    if (isChanged(awake)) {
      if (!(await project(awake, wakeAt))) await condition(() => awake.record !== record, '5 seconds');
      continue;
    }
    // After an end danger is still asked for, until somebody acts on it, and the ends of orders are watched.
    const ended = careState(awake.record).end !== undefined && openTasks(record).length === 0 && wakeAt === undefined;
    if (ended && allHandlersFinished()) return;
    const long = workflowInfo().historyLength > start.settings.historyEvents || workflowInfo().continueAsNewSuggested;
    if (long && allHandlersFinished()) {
      await continueAsNew<typeof victimCase>({ record: awake.record, settings: start.settings });
    }
    alarm.set(ended ? undefined : wakeAt);
    await condition(() => isChanged(awake) || alarm.rang || ((ended || long) && allHandlersFinished()));
  }
}

function asStarted(record: AwakeCase['record']): AwakeCase {
  return { record, projected: nothingProjected, triedVersion: 0 };
}

function asProjected(record: AwakeCase['record']): AwakeCase {
  return { record, projected: projectedBy(record), triedVersion: record.version };
}

function isChanged({ record, projected }: AwakeCase): boolean {
  return record.version > projected.version;
}
