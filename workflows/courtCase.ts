import {
  ActivityFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  patched,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { courtCaseView, isOver, type CourtCaseView } from '../domain/court/courtCaseView';
import { link, newCourtRecord, takeIn, type CourtRecord } from '../domain/court/courtRecord';
import { recognised } from '../domain/court/recognised';
import { datesOffFirst, tellingsOwed, toldTo } from '../domain/court/tellings';
import { loadCourtRecord, saveCourtCase, tellLinkedCases } from './activityProxies';
import { now } from './awakeCase';
import {
  courtCaseQuery,
  hearFromCourt,
  linkCase,
  type CourtCaseStart,
  type CourtInput,
  type CourtAnswer,
} from './messages';

/** What one activity tells: so many that it is done within seconds, so few that a failure repeats little. */
const toldAtOnce = 50;

/** After the last defendant's end; a later word starts a new run from what was saved. */
const keptAwake = '400 days';

interface Awake {
  record?: CourtRecord;
  savedVersion: number;
}

/**
 * One prosecution, by its Unique Reference Number, from the first word of it to long after its end: takes in what courts
 * say, and tells every linked case what concerns it, once. Silence: it waits; dates that pass are the linked cases' to
 * act upon.
 */
export async function courtCase(start: CourtCaseStart): Promise<void> {
  const awake: Awake = { savedVersion: 0, ...(start.record ? { record: start.record } : {}) };
  const waiting: CourtInput[] = [];
  const take = async (input: CourtInput): Promise<CourtAnswer> => {
    if (awake.record) awake.record = applied(awake.record, input);
    else waiting.push(input);
    await condition(() => awake.record !== undefined && waiting.length === 0);
    const { version } = awake.record as CourtRecord;
    await condition(() => awake.savedVersion >= version, '4 seconds');
    return { version, visible: awake.savedVersion >= version };
  };
  setHandler(hearFromCourt, (events) => take({ events }));
  setHandler(linkCase, (linked) => take({ linked }));
  setHandler(courtCaseQuery, (): CourtCaseView => {
    if (!awake.record) throw new Error('The prosecution is being read back.');
    return courtCaseView(awake.record);
  });

  if (!awake.record) {
    const { courtCaseId, urn } = start;
    let record = (await loadCourtRecord({ courtCaseId })) ?? newCourtRecord(courtCaseId, urn);
    for (const input of waiting) record = applied(record, input);
    awake.record = record;
    waiting.length = 0;
  } else {
    awake.savedVersion = start.savedVersion ?? 0;
  }

  for (;;) {
    awake.record = recognised(awake.record);
    if (isChanged(awake) && !(await saved(awake))) {
      await sleep('5 seconds');
      continue;
    }
    const all = tellingsOwed(awake.record, now());
    const owed = (patched('dates-off-first') ? datesOffFirst(all) : all).slice(0, toldAtOnce);
    if (owed.length > 0) {
      const answers = await tellLinkedCases({ courtCaseId: start.courtCaseId, tellings: owed });
      for (const [index, telling] of owed.entries()) {
        awake.record = toldTo(awake.record, telling, answers[index]?.refused);
      }
      continue;
    }
    const long = workflowInfo().historyLength > start.historyEvents || workflowInfo().continueAsNewSuggested;
    if (long && allHandlersFinished() && !isChanged(awake)) {
      const { savedVersion } = awake;
      await continueAsNew<typeof courtCase>({ ...start, record: awake.record, savedVersion });
    }
    const more = () => isChanged(awake) || (long && allHandlersFinished());
    if (!isOver(awake.record)) await condition(more);
    else if (!(await condition(more, keptAwake)) && allHandlersFinished()) return;
  }
}

function applied(record: CourtRecord, input: CourtInput): CourtRecord {
  return 'events' in input ? takeIn(record, input.events) : link(record, input.linked);
}

function isChanged({ record, savedVersion }: Awake): boolean {
  return record !== undefined && record.version > savedVersion;
}

async function saved(awake: Awake): Promise<boolean> {
  const { record } = awake;
  if (!record) return true;
  try {
    await saveCourtCase({ record, isFirst: awake.savedVersion === 0 });
  } catch (failure) {
    if (!(failure instanceof ActivityFailure)) throw failure;
    return false;
  }
  awake.savedVersion = record.version;
  return true;
}
