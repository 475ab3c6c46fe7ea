import type { Duty } from '../../../domain/code/duty';
import { openTasks, type CareRecord } from '../../../domain/careRecord';
import { careState, type CareState } from '../../../domain/careState';
import { dutyReason } from '../../../domain/code/dutyReason';
import type { Fact } from '../../../domain/fact';
import { ledger } from '../../../domain/code/ledger';
import { standingOf } from '../../../domain/code/standing';
import { whyDue } from '../../../domain/dueSentence';
import { addCalendarDays, addHours, endOfLondonDay, londonDay, type Instant } from '../../../domain/time/londonTime';
import type { TaskKind } from '../../../domain/task';
import type { WorkingCalendar } from '../../../domain/time/workingDays';
import { expectedNews } from '../journey/updates/expectedNews';
import { workAfterEnd } from '../workAfterEnd';
import { seededLife, type LivedMoment } from '../seededLife';

/** Moments in all: commands, waits and the wake-ups between them. */
const moments = Number(process.env.RUNS ?? 1_000_000);
const commandsInALife = 14;

/** The tasks that stand for duties of the report. */
const owedFromReport: Partial<Record<TaskKind, string>> = {
  makeFirstContact: 'force-first-contact',
  assessNeeds: 'force-needs-assessment',
  agreeVictimContract: 'force-victim-contract',
};

interface Seen {
  readonly state: CareState;
  readonly duties: ReadonlyMap<string, Duty>;
}

const seen = new WeakMap<CareRecord, Seen>();
function look(record: CareRecord): Seen {
  let known = seen.get(record);
  if (!known) {
    const state = careState(record);
    known = { state, duties: new Map(ledger(record, state).map((duty) => [duty.id, duty])) };
    seen.set(record, known);
  }
  return known;
}

