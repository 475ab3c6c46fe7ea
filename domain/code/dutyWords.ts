import { londonClock, londonDay, londonDayText, londonText, endOfLondonDay, type Instant } from '../time/londonTime';
import type { pauseReasons } from '../vocabulary';
import type { DutyHolder, Obligation } from './obligation';
import type { Limit } from './limit';

/** Duty-holders as a sentence names them. */
export const holderWords: Readonly<Record<DutyHolder, string>> = {
  police: 'the police',
  witnessCareUnit: 'the Witness Care Unit',
  prosecution: 'the prosecution',
  courts: 'the court',
  probation: 'the Probation Service',
  paroleBoard: 'the Parole Board',
  youthJusticeService: 'the youth justice service',
  supportService: 'the support service',
  witnessService: 'the Witness Service',
  attorneyGeneral: 'the Attorney General',
  immigrationEnforcement: 'Immigration Enforcement',
  reviewCommission: 'the Criminal Cases Review Commission',
  serviceProvider: 'the service provider',
  government: 'the government',
  victim: 'the victim',
};

/** What follows "the force's standards rested, as". */
export const pauseWords: Readonly<Record<(typeof pauseReasons)[number], string>> = {
  victimAway: 'the victim is away',
  victimAsked: 'the victim asked for it',
  otherForceActs: 'another force acts',
  operation: 'an operation requires it',
  other: 'a supervisor decided',
};

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const units: Readonly<Record<Limit['unit'], string>> = {
  minutes: 'minute',
  hours: 'hour',
  workingDays: 'working day',
  calendarDays: 'day',
  months: 'month',
};

/** `five working days`; days of the calendar say that they run through weekends. */
export function limitText({ n, unit }: Limit): string {
  const text = `${numbers[n] ?? n} ${units[unit]}${n === 1 ? '' : 's'}`;
  return unit === 'calendarDays' && n > 1 ? `${text} (weekends and bank holidays included)` : text;
}

/** `the end of 13 April 2026`, or the minute where it does not lie at the end of a London day. */
export function untilText(at: Instant): string {
  const on = londonDay(at);
  if (at === endOfLondonDay(on)) return `the end of ${londonDayText(on)}`;
  return londonClock(at) === '00:00' ? `midnight at the start of ${londonDayText(on)}` : londonText(at);
}

/** `Right 6 of the Victims' Code 2020`. Only an edition that numbers its places in a form that people know has them named. */
export function instrumentText({ reference }: Pick<Obligation, 'reference'>, editionTitle: string): string {
  const place = placeOf(reference);
  return place === undefined ? editionTitle : `${place} of ${editionTitle}`;
}

function placeOf(reference: string): string | undefined {
  const [, right] = /^Right (\d+)/.exec(reference) ?? [];
  if (right) return `Right ${right}`;
  const [, chapter, part, section] = /^Ch (\d+) Pt ([A-Z]) s(\d+)\b/.exec(reference) ?? [];
  if (chapter) return `chapter ${chapter}, part ${part}, section ${section}`;
  const [, rule] = /^r\.(\d+(?:\.\d+)*(?:\([a-z\d]+\))*)/.exec(reference) ?? [];
  if (rule) return `rule ${rule}`;
  const [, ofAct] = /^s\.(\d+)/.exec(reference) ?? [];
  return ofAct ? `section ${ofAct}` : undefined;
}
