import { circumstancesOf, forEver, type Circumstances, type Outcome } from './circumstances';
import { readFacts, type Reading } from './counted';
import type { Law, Rule } from './law';
import type { Life, Owed, Told } from './life';

/** A duty as the facts alone say that it stands. */
export interface Recounted {
  readonly dutyId: string;
  readonly obligation: string;
  readonly rule: Rule;
  readonly basis: string;
  readonly tier: string;
  readonly from: string;
  readonly withOthersSince?: string | undefined;
  readonly dueBy?: string | undefined;
  readonly settledAt?: string | undefined;
  readonly standing: string;
}

interface Found {
  readonly dutyId: string;
  readonly fixed: Owed;
  readonly dueBy: string | undefined;
  readonly arisenFrom: Told | undefined;
  readonly rule: Rule;
  outcome: Outcome | undefined;
}

/**
 * Judges every duty of a case afresh, from its facts. Two things are not in a fact and are taken from the ledger as the
 * service shows it: the duties of the crime report as they were fixed, and due dates that took the place of earlier ones.
 */
export function recountCase(life: Life, { rules, news }: Law, now: string): Recounted[] {
  const reading = readFacts(life.facts);
  const circumstances = circumstancesOf(reading, news);
  const shown = new Map(life.ledger.map((line) => [line.dutyId, line]));
  const find = (fixed: Owed, arisenFrom: Told | undefined): Found => {
    const dutyId = `${arisenFrom?.seq ?? 0}.${fixed.obligation}`;
    const rule = rules.get(fixed.obligation);
    if (!rule) throw new RangeError(`The law has no ${fixed.obligation}`);
    const line = shown.get(dutyId);
    const again = line?.earlier?.[0]?.dueBy === fixed.dueBy ? line : undefined;
    const tier = again?.earlier?.some(({ because }) => because === 'tier') ? again.tier : fixed.tier;
    const found = { dutyId, fixed: { ...fixed, tier }, dueBy: again?.dueBy ?? fixed.dueBy, arisenFrom, rule };
    return { ...found, outcome: outcomeOf({ ...found, outcome: undefined }, life, reading, circumstances) };
  };
  const fromReport = life.ledger
    .filter(({ fact }) => fact === 0)
    .map((line) => find({ ...line, dueBy: line.earlier?.[0]?.dueBy ?? line.dueBy } as Owed, undefined));
  const fromFacts = life.facts
    .filter((fact) => reading.isAccepted(fact))
    .flatMap((fact) => (fact.owes ?? []).map((fixed) => find(fixed, fact)));
  onceEach(fromFacts, reading);
  return [...fromReport, ...fromFacts].map((found) => recounted(found, circumstances, now));
}

/** The same news from two sides is owed once, to whoever was told of either. */
function onceEach(found: Found[], reading: Reading): void {
  const firsts = new Map<string, Found>();
  for (const each of found) {
    const { arisenFrom: fact, fixed } = each;
    if (!fact || reading.isSuperseded(fact)) continue;
    const suspects = [...(fact.suspects ?? [])].sort();
    const news = JSON.stringify([fixed.obligation, fact.kind, fact.happenedAt, suspects, fact.data]);
    const first = firsts.get(news);
    if (!first) {
      firsts.set(news, each);
      continue;
    }
    if (each.outcome?.byFact && isBetter(each.outcome, first)) first.outcome = each.outcome;
    each.outcome = { as: 'superseded', at: fact.recordedAt, byFact: true };
  }
}

function isBetter({ at }: Outcome, { outcome, dueBy }: Found): boolean {
  if (!outcome) return true;
  return outcome.byFact ? at < outcome.at : dueBy === undefined || at <= dueBy;
}

function outcomeOf(found: Found, life: Life, reading: Reading, circumstances: Circumstances): Outcome | undefined {
  const { arisenFrom, dueBy, dutyId } = found;
  if (arisenFrom && reading.isSuperseded(arisenFrom)) {
    return { as: 'superseded', at: arisenFrom.recordedAt, byFact: true };
  }
  const said = circumstances.settled.get(dutyId);
  const evidence = evidenceFor(found, life, reading, circumstances);
  for (const outcome of [said, evidence]) {
    if (outcome && (dueBy === undefined || outcome.at <= dueBy)) return outcome;
  }
  return restedFor(found, circumstances) ?? said ?? evidence;
}

