import type { CourtEventData, Sentence } from '../../domain/court/courtEvent';
import type { ProtectiveOrder } from '../../domain/facts/afterSentenceFacts';
import { endedByCode, notFinal, orderByCode, sendingCodes, sentenceByCode, warrantCodes } from './resultCodes';
import type { Result } from './results';

type Named = Pick<Result, 'cjsCode' | 'label' | 'category' | 'isConvictedResult' | 'qualifiers' | 'durationElement'>;

/** Words that say more than a code of custody or hospital does. The first that fits counts. */
const byClearLabel: readonly (readonly [RegExp, Sentence])[] = [
  [/detention and training/i, 'detentionAndTraining'],
  [/suspended .*\b(implemented|activated|put into (operation|effect))|activation of .*suspended/i, 'imprisonment'],
  [/suspended (sentence|imprisonment|detention)|imprisonment.*suspended/i, 'suspendedImprisonment'],
  [
    /\b(imprisonment|custody|detention|detained) for life|life (imprisonment|sentence)|(at|during) (his|her) majesty.?s pleasure|\bhm pleasure/i,
    'lifeImprisonment',
  ],
  [
    /extended (sentence|determinate|licence|custod|detention|imprisonment)|special custodial sentence/i,
    'extendedImprisonment',
  ],
  [
    /hospital order.*restriction|restriction order.*(s\.?\s?41|section 41|mental health)/i,
    'hospitalOrderWithRestriction',
  ],
  [/youth rehabilitation order/i, 'youthRehabilitationOrder'],
  [/referral order/i, 'referralOrder'],
  [/criminal behaviour order/i, 'criminalBehaviourOrder'],
  [/sexual harm prevention order/i, 'sexualHarmPreventionOrder'],
  [/^confiscation/i, 'confiscation'],
  [/disqualif\w* from driving|driving disqualif/i, 'drivingDisqualification'],
];

/** Results by the words of the court, where the code is another system's or there is none. The first that fits counts. */
const byLabel: readonly (readonly [RegExp, Sentence])[] = [
  [/hospital order|hospital (and|&) limitation/i, 'hospitalOrder'],
  [/restraining order/i, 'restrainingOrder'],
  [/community order|rehabilitation order|unpaid work/i, 'communityOrder'],
  [/absolute discharge|discharged absolutely/i, 'absoluteDischarge'],
  [/conditional discharge|discharged conditionally/i, 'conditionalDischarge'],
  [/^imprisonment\b|custodial sentence|detention in|sentence of detention/i, 'imprisonment'],
  [/deprivation|forfeiture (and|of)/i, 'deprivationOfProperty'],
  [/compensation/i, 'compensation'],
  [/^fined?\b/i, 'fine'],
];

/** Words that name a sentence and pass none: it is not final yet, was not made, or is what follows from an older one. */
const passesNone = /^interim\b|\bno compensation\b|\bin default\b|pending appeal|\bno order made\b|discharge breached/i;

const endings: readonly (readonly [RegExp, CourtEventData['offenceEnded']['how']])[] = [
  [/no evidence offered|offers? no evidence/i, 'noEvidenceOffered'],
  [/(lie|lies|left|remain).*on (the )?file/i, 'leftOnFile'],
  [/unable to proceed|proceedings stayed|stay of proceedings|defendant (has )?(died|deceased)/i, 'unableToProceed'],
  [/^discontinued|discontinuance/i, 'discontinued'],
  [/^withdrawn/i, 'withdrawn'],
  [/^(offence |charge |case )?dismissed\b(?!.*\bfrom\b)|no case to answer/i, 'dismissed'],
];

const orderWords: readonly (readonly [RegExp, ProtectiveOrder])[] = [
  [/restraining order/i, 'restrainingOrder'],
  [/criminal behaviour order/i, 'criminalBehaviourOrder'],
  [/sexual harm prevention order/i, 'sexualHarmPreventionOrder'],
  [/stalking protection order/i, 'stalkingProtectionOrder'],
  [/domestic abuse protection order/i, 'domesticAbuseProtectionOrder'],
  [/non-?molestation order/i, 'nonMolestationOrder'],
];

