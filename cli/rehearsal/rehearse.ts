import { englandAndWalesCalendar } from '../../published/bankHolidays';
import type { CaseOpening } from '../../domain/careRecord';
import type { NewFact } from '../../domain/fact';
import { londonDay, type Instant } from '../../domain/time/londonTime';
import { summaryOf } from '../../domain/projection/caseSummary';
import { crimeReport } from '../policeData/crimeReport';
import { outcomeEvents, type KnownCase, type Outcome } from '../policeData/outcomeEvents';
import { monthWindow, type ReportWindow } from '../policeData/reportWindow';
import { CaseLife, type Told } from './caseLife';
import type { ReportedCrime } from './readCrimes';
import { rehearsedOpening } from './rehearsedOpening';

export interface Rehearsed {
  readonly opening: CaseOpening;
  readonly told: readonly Told[];
  readonly life: CaseLife;
}

const team = 'north-victim-care';
const windows = new Map<string, ReportWindow | undefined>();

/**
 * Leads the case of one crime through its outcomes, each at its time, to `until`. Report and events are those of the
 * importer; undefined where the crime's month lies after `until`.
 */
export function rehearse({ row, outcomes }: ReportedCrime, until: Instant, live = false): Rehearsed | undefined {
  const window = windowOf(row.month, until);
  if (!window) return undefined;
  const opening = rehearsedOpening(crimeReport(row, window, team));
  const life = new CaseLife(opening, englandAndWalesCalendar(londonDay(opening.receivedAt)), live);
  const told: Told[] = [];
  const keys = new Set<string>();
  let now = opening.openedAt;
  for (const outcome of inOrderOfTime(outcomes, opening, until)) {
    for (const { body, idempotencyKey } of outcomeEvents(outcome, known(opening, told, life), until)) {
      // What is in the files twice is told once.
      if (keys.has(idempotencyKey)) continue;
      keys.add(idempotencyKey);
      if (body.happenedAt > now) now = body.happenedAt;
      const tell = { command: { commandId: idempotencyKey, by: 'import', fact: body as NewFact }, at: now };
      told.push(tell);
      life.tell(tell);
    }
  }
  life.pass(until);
  return { opening, told, life };
}

/** Rows of one month stand in no order: they are told as they came about. */
function inOrderOfTime(outcomes: readonly Outcome[], opening: CaseOpening, until: Instant): readonly Outcome[] {
  if (outcomes.length < 2) return outcomes;
  const at = (outcome: Outcome): Instant => outcomeEvents(outcome, known(opening), until).at(-1)?.body.happenedAt ?? '';
  return outcomes
    .map((outcome) => ({ outcome, at: at(outcome) }))
    .sort((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1))
    .map(({ outcome }) => outcome);
}

function known({ caseId, receivedAt }: CaseOpening, told: readonly Told[] = [], life?: CaseLife): KnownCase {
  const suspects = life && told.length > 0 ? summaryOf(life.careRecord).suspects : [];
  return { caseId, receivedAt, suspects };
}

function windowOf(month: string, until: Instant): ReportWindow | undefined {
  const key = `${month} ${until}`;
  if (!windows.has(key)) windows.set(key, monthWindow(month, until));
  return windows.get(key);
}
