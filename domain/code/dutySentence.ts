import { londonDayText, londonText, type CalendarDay, type Instant } from '../time/londonTime';
import type { pauseReasons } from '../vocabulary';
import { daysLeftOutText } from './daysLeftOut';
import { holderWords, instrumentText, limitText, pauseWords, untilText } from './dutyWords';
import type { FixedDuty } from './fixedDuty';
import type { Obligation } from './obligation';
import type { Limit } from './limit';

/** A due date that another was put in the place of, and why. */
export interface EarlierDueDate {
  readonly dueBy: Instant;
  readonly because: 'tier' | 'calendar' | 'pause';
  /** When it was judged again. Enhanced Rights count from then. */
  readonly at?: Instant | undefined;
}

export interface BesideTheDuty {
  /** The due dates that it had before, oldest first. */
  readonly earlier?: readonly EarlierDueDate[] | undefined;
  /** The pause of the force's own standards that moved it. */
  readonly pause?:
    { readonly from: Instant; readonly until: Instant; readonly reason: (typeof pauseReasons)[number] } | undefined;
  /** The last day for which bank holidays are published. */
  readonly publishedUntil?: CalendarDay | undefined;
}

/**
 * Why a duty is due when it is, in one sentence of plain English with London times: what happened, what it rests on,
 * who owes what in how long, which days were left out, until when, and what changed it since. It names nobody.
 */
export function dutySentence(
  duty: FixedDuty,
  obligation: Obligation,
  editionTitle: string,
  more: BesideTheDuty = {}
): string {
  const { limit, dueBy } = duty;
  const owner = holderWords[obligation.dutyHolder];
  const start = `After ${startText(duty, obligation, owner)}, ${sourceText(duty, obligation, editionTitle)}`;
  if (!limit) {
    const verb = obligation.nature === 'window' ? 'lets' : 'asks';
    const to = obligation.nature === 'window' ? '' : 'to ';
    return `${start} ${verb} ${owner} ${to}${obligation.owed}; it gives no number of days, and no clock runs.`;
  }
  const count = countOf(duty, more.earlier ?? []);
  const owed = `${owner} ${limitText(limit)}${rightsText(duty, obligation, count)} to ${obligation.owed}`;
  const until = dueBy === undefined ? '' : `: until ${untilText(dueBy)}`;
  const notes = notesOn(duty, more);
  return `${[`${start} ${gives(start)} ${owed}${leftOutText(duty, limit, count)}${until}`, ...notes].join('; ')}.`;
}

/** Rules give, one rule gives. */
function gives(start: string): string {
  return /, the [^,]* Rules$/.test(start) ? 'give' : 'gives';
}

function startText({ from, withOthersSince }: FixedDuty, { event, clockFrom }: Obligation, owner: string): string {
  const isReceived = clockFrom === 'receipt' && !/\breceipt\b/i.test(event);
  const text = `${event}${isReceived ? ', received' : ''} on ${londonText(from)}`;
  if (withOthersSince === undefined || withOthersSince >= from) return text;
  return `${text} (others had had it since ${londonText(withOthersSince)}, time that does not count as that of ${owner})`;
}

function sourceText({ target, agreed, edition }: FixedDuty, obligation: Obligation, editionTitle: string): string {
  if (target) return "the force's own target";
  if (agreed) return 'the Victim Contract';
  return edition.startsWith('force-standards') ? 'a standard of the force' : instrumentText(obligation, editionTitle);
}

/** Where the count began and ended, apart from pauses; no start where it began with a decision whose time is not given. */
interface Count {
  readonly from?: Instant | undefined;
  readonly dueBy?: Instant | undefined;
  readonly upgradedAt?: Instant | undefined;
  readonly isUpgraded: boolean;
}

function countOf({ from, dueBy }: FixedDuty, earlier: readonly EarlierDueDate[]): Count {
  const withoutPauses = earlier.findLastIndex(({ because }) => because !== 'pause') + 1;
  const ends = earlier[withoutPauses]?.dueBy ?? dueBy;
  const judged = earlier.slice(0, withoutPauses);
  const byTier = judged.findLastIndex(({ because }) => because === 'tier');
  const last = judged[byTier];
  const isUpgraded = last !== undefined && (judged[byTier + 1]?.dueBy ?? ends ?? '') < last.dueBy;
  return isUpgraded
    ? { from: last.at, dueBy: ends, upgradedAt: last.at, isUpgraded }
    : { from, dueBy: ends, isUpgraded };
}

function rightsText(
  { limit, target }: FixedDuty,
  { enhancedLimit }: Obligation,
  { isUpgraded, upgradedAt }: Count
): string {
  if (isUpgraded) {
    return ` from the decision on Enhanced Rights${upgradedAt === undefined ? '' : ` on ${londonText(upgradedAt)}`}`;
  }
  const isEnhanced = !target && limit?.n === enhancedLimit?.n && limit?.unit === enhancedLimit?.unit;
  return isEnhanced ? ', as the victim has Enhanced Rights,' : '';
}

function leftOutText({ leftOut = [] }: FixedDuty, { n, unit }: Limit, { from, dueBy }: Count): string {
  if (unit !== 'workingDays' || from === undefined || dueBy === undefined) return '';
  const days = daysLeftOutText({ from, dueBy, n }, leftOut);
  return days === '' ? '' : `, not counting ${days}`;
}

function notesOn({ dueBy, target, provisional, missedBeforeIntake }: FixedDuty, more: BesideTheDuty): string[] {
  const { earlier = [], pause, publishedUntil } = more;
  const notes: string[] = [];
  if (target) notes.push('the law gives no number of days');
  if (provisional) {
    const after = publishedUntil === undefined ? 'of that time' : `after ${londonDayText(publishedUntil)}`;
    notes.push(`provisional: bank holidays ${after} are not published yet`);
  }
  const changes = earlier.flatMap((each, index) => changeText(each, earlier[index + 1]?.dueBy ?? dueBy ?? ''));
  if (changes.length > 0)
    notes.push(changes.map((change, index) => `${index === 0 ? 'first' : 'then'} ${change}`).join(', '));
  if (pause) {
    const rested = `the force's standards rested from ${untilText(pause.from)} until ${untilText(pause.until)}`;
    notes.push(`${rested}, as ${pauseWords[pause.reason]}`);
  }
  if (missedBeforeIntake) notes.push('that time had passed before the case came here');
  return notes;
}

/** Nothing where it was judged again and stayed as it was. */
function changeText({ dueBy, because }: EarlierDueDate, next: Instant): string[] {
  if (dueBy === next) return [];
  return [`due by ${untilText(dueBy)}, changed because ${reasonText(because, next < dueBy)}`];
}

function reasonText(because: EarlierDueDate['because'], isSooner: boolean): string {
  if (because === 'calendar') return 'more bank holidays were published';
  if (because === 'pause') return "the force's standards rested or went on";
  return isSooner ? 'the victim was given Enhanced Rights' : 'the victim no longer has Enhanced Rights';
}