function evidenceFor(
  { arisenFrom, fixed, rule }: Found,
  life: Life,
  { counted }: Reading,
  { told }: Circumstances
): Outcome | undefined {
  const seq = arisenFrom?.seq ?? 0;
  if (rule.recurs) {
    const next = counted.find(
      (fact) => fact.seq > seq && fact.owes?.some(({ obligation }) => obligation === fixed.obligation)
    );
    if (!next) return undefined;
    const as = { victimUpdateGiven: 'met', victimTold: 'met', victimNotTold: 'couldNotBeTold' }[next.kind];
    return { as: as ?? 'superseded', at: next.happenedAt, byFact: true };
  }
  if (rule.metBy === 'receipt') return { as: 'met', at: arisenFrom?.receivedAt ?? fixed.from, byFact: true };
  if (rule.metBy === 'telling') return told.get(seq);
  const candidates: Outcome[] = [];
  if (arisenFrom) {
    const answer = takenInTurn(arisenFrom, fixed.obligation, rule.metBy, counted);
    return answer && { as: meaning(answer), at: answer.happenedAt, byFact: true };
  }
  if (seq === 0) {
    for (const { action, at } of life.officerActions) {
      if (rule.metByOfficer.includes(action)) candidates.push({ as: 'met', at, byFact: true });
    }
  }
  for (const fact of counted) {
    const byOfficer = fact.kind === 'officerActed' && rule.metByOfficer.includes(String(fact.data.action));
    if (!(fact.kind === 'officerActed' ? byOfficer : rule.metBy.includes(fact.kind))) continue;
    // A referral that nobody asked the victim about is no offer of support.
    if (fact.kind === 'referralMade' && fact.data.basis === 'lawfulBasisWithoutConsent') continue;
    candidates.push({ as: meaning(fact), at: fact.happenedAt, byFact: true });
  }
  return candidates.reduce<Outcome | undefined>((best, each) => (best && best.at <= each.at ? best : each), undefined);
}

/** Replies go to those who have waited longest: each is counted off against the questions before it. */
function takenInTurn(
  asked: Told,
  obligation: string,
  replies: readonly string[],
  counted: readonly Told[]
): Told | undefined {
  const isQuestion = ({ owes }: Told) => (owes ?? []).some((duty) => duty.obligation === obligation);
  const before = (one: Told, other: Told) =>
    one.happenedAt < other.happenedAt || (one.happenedAt === other.happenedAt && one.seq < other.seq);
  const ahead = counted.filter((fact) => isQuestion(fact) && before(fact, asked)).length;
  const given = counted
    .filter(({ kind }) => replies.includes(kind))
    .sort((one, other) => (before(one, other) ? -1 : 1));
  let answered = 0;
  for (const reply of given) {
    const open = counted.filter(
      (fact) => isQuestion(fact) && fact.seq !== reply.seq && fact.happenedAt <= reply.happenedAt
    );
    if (open.length <= answered) continue;
    if (answered === ahead) return reply;
    answered += 1;
  }
  return undefined;
}

function meaning({ kind, data }: Told): string {
  const declines = kind === 'supportDeclined' || kind === 'victimContactSchemeDeclined';
  if (declines || data.answer === 'didNotWantToHear' || (kind === 'contactImpossible' && data.reason === 'declined')) {
    return 'declinedByVictim';
  }
  if (kind === 'contactImpossible' || data.answer === 'couldNotBeTold') return 'couldNotBeTold';
  return kind === 'reportAcknowledged' && data.route === 'safeAlternative' ? 'metBySafeAlternative' : 'met';
}

/** The victim wanted no contact when it fell due, or nobody had the case then. */
function restedFor({ fixed, rule, dueBy, arisenFrom }: Found, found: Circumstances): Outcome | undefined {
  if (rule.isContact && !rule.isSafety) {
    const silent = found.silences.find(({ from, until }) =>
      dueBy === undefined ? until === forEver : from <= dueBy && dueBy < until
    );
    if (silent) {
      const at = silent.from > fixed.from ? silent.from : fixed.from;
      return { as: 'declinedByVictim', at, byFact: false };
    }
  }
  const { endedAt, closedFor } = found;
  if (endedAt !== undefined) {
    return dueBy === undefined || dueBy >= endedAt ? { as: 'notApplicable', at: endedAt, byFact: false } : undefined;
  }
  if (!closedFor || dueBy === undefined || (arisenFrom?.seq ?? 0) >= closedFor.reopenedBy) return undefined;
  const fellDueMeanwhile = closedFor.from <= dueBy && dueBy < closedFor.until;
  return fellDueMeanwhile ? { as: 'notApplicable', at: closedFor.from, byFact: false } : undefined;
}

function recounted({ dutyId, fixed, dueBy, rule, outcome }: Found, found: Circumstances, now: string): Recounted {
  const { obligation, tier, from, withOthersSince, target, missedBeforeIntake } = fixed;
  const isLate = dueBy !== undefined && (outcome?.at ?? now) > dueBy;
  const standing = ((): string => {
    if (outcome?.as === 'superseded' || outcome?.as === 'notApplicable') return outcome.as;
    if (outcome?.as === 'declinedByVictim') return 'declined';
    if (isLate && missedBeforeIntake) return 'missedBeforeIntake';
    if (outcome?.as === 'couldNotBeTold') return 'missedWithGoodReason';
    if (!isLate) return outcome ? 'met' : 'open';
    if (rule.isWindow) return 'lapsed';
    if (found.reasons.get(dutyId)) return 'missedWithGoodReason';
    return outcome ? 'metLate' : 'missed';
  })();
  const basis = target ? 'forceTarget' : rule.basis;
  return { dutyId, obligation, rule, basis, tier, from, withOthersSince, dueBy, settledAt: outcome?.at, standing };
}
