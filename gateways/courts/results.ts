import type { CourtEventData, Sentence } from '../../domain/court/courtEvent';
import { custodial } from '../../domain/court/afterSentence/sentenceKinds';
import { protectiveOrders } from '../../domain/facts/afterSentenceFacts';
import type { CalendarDay } from '../../domain/time/londonTime';
import { many, text } from './reading';
import { anything, flag, listOf, maybe, object, words } from './schemas';
import { dayOf } from './times';

/** What a court ordered, as Common Platform shares it. */
export interface Result {
  readonly cjsCode?: string;
  readonly label?: string;
  readonly category?: string;
  readonly orderedDate?: string;
  readonly isConvictedResult?: boolean;
  readonly isDeleted?: boolean;
  readonly isAdjournmentResult?: boolean;
  readonly durationElement?: { primaryDurationUnit?: string; primaryDurationValue?: number; durationEndDate?: string };
  readonly judicialResultPrompts?: unknown;
  readonly prompts?: unknown;
  readonly nextHearing?: NextHearing | null;
}

export interface NextHearing {
  readonly existingHearingId?: string;
  readonly listedStartDateTime?: string;
  readonly weekCommencingDate?: string;
  readonly dateToBeFixed?: boolean;
  readonly estimatedMinutes?: number;
  readonly courtCentre?: { readonly name?: string; readonly roomName?: string };
  readonly type?: { readonly description?: string };
}

export const resultSchema = object(
  {},
  {
    ...{ cjsCode: words, label: words, category: words, orderedDate: words, isConvictedResult: flag, isDeleted: flag },
    ...{ durationElement: anything, judicialResultPrompts: maybe(listOf(anything)), nextHearing: anything },
  }
);

/** Results by the code that all criminal justice systems share. */
const byCode: Readonly<Record<string, Sentence>> = {
  1002: 'imprisonment',
  1003: 'imprisonment',
  1007: 'imprisonment',
  1008: 'hospitalOrder',
  1015: 'fine',
  1017: 'absoluteDischarge',
  1018: 'conditionalDischarge',
  1022: 'imprisonment',
  1024: 'imprisonment',
  1073: 'imprisonment',
  1081: 'imprisonment',
  1088: 'hospitalOrder',
  1115: 'suspendedImprisonment',
  1116: 'communityOrder',
};

