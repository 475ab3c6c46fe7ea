import { offenceByCjsCode } from '../offences/offenceCodes';
import type { FactData } from '../fact';
import { custodial, hospital } from './afterSentence/sentenceKinds';
import type { CourtEvent, Sentence } from './courtEvent';

/** Twelve months, as a fixed time in days says it. */
const yearDays = 365;

/**
 * Acts whose offences are violent or sexual ones of the Victim Contact Scheme, by the first four characters of a court's
 * code; robbery stands in an Act of other things. Ours, from general knowledge: the Probation Service decides.
 */
const specifiedActs: ReadonlySet<string> = new Set(['COML', 'IC01', 'MS15', 'OF61', 'PH97', 'SE15', 'SX03', 'SX56']);
const specifiedCodes: ReadonlySet<string> = new Set(['TH68023', 'PO86001', 'PO86002', 'PO86003']);

interface SentenceHeard {
  readonly passed: readonly CourtEvent<'sentencePassed'>[];
  /** The court's code of an offence, where somebody gave it. */
  readonly codeOf: (offenceId: string) => string | undefined;
}

/**
 * All sentences of a defendant as one, and what follows from them for the victim. Every sentence of the Crown Court is
 * told as one that may be reviewed: who is told in vain has lost nothing, and who is not told loses 28 days that nobody
 * can give back.
 */
export function sentenceTogether({ passed, codeOf }: SentenceHeard): Omit<FactData['sentencePassed'], 'court'> {
  const among = new Set<Sentence>(passed.flatMap(({ data }) => data.sentences));
  // The restriction is an order of its own beside the hospital order, and to the victim they are one.
  if (among.has('hospitalOrderWithRestriction')) among.delete('hospitalOrder');
  const sentences = [...among].sort();
  const terms = passed.flatMap(({ data }) => data.custodyDays ?? []);
  const orders = ordersIn(passed);
  const compensationPence = passed.reduce((sum, { data }) => sum + (data.compensationPence ?? 0), 0);
  return {
    sentences,
    ...(terms.length === 0 ? {} : { custodyDays: Math.max(...terms) }),
    ...(orders.length === 0 ? {} : { orders }),
    ...(compensationPence === 0 ? {} : { compensationPence }),
    undulyLenientScope: passed.some(({ data }) => data.court === 'crown'),
    victimContactScheme: qualifies({ passed, codeOf }),
  };
}

/**
 * The Victim Contact Scheme: twelve months or more for a violent or sexual offence, or a hospital order. A time of
 * imprisonment or an offence that the court did not name counts: a person looks before the referral is made.
 */
function qualifies({ passed, codeOf }: SentenceHeard): boolean {
  const specified = passed.filter(({ data }) => isSpecified(codeOf(data.offenceId)));
  if (specified.some(({ data }) => data.sentences.some((each) => hospital.has(each)))) return true;
  const custody = specified.filter(({ data }) => data.sentences.some((each) => custodial.has(each)));
  if (custody.some(({ data }) => data.custodyDays === undefined)) return true;
  // Nobody says whether times run together or one after the other.
  return custody.reduce((sum, { data }) => sum + (data.custodyDays ?? 0), 0) >= yearDays;
}

function isSpecified(code: string | undefined): boolean {
  if (code === undefined) return true;
  const known = code.trim().toUpperCase();
  const isGrave = offenceByCjsCode(known) !== undefined;
  return isGrave || specifiedActs.has(known.slice(0, 4)) || specifiedCodes.has(known.slice(0, 7));
}

type Order = NonNullable<FactData['sentencePassed']['orders']>[number];

/** Orders that protect the victim, each kind once, with the day on which the last of them ends; without one, none is known. */
function ordersIn(passed: readonly CourtEvent<'sentencePassed'>[]): Order[] {
  const found = new Map<Order['order'], Order>();
  for (const { order, untilOn } of passed.flatMap(({ data }) => data.ordersUntil ?? [])) {
    const known = found.get(order);
    const isOpen = untilOn === undefined || (known !== undefined && known.untilOn === undefined);
    const last =
      known?.untilOn !== undefined && untilOn !== undefined && known.untilOn > untilOn ? known.untilOn : untilOn;
    found.set(order, { order, ...(isOpen || last === undefined ? {} : { untilOn: last }) });
  }
  return [...found.values()].sort((one, other) => (one.order < other.order ? -1 : 1));
}
