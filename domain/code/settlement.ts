import type { Duty, Settled } from './duty';
import type { CareRecord } from '../careRecord';
import type { CareState } from '../careState';
import { isSuperseded } from '../effectiveFacts';
import { fallenSentences } from '../court/afterSentence/quashed';
import type { Fact, FactKind } from '../fact';
import { inOrderOfHappening } from '../happening';
import type { Instant } from '../time/londonTime';
import { isAgreed } from '../referrals/support';
import { answerInTurn } from './answersInTurn';
import { isSafetyNews, isTelling } from './arising';
import { whatMeets } from './evidenceAdded';
import { obligationById } from './editions';
import { promises } from './promises';

type Known = Pick<CareRecord, 'facts' | 'opening'>;

/**
 * What has become of a duty, or undefined while it is open. Evidence in time counts before anything else; then that the
 * victim wanted no contact or that nobody had the case when it fell due; evidence that came late counts last.
 */
export function settlementOf(duty: Duty, fact: Fact | undefined, record: Known, state: CareState): Settled | undefined {
  if (fact && isSuperseded(fact, record.facts, state.eventsReviewed)) {
    const correction = record.facts[(fact.supersededBy ?? 0) - 1];
    return { as: 'superseded', at: correction?.recordedAt ?? fact.recordedAt, by: correction?.seq };
  }
  const said = settledByHand(duty, state);
  if (said && isInTime(said, duty)) return said;
  const evidence = evidenceFor(duty, fact, record, state);
  if (evidence && isInTime(evidence, duty)) return evidence;
  return declined(duty, state) ?? withNobody(duty, state) ?? fallen(duty, fact, state) ?? said ?? evidence;
}

function settledByHand({ id }: Duty, { settledDuties }: CareState): Settled | undefined {
  const said = settledDuties.get(id);
  return said && { as: said.as, at: said.at, by: said.seq };
}

function isInTime({ at }: Settled, { dueBy }: Duty): boolean {
  return dueBy === undefined || at <= dueBy;
}

function evidenceFor(duty: Duty, fact: Fact | undefined, record: Known, state: CareState): Settled | undefined {
  if (promises[duty.obligation]?.recurs) return nextHearing(duty, state);
  const obligation = obligationById(duty.obligation);
  const { arises } = obligation;
  if (!arises) return undefined;
  if (arises.metBy === 'receipt') return { as: 'met', at: fact?.receivedAt ?? duty.from, by: duty.seq };
  if (arises.metBy === 'telling') {
    const told = state.told.get(duty.seq);
    return told && { as: told.as, at: told.at, by: told.seq, ...(told.because ? { because: told.because } : {}) };
  }
  const kinds = whatMeets(obligation) as readonly FactKind[];
  if (fact) {
    const answer = answerInTurn(fact, duty.obligation, kinds, state.counted);
    return answer && settledBy(answer);
  }
  const officer = record.opening.officerActions
    .filter(({ action }) => arises.metByOfficer?.includes(action))
    .map(({ at }): Settled => ({ as: 'met', at, by: 0 }));
  const answers = state.counted.filter((each) => answersReport(kinds, arises.metByOfficer, each)).map(settledBy);
  return [...officer, ...answers].sort((one, other) => (one.at < other.at ? -1 : 1))[0];
}

function answersReport(kinds: readonly FactKind[], officer: readonly string[] | undefined, fact: Fact): boolean {
  if (fact.kind === 'officerActed') return officer?.includes(fact.data.action) === true;
  // What the law has us tell other bodies is no offer of support.
  if (fact.kind === 'referralMade' && !isAgreed(fact.data)) return false;
  return kinds.includes(fact.kind);
}

function settledBy(fact: Fact): Settled {
  const settled = { as: meaningOf(fact), at: fact.happenedAt, by: fact.seq };
  if (fact.kind !== 'contactImpossible' || fact.data.reason === 'declined') return settled;
  return { ...settled, because: fact.data.reason };
}

function meaningOf(fact: Fact): Settled['as'] {
  if (fact.kind === 'supportDeclined' || fact.kind === 'victimContactSchemeDeclined') return 'declinedByVictim';
  if (fact.kind === 'undulyLenientExplained') {
    if (fact.data.answer === 'didNotWantToHear') return 'declinedByVictim';
    return fact.data.answer === 'couldNotBeTold' ? 'couldNotBeTold' : 'met';
  }
  if (fact.kind === 'reportAcknowledged' && fact.data.route === 'safeAlternative') return 'metBySafeAlternative';
  if (fact.kind !== 'contactImpossible') return 'met';
  return fact.data.reason === 'declined' ? 'declinedByVictim' : 'couldNotBeTold';
}

/** A promised update is met when the victim hears from us, and gives way when the contract is agreed anew. */
function nextHearing({ seq, obligation: promised }: Duty, { counted }: CareState): Settled | undefined {
  const next = counted.find((fact) => fact.seq > seq && fact.owes?.some(({ obligation }) => obligation === promised));
  if (!next) return undefined;
  const told = next.kind === 'victimUpdateGiven' || next.kind === 'victimTold';
  const as = told ? 'met' : next.kind === 'victimNotTold' ? 'couldNotBeTold' : 'superseded';
  const reason = next.kind === 'victimNotTold' ? next.data.reason : undefined;
  const because = reason === 'unreachable' || reason === 'unsafeToContact' ? { because: reason } : {};
  return { as, at: next.happenedAt, by: next.seq, ...because };
}

/** Who wants no contact has declined the news that falls due meanwhile; never that of release and bail. */
function declined(duty: Duty, { silences }: CareState): Settled | undefined {
  const isContact = isTelling(duty) || promises[duty.obligation]?.contact;
  if (!isContact || isSafetyNews(duty)) return undefined;
  const silence = silences.find(
    ({ from, until }) => (duty.dueBy ?? from) >= from && (until === undefined || (duty.dueBy ?? until) < until)
  );
  return silence && { as: 'declinedByVictim', at: laterOf(silence.from, duty.from) };
}

/** What follows from a sentence is owed no more once the conviction has gone; that it was passed is told all the same. */
function fallen(duty: Duty, fact: Fact | undefined, { counted }: CareState): Settled | undefined {
  if (fact?.kind !== 'sentencePassed' || isTelling(duty)) return undefined;
  const appeal = fallenSentences(inOrderOfHappening(counted)).get(fact.seq);
  if (!appeal || (duty.dueBy !== undefined && duty.dueBy < appeal.recordedAt)) return undefined;
  return { as: 'notApplicable', at: appeal.recordedAt, by: appeal.seq };
}

/** What falls due after the case has ended, or fell due while it was closed, is nobody's failure. */
function withNobody(duty: Duty, { end, reopened }: CareState): Settled | undefined {
  const { dueBy, seq } = duty;
  if (end) return dueBy === undefined || dueBy >= end.at ? { as: 'notApplicable', at: end.at } : undefined;
  if (!reopened || dueBy === undefined || seq >= reopened.seq) return undefined;
  return dueBy >= reopened.endedAt && dueBy < reopened.at ? { as: 'notApplicable', at: reopened.endedAt } : undefined;
}

function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