const walks = new Map<string, Instant>();
/** The end of so many working days, walked day by day. */
function walked(from: Instant, days: number, calendar: WorkingCalendar): Instant {
  let on = londonDay(from);
  const key = `${on} ${days} ${calendar.version}`;
  const known = walks.get(key);
  if (known) return known;
  for (let left = days; left > 0;) {
    on = addCalendarDays(on, 1);
    const weekday = new Date(`${on}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !calendar.bankHolidays.includes(on)) left -= 1;
  }
  walks.set(key, endOfLondonDay(on));
  return endOfLondonDay(on);
}

/** What is wrong with a moment of a life, in words; nothing when all is well. */
const laws: Readonly<Record<string, (moment: LivedMoment) => string | undefined>> = {
  'an open case has an owner and a next dated thing': ({ after, wakeAt }) => {
    const { state } = look(after);
    if (state.end) {
      const left = workAfterEnd(state.end, state.dangerUnanswered);
      const other = openTasks(after).find(({ kind }) => !left.includes(kind));
      if (other) return `an ended case has work: ${other.kind}`;
      return left.length === 0 && wakeAt !== undefined ? 'an ended case wakes' : undefined;
    }
    if (state.owningTeam === '') return 'nobody owns it';
    return openTasks(after).some(({ dueAt }) => dueAt !== '') || wakeAt !== undefined ? undefined : 'it is silent';
  },

  'a duty reaches a rung once, and never loses one': ({ before, after }) => {
    for (const [id, reached] of Object.entries(after.rungs)) {
      const said = reached.map(({ rung }) => rung);
      if (new Set(said).size !== said.length) return `${id} reached ${said.join(', ')}`;
    }
    for (const [id, reached] of Object.entries(before.rungs)) {
      if (
        reached.some(
          ({ rung, at }, index) => after.rungs[id]?.[index]?.rung !== rung || after.rungs[id]?.[index]?.at !== at
        )
      )
        return `${id} lost a rung`;
    }
    return undefined;
  },

  'rungs are for what is open, ours, and past its instant': ({ before, after, now }) => {
    for (const [id, reached] of Object.entries(after.rungs)) {
      const known = before.rungs[id]?.length ?? 0;
      const duty = look(after).duties.get(id);
      for (const { rung, at } of reached.slice(known)) {
        if (!duty || duty.settled || duty.missedBeforeIntake) return `${id} is no running duty and reached ${rung}`;
        if (at > now) return `${id} reached ${rung} before its time`;
        if ((rung === 'missed') !== (duty.dueBy ?? '') < now)
          return `${id} reached ${rung}, due ${duty.dueBy}, at ${now}`;
      }
    }
    return undefined;
  },

  'a due date changes with an entry that says so, and entries are kept': ({ before, after }) => {
    if (before.judgedAgain.some((entry, index) => after.judgedAgain[index] !== entry)) return 'an entry was lost';
    const changed = new Set(after.judgedAgain.slice(before.judgedAgain.length).map(({ duty }) => duty));
    for (const [id, { dueBy }] of look(before).duties) {
      const now = look(after).duties.get(id);
      // News that a person discards after all has not happened.
      if (now && now.dueBy !== dueBy && !changed.has(id)) return `${id} moved from ${dueBy} to ${now.dueBy} unseen`;
    }
    return undefined;
  },

  'what was fixed stays fixed': ({ before, after }) => {
    if (before.owedFromReport !== after.owedFromReport) return 'the duties of the report changed';
    const index = before.facts.findIndex(({ owes }, place) => owes !== after.facts[place]?.owes);
    return index < 0 ? undefined : `the duties of fact ${index + 1} changed`;
  },

  'a task for a duty has the date and the words of the ledger': ({ after }) => {
    for (const { kind, dueAt, why } of openTasks(after)) {
      if (why.rule !== 'duty') continue;
      const duty = look(after).duties.get(why.duty);
      // An update counted from a fact that fixed none has no entry of its own yet.
      if (!duty && why.fixed.obligation === 'force-update') continue;
      if (dueAt !== duty?.dueBy) return `${kind} is due ${dueAt}, the ledger says ${duty?.dueBy}`;
      const [asked, owed] = [whyDue(kind, why), whyDue(kind, dutyReason(duty))];
      if (asked !== owed) return `${kind} says "${asked}", the ledger "${owed}"`;
    }
    return undefined;
  },

  'what is owed from the report and still to come is asked for by its own date': ({ after, now }) => {
    const asked = new Map(openTasks(after).map(({ kind, why }) => [kind, why.rule === 'duty' ? why.duty : undefined]));
    for (const [kind, obligation] of Object.entries(owedFromReport) as [TaskKind, string][]) {
      const { opening } = after;
      const duty = look(after).duties.get(`0.${obligation}`);
      if (!duty?.dueBy || duty.dueBy < now || opening.openedAt > duty.dueBy || look(after).state.reopened) continue;
      if (asked.has(kind) && asked.get(kind) !== duty.id) return `${kind} is not asked for by ${duty.id}`;
    }
    return undefined;
  },

  'nothing settles or opens by time alone': ({ before, after, timeAlone }) => {
    if (!timeAlone) return undefined;
    // Bank holidays published since may move a date to after the end of the case.
    const judged = new Set(after.judgedAgain.slice(before.judgedAgain.length).map(({ duty }) => duty));
    for (const [id, { settled }] of look(before).duties) {
      if (judged.has(id)) continue;
      const now = look(after).duties.get(id)?.settled;
      if (now?.as !== settled?.as || now?.at !== settled?.at || now?.by !== settled?.by) return `${id} changed`;
    }
    return look(before).duties.size === look(after).duties.size ? undefined : 'a duty arose';
  },

  'what evidence has settled opens only when something is corrected, reviewed, or told late': ({ before, after }) => {
    const told = after.facts.slice(before.facts.length);
    if (told.some(({ kind, supersedes }) => supersedes !== undefined || kind === 'eventReviewed')) return undefined;
    for (const [id, { settled }] of look(before).duties) {
      if (settled?.by === undefined || look(after).duties.get(id)?.settled) continue;
      // The same was asked for earlier, and told later: the answer was to that.
      const { obligation, seq } = look(before).duties.get(id) ?? {};
      const since = before.facts[(seq ?? 0) - 1]?.happenedAt ?? '';
      const isSame = ({ owes, happenedAt }: Fact) =>
        happenedAt < since && owes?.some((each) => each.obligation === obligation);
      if (told.some(isSame)) continue;
      return `${id}, ${settled.as}, is open after ${told.map(({ kind }) => kind).join()}`;
    }
    return undefined;
  },

  'what is met stays met however long it lasts, and what is missed was open before': ({ after, now }) => {
    const muchLater = addHours(now, 24 * 3650);
    for (const duty of look(after).duties.values()) {
      const [today, then] = [standingOf(duty, now), standingOf(duty, muchLater)];
      if (today === then || today === 'open') continue;
      return `${duty.id} went from ${today} to ${then}`;
    }
    return undefined;
  },

  'news is due when a walk from day to day says so': ({ before, after }) => {
    if (after.opening.role === 'witness') return undefined;
    for (const fact of after.facts.slice(before.facts.length)) {
      const expected = expectedNews[fact.kind];
      if (!expected) continue;
      // That the prosecution will apply is no news until the court has decided.
      if (fact.kind === 'specialMeasuresConsidered' && fact.data.decision === 'toApply') continue;
      const duty = fact.owes?.find(({ obligation }) => obligation === expected.reference);
      if (!duty) return fact.kind === 'investigationClosed' ? undefined : `${fact.kind} owes no ${expected.reference}`;
      const holidays = before.calendar;
      if (expected.target) continue;
      const dueBy = walked(fact.receivedAt, expected[duty.tier], holidays);
      if (duty.dueBy !== dueBy) return `${duty.obligation} from ${duty.from} is due ${duty.dueBy}, walked ${dueBy}`;
    }
    return undefined;
  },
};

/** The same ledger after a life has crossed to another run. */
function crosses(record: CareRecord): boolean {
  const crossed = JSON.parse(JSON.stringify(record)) as CareRecord;
  return JSON.stringify(ledger(crossed, careState(crossed))) === JSON.stringify([...look(record).duties.values()]);
}

it(
  `over ${moments.toLocaleString('en-GB')} moments of many lives, the laws of the ledger hold`,
  () => {
    const broken: string[] = [];
    let lived = 0;
    for (let seed = Number(process.env.SEED ?? 1); lived < moments && broken.length < 10; seed += 1) {
      let last: CareRecord | undefined;
      for (const moment of seededLife(seed, commandsInALife)) {
        lived += 1;
        last = moment.after;
        for (const [law, wrong] of Object.entries(laws)) {
          const because = wrong(moment);
          if (because !== undefined) broken.push(`seed ${seed}, ${moment.now}: not ${law}: ${because}`);
        }
      }
      if (last && !crosses(last)) broken.push(`seed ${seed}: the ledger is another one after a crossing`);
    }
    expect(broken).toEqual([]);
    expect(lived).toBeGreaterThanOrEqual(moments);
  },
  30 * 60_000
);