/** Words that say more than a code of custody or hospital does. The first that fits counts. */
const byClearLabel: readonly (readonly [RegExp, Sentence])[] = [
  [/detention and training/i, 'detentionAndTraining'],
  [/suspended (sentence|imprisonment|detention)|imprisonment.*suspended/i, 'suspendedImprisonment'],
  [
    /\b(imprisonment|custody|detention|detained) for life|life (imprisonment|sentence)|(at|during) his majesty.?s pleasure/i,
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

const endings: readonly (readonly [RegExp, CourtEventData['offenceEnded']['how']])[] = [
  [/no evidence offered|offers? no evidence/i, 'noEvidenceOffered'],
  [/(lie|lies|left|remain).*on (the )?file/i, 'leftOnFile'],
  [/unable to proceed/i, 'unableToProceed'],
  [/^discontinued|discontinuance/i, 'discontinued'],
  [/^withdrawn/i, 'withdrawn'],
  [/^(offence |charge |case )?dismissed/i, 'dismissed'],
];

/** Which sentence a result is; undefined where it is none. Prompts and ancillary orders that name nothing are none. */
export function sentenceIn({ cjsCode, label = '', category, isConvictedResult }: Result): Sentence | undefined {
  const clear = byClearLabel.find(([pattern]) => pattern.test(label))?.[1];
  const known = clear ?? byCode[cjsCode ?? ''] ?? byLabel.find(([pattern]) => pattern.test(label))?.[1];
  if (known) return known;
  const isOther = category === 'FINAL' && isConvictedResult === true && endingIn({ label }) === undefined;
  return isOther ? 'otherwiseDealtWith' : undefined;
}

export function endingIn({ label = '' }: Result): CourtEventData['offenceEnded']['how'] | undefined {
  return endings.find(([pattern]) => pattern.test(label))?.[1];
}

export function isWarrant({ label = '' }: Result): boolean {
  return /^warrant\b.*(bail|arrest|issue)|^bench warrant/i.test(label) && !/withdrawn|execut/i.test(label);
}

export function isSending({ label = '' }: Result): boolean {
  return /^(sent|send|committed|transferred)\b.*crown court/i.test(label);
}

/** All sentences that results pass on one offence together; undefined where they pass none. */
export function sentenceOf(
  results: readonly Result[]
):
  | Pick<CourtEventData['sentencePassed'], 'sentences' | 'custodyDays' | 'ordersUntil' | 'compensationPence'>
  | undefined {
  const passed = results.flatMap((result) => {
    const sentence = result.isDeleted ? undefined : sentenceIn(result);
    return sentence ? [{ result, sentence }] : [];
  });
  if (passed.length === 0) return undefined;
  const days = passed.flatMap(({ result, sentence }) => (custodial.has(sentence) ? (daysOf(result) ?? []) : []));
  const until = passed.flatMap(({ result, sentence }) => {
    const order = protectiveOrders.find((each) => each === sentence);
    if (order === undefined) return [];
    const untilOn = dayOf(result.durationElement?.durationEndDate);
    return [{ order, ...(untilOn ? { untilOn } : {}) }];
  });
  const pence = passed.flatMap(({ result, sentence }) => (sentence === 'compensation' ? (penceOf(result) ?? []) : []));
  return {
    sentences: [...new Set(passed.map(({ sentence }) => sentence))].sort(),
    ...(days.length > 0 ? { custodyDays: Math.max(...days) } : {}),
    ...(until.length > 0 ? { ordersUntil: until } : {}),
    ...(pence.length > 0 ? { compensationPence: pence.reduce((sum, each) => sum + each, 0) } : {}),
  };
}

/** The last day on which any of these results was ordered. */
export function orderedOn(results: readonly Result[]): CalendarDay | undefined {
  return results
    .flatMap(({ orderedDate }) => dayOf(orderedDate) ?? [])
    .sort()
    .at(-1);
}

const daysIn: Readonly<Record<string, number>> = { D: 1, W: 7, M: 365 / 12, Y: 365 };

function daysOf({ durationElement }: Result): number | undefined {
  const { primaryDurationUnit = '', primaryDurationValue } = durationElement ?? {};
  const unit = daysIn[primaryDurationUnit];
  return unit && primaryDurationValue ? Math.round(unit * primaryDurationValue) : undefined;
}

function penceOf({ judicialResultPrompts, prompts }: Result): number | undefined {
  for (const { label, value } of many<{ label?: string; value?: unknown }>(judicialResultPrompts ?? prompts)) {
    const [, pounds, pence = '00'] = /^£?([\d,]+)(?:\.(\d{2}))?$/.exec(text(value) ?? '') ?? [];
    if (/amount of compensation/i.test(label ?? '') && pounds)
      return Number(pounds.replaceAll(',', '')) * 100 + Number(pence);
  }
  return undefined;
}

/** What a defendant answered; undefined where the court wrote none that counts. */
export function pleaIn(written: string | undefined): CourtEventData['pleaEntered']['plea'] | undefined {
  const plea = (written ?? '').toUpperCase().replace(/[\s-]+/g, '_');
  if (/NOT_GUILTY|DENIES|DENIED/.test(plea)) return 'notGuilty';
  if (/GUILTY|ADMITS|ADMITTED/.test(plea)) return 'guilty';
  return /^(NO_PLEA|NONE)/.test(plea) ? 'noPlea' : undefined;
}

export function verdictIn(written: string | undefined): CourtEventData['verdictGiven']['verdict'] | undefined {
  const verdict = (written ?? '').toUpperCase().replace(/[\s-]+/g, '_');
  if (/DISCHARGED|NO_VERDICT|HUNG|UNABLE_TO_AGREE/.test(verdict)) return 'juryDischarged';
  if (/NOT_GUILTY|ACQUIT/.test(verdict)) return 'notGuilty';
  return /GUILTY|CONVICTED/.test(verdict) ? 'guilty' : undefined;
}

/** Common Platform's letters for where a defendant stays meanwhile. */
export const bailByCode: Readonly<Record<string, CourtEventData['bailDecided']['decision']>> = {
  A: 'neither',
  B: 'bailedWithConditions',
  C: 'remanded',
  L: 'bailedWithConditions',
  P: 'bailedWithConditions',
  S: 'remanded',
  U: 'bailed',
};
