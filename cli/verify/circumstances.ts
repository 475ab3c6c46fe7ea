import type { Reading } from './counted';
import type { Told } from './life';

export interface Outcome {
  readonly as: string;
  readonly at: string;
  /** Whether a fact, or what the officer had done, says so; otherwise the circumstances do. */
  readonly byFact: boolean;
}

/** What the facts of a case say about its duties at large. */
export interface Circumstances {
  readonly told: ReadonlyMap<number, Outcome>;
  readonly settled: ReadonlyMap<string, Outcome>;
  /** Duties for which the reason given last was a good one, or not. */
  readonly reasons: ReadonlyMap<string, boolean>;
  readonly silences: readonly { readonly from: string; readonly until: string }[];
  readonly endedAt?: string | undefined;
  /** The case was closed for this time, for what arose before the fact that reopened it. */
  readonly closedFor?: { readonly from: string; readonly until: string; readonly reopenedBy: number } | undefined;
}

const notTold: Readonly<Record<string, string>> = { alreadyKnew: 'met', declined: 'declinedByVictim' };
/** Where no end is known. It lies after every instant. */
export const forEver = '9999';

export function circumstancesOf(reading: Reading, news: ReadonlySet<string>): Circumstances {
  const told = new Map<number, Outcome>();
  const settled = new Map<string, Outcome>();
  const reasons = new Map<string, boolean>();
  const silences: { from: string; until: string }[] = [];
  const fallSilent = (isSilent: boolean, at: string): void => {
    const last = silences.at(-1);
    const isSilentNow = last?.until === forEver;
    if (isSilent && !isSilentNow) silences.push({ from: at, until: forEver });
    if (!isSilent && last && isSilentNow) last.until = at;
  };
  for (const { kind, data, happenedAt: at, seq } of reading.asTheyHappened) {
    if (['victimTold', 'victimUpdateGiven', 'victimNotTold'].includes(kind)) {
      const as = kind === 'victimNotTold' ? (notTold[String(data.reason)] ?? 'couldNotBeTold') : 'met';
      for (const about of data.about as number[]) {
        if (about < seq && told.get(about)?.as !== 'met') told.set(about, { as, at, byFact: true });
      }
    }
    if (kind === 'dutySettled') settled.set(String(data.duty), { as: String(data.as), at, byFact: true });
    if (kind === 'dutyReasonGiven') reasons.set(String(data.duty), data.goodReason === true);
    if (kind === 'firstContactReviewed') reasons.set('0.force-first-contact', data.goodReason === true);
    if (kind === 'contactImpossible' && data.reason === 'declined') fallSilent(true, at);
    if (kind === 'stanceChanged' && data.stance === 'wantsContact') fallSilent(data.answer === 'no', at);
  }
  return { told, settled, reasons, silences, ...endings(reading, news) };
}

/** What somebody must answer for within minutes or hours opens a closed case again, as news does. */
const dangers = ['breachReported', 'fearReported', 'concernRaised', 'crimeDisclosed'];
const afterwards = [
  'escapeReported',
  'orderMade',
  'orderVaried',
  'orderDischarged',
  'paroleNotified',
  'courtMoneyDefaulted',
];
const ends = ['caseClosed', 'noCrime', 'handoverAcknowledged', 'merged', 'victimDied'];

/** Ends and reopenings follow each other as they were recorded; a correction stands where the corrected fact stood. */
function endings(reading: Reading, news: ReadonlySet<string>): Pick<Circumstances, 'endedAt' | 'closedFor'> {
  const place = (fact: Told): number => (news.has(fact.kind) ? fact.seq : reading.firstNumber(fact));
  let end: Told | undefined;
  let closedFor: Circumstances['closedFor'];
  for (const fact of [...reading.counted].sort((one, other) => place(one) - place(other))) {
    const stirs = news.has(fact.kind) || dangers.includes(fact.kind) || afterwards.includes(fact.kind);
    const reopens = fact.kind === 'caseReopened' || (end?.kind === 'caseClosed' && stirs);
    if (ends.includes(fact.kind)) end = fact;
    else if (end && reopens) {
      closedFor = { from: end.happenedAt, until: fact.recordedAt, reopenedBy: fact.seq };
      end = undefined;
    }
  }
  return { endedAt: end?.happenedAt, closedFor };
}