/** Which sentence a result is; undefined where it is none. Prompts and ancillary orders that name nothing are none. */
export function sentenceIn(result: Named): Sentence | undefined {
  const { cjsCode = '', label = '', category, isConvictedResult } = result;
  if (notFinal.has(cjsCode) || passesNone.test(label) || orderIn(result)) return undefined;
  const [clear, worded] = [byClearLabel, byLabel].map((words) => words.find(([pattern]) => pattern.test(label))?.[1]);
  const known = clear ?? sentenceByCode[cjsCode] ?? (endedByCode[cjsCode] === undefined ? worded : undefined);
  if (known === 'imprisonment') return custodyOf(result);
  if (known) return known;
  const isStep = cjsCode.startsWith('4') || [isWarrant, isSending, isBailVaried].some((is) => is(result));
  const isOther = category === 'FINAL' && isConvictedResult === true && !isStep && endingIn(result) === undefined;
  return isOther ? 'otherwiseDealtWith' : undefined;
}

/** Which custody it is where the code or the word says no more: by its qualifiers, and by a time that is `life`. */
function custodyOf({ qualifiers = [], durationElement }: Named): Sentence | undefined {
  if (qualifiers.includes('BP')) return undefined;
  if (qualifiers.includes('S')) return 'suspendedImprisonment';
  const isLife = durationElement?.primaryDurationUnit === 'L' || ['AB', 'AC'].some((each) => qualifiers.includes(each));
  if (isLife) return 'lifeImprisonment';
  return qualifiers.includes('EF') ? 'extendedImprisonment' : 'imprisonment';
}

/** How a result ends a charge without a sentence: by its code, else by its words. */
export function endingIn({ cjsCode = '', label = '' }: Named): CourtEventData['offenceEnded']['how'] | undefined {
  if (sentenceByCode[cjsCode]) return undefined;
  return endedByCode[cjsCode] ?? endings.find(([pattern]) => pattern.test(label))?.[1];
}

/** A warrant for the defendant. One for a witness, a parent or further detention is not, and must never read like it. */
export function isWarrant({ cjsCode = '', label = '' }: Named): boolean {
  if (/witness|parent|guardian|further detention/i.test(label)) return false;
  if (warrantCodes.has(cjsCode)) return true;
  return /^warrant\b.*(bail|arrest|issue)|^bench warrant/i.test(label) && !/withdrawn|execut/i.test(label);
}

/** Sent, committed or transferred to the Crown Court, for trial or for sentence. */
export function isSending({ cjsCode = '', label = '' }: Named): boolean {
  if (sendingCodes.has(cjsCode)) return true;
  return /^(sent|send|commit(ted)?|transfer(red)?)\b.*crown court/i.test(label) && !/bail app/i.test(label);
}

/** Bail on other terms than before, as the court's result says it. */
export function isBailVaried({ cjsCode = '', label = '' }: Named): boolean {
  if (['4572', '4574', '4597'].includes(cjsCode)) return true;
  return /^(bail\b.*\bvar(y|ied|iation)|vari(ed|ation)\b.*\bbail)\b/i.test(label) && !/\b(refused|not)\b/i.test(label);
}

/** An order that protects somebody and is no part of a sentence, and what a court did with it. */
export interface OrderResult {
  readonly order: ProtectiveOrder;
  readonly how: CourtEventData['orderDecided']['how'];
}

/**
 * An order beside a sentence, on acquittal or on application, or an older order that was changed. Undefined where the
 * order is part of a sentence. What says `vary/discharge` and not which is `changed`.
 */
export function orderIn({ cjsCode = '', label = '' }: Named): OrderResult | undefined {
  if (sentenceByCode[cjsCode]) return undefined;
  const byCode = orderByCode[cjsCode];
  const name = label.length > nameLength ? '' : label;
  const order = byCode?.order ?? orderWords.find(([pattern]) => pattern.test(name))?.[1];
  if (order === undefined || /^interim\b|\b(refused|not made|until)\b/i.test(name)) return byCode;
  const isVaried = /\b(vary|varied|variation|amended|extended)\b/i.test(name);
  const isDischarged = /\b(discharged?|revoked?|revocation)\b/i.test(name);
  if (isVaried && isDischarged) return { order, how: 'changed' };
  if (isVaried || isDischarged) return { order, how: isVaried ? 'varied' : 'discharged' };
  if (byCode) return byCode;
  const isOfSentence = passedAsSentence.has(order) && !/acquit/i.test(name);
  return isOfSentence ? undefined : { order, how: 'made' };
}

/** What is longer is the text of the order itself, which says how it may be varied or discharged one day. */
const nameLength = 80;

const passedAsSentence: ReadonlySet<ProtectiveOrder> = new Set<ProtectiveOrder>([
  'restrainingOrder',
  'criminalBehaviourOrder',
  'sexualHarmPreventionOrder',
]);
