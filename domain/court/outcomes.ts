import type { FactData } from '../fact';
import { protectiveOrders } from '../facts/afterSentenceFacts';
import type { CalendarDay } from '../time/londonTime';
import type { CourtEvent } from './courtEvent';
import type { CourtRecord } from './courtRecord';
import { verdictsOf, writtenAgainOn } from './offences/findings';
import { ofDefendant, withMoneyOnce } from './offences/offencesOfDefendant';
import { sentenceTogether } from './sentence';

type OutcomeKind = 'pleaEntered' | 'verdictGiven' | 'sentencePassed' | 'prosecutionStopped';

/** What a court decided about one defendant over all of their offences, and the event that settled it last. */
export type Outcome = {
  [K in OutcomeKind]: {
    readonly kind: K;
    readonly data: FactData[K];
    readonly on: CalendarDay;
    readonly event: CourtEvent;
    /** Other days under which a case may have heard the same. */
    readonly alsoOn?: readonly CalendarDay[];
  };
}[OutcomeKind];

/**
 * One plea for a defendant of several offences: not guilty while any of them is denied, since then there is a trial;
 * guilty only when all are admitted that go on.
 */
export function pleaOf(record: CourtRecord, ids: readonly string[]): Outcome | undefined {
  const ended = new Set(ofDefendant(record, 'offenceEnded', ids).map(({ data }) => data.offenceId));
  const all = ofDefendant(record, 'pleaEntered', ids);
  const pleas = all.filter(({ data }) => !ended.has(data.offenceId));
  const last = newest(pleas.length > 0 ? pleas : all);
  if (!last) return undefined;
  const among = (pleas.length > 0 ? pleas : all).map(({ data }) => data.plea);
  const charged = ofDefendant(record, 'offenceCharged', ids).filter(({ data }) => !ended.has(data.offenceId));
  const pleaded = new Set(all.map(({ data }) => data.offenceId));
  const silent = charged.some(({ data }) => !pleaded.has(data.offenceId));
  let plea: FactData['pleaEntered']['plea'] = among.includes('notGuilty') ? 'notGuilty' : 'guilty';
  if (plea === 'guilty' && (silent || among.includes('noPlea'))) plea = 'noPlea';
  return { kind: 'pleaEntered', data: { plea }, on: last.data.on, event: last };
}

/**
 * Guilty where any offence was proved; not guilty once every offence that was tried or ended was not. A conviction that
 * was taken back leaves that offence to be tried again.
 */
export function verdictOf(record: CourtRecord, ids: readonly string[]): Outcome | undefined {
  const known = verdictsOf(record, ids);
  const verdicts = known.filter(({ data }) => data.verdict !== 'removed');
  const ended = ofDefendant(record, 'offenceEnded', ids);
  const pleas = ofDefendant(record, 'pleaEntered', ids);
  const admitted = pleas.some(({ data }) => data.plea === 'guilty');
  const over = new Set(ended.map(({ data }) => data.offenceId));
  const takenBack = newest(known.filter(({ data }) => data.verdict === 'removed' && !over.has(data.offenceId)));
  if (takenBack && !admitted && !verdicts.some(({ data }) => data.verdict === 'guilty')) {
    return { kind: 'verdictGiven', data: { verdict: 'setAside' }, on: takenBack.data.on, event: takenBack };
  }
  const last = newest(verdicts);
  if (last) {
    const among = verdicts.map(({ data }) => data.verdict);
    let verdict: FactData['verdictGiven']['verdict'] = among.includes('juryDischarged')
      ? 'juryDischarged'
      : 'notGuilty';
    if (among.includes('guilty')) verdict = 'guilty';
    // Who admitted one offence and was cleared of another stays convicted: the sentence is still to come.
    if (verdict === 'notGuilty' && admitted) return undefined;
    const alsoOn = writtenAgainOn(record, ids, last);
    return { kind: 'verdictGiven', data: { verdict }, on: last.data.on, event: last, alsoOn };
  }
  const stopped = newest(ended);
  if (!stopped || admitted || !allEnded(record, ids, ended)) return undefined;
  const { how, on } = stopped.data;
  if (how === 'dismissed') return { kind: 'verdictGiven', data: { verdict: 'notGuilty' }, on, event: stopped };
  const reason = how === 'noEvidenceOffered' || how === 'unableToProceed' ? how : 'discontinued';
  return { kind: 'prosecutionStopped', data: { reason }, on, event: stopped };
}

/** Orders that protect somebody, made although nobody was convicted: no sentence, and in force all the same. */
export function ordersOnAcquittal(record: CourtRecord, ids: readonly string[]): CourtEvent<'sentencePassed'>[] {
  const cleared = new Set([
    ...ofDefendant(record, 'offenceEnded', ids).map(({ data }) => data.offenceId),
    ...ofDefendant(record, 'verdictGiven', ids).flatMap(({ data }) =>
      data.verdict === 'notGuilty' ? data.offenceId : []
    ),
  ]);
  return ofDefendant(record, 'sentencePassed', ids).filter(
    ({ data: { offenceId, sentences } }) =>
      cleared.has(offenceId) && sentences.every((each) => protectiveOrders.some((order) => order === each))
  );
}

/** All sentences of a defendant together, from the day of the last of them. */
export function sentenceOf(record: CourtRecord, ids: readonly string[]): Outcome | undefined {
  const onAcquittal = new Set(ordersOnAcquittal(record, ids).map(({ data }) => data.offenceId));
  const all = ofDefendant(record, 'sentencePassed', ids).filter(({ data }) => !onAcquittal.has(data.offenceId));
  const passed = withMoneyOnce(record, ids, all);
  const last = newest(passed);
  if (!last) return undefined;
  const charges = ofDefendant(record, 'offenceCharged', ids);
  const codeOf = (offenceId: string) => charges.find(({ data }) => data.offenceId === offenceId)?.data.offenceCode;
  const data = { ...sentenceTogether({ passed, codeOf }), court: last.data.court };
  return { kind: 'sentencePassed', data, on: last.data.on, event: last };
}

function allEnded(record: CourtRecord, ids: readonly string[], ended: readonly CourtEvent<'offenceEnded'>[]): boolean {
  const over = new Set(ended.map(({ data }) => data.offenceId));
  return ofDefendant(record, 'offenceCharged', ids).every(({ data }) => over.has(data.offenceId));
}

/** The word about the latest day, then the one issued last. */
function newest<K extends 'pleaEntered' | 'verdictGiven' | 'sentencePassed' | 'offenceEnded'>(
  events: readonly CourtEvent<K>[]
): CourtEvent<K> | undefined {
  const rank = ({ data, issuedAt, messageId }: CourtEvent<K>) => [data.on, issuedAt, messageId].join('|');
  return [...events].sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).at(-1);
}
