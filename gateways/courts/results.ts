import type { CourtEventData } from '../../domain/court/courtEvent';
import { custodial } from '../../domain/court/afterSentence/sentenceKinds';
import { protectiveOrders } from '../../domain/facts/afterSentenceFacts';
import type { CalendarDay } from '../../domain/time/londonTime';
import { many, text } from './reading';
import { sentenceIn } from './resultMeaning';
import { anything, flag, listOf, moment, object, time, wording, words } from './schemas';
import { dayOf } from './times';

/** What a court ordered, as Common Platform shares it. */
export interface Result {
  readonly cjsCode?: string;
  /** Letters beside a code that say more than it does, as the Standard Prosecutor Interface sends them. */
  readonly qualifiers?: readonly string[];
  readonly label?: string;
  readonly resultText?: unknown;
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

export const nextHearingSchema = object(
  {},
  {
    listedStartDateTime: moment,
    weekCommencingDate: time,
    existingHearingId: words,
    courtCentre: object({}, { name: wording }),
    type: object({}, { description: wording }),
  }
);

export const resultSchema = object(
  {},
  {
    ...{ cjsCode: words, label: wording, category: words, orderedDate: time, isConvictedResult: flag, isDeleted: flag },
    ...{ durationElement: anything, judicialResultPrompts: listOf(anything), nextHearing: nextHearingSchema },
  }
);

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
