import type { DefendantIds } from '../../../domain/court/courtEvent';
import { addCalendarDays, londonDay, type CalendarDay, type Instant } from '../../../domain/time/londonTime';
import { hearingKind } from '../hearingKind';
import { courtSlug } from '../names';
import type { Said, sayings } from '../reading';
import { pleaIn, verdictIn } from '../courtWords';
import { endingIn, isBailVaried, isSending, isWarrant, orderIn } from '../resultMeaning';
import { orderedOn, resultSchema, sentenceOf, type NextHearing, type Result } from '../results';
import { anything, flag, id, listOf, object, time, wording, words } from '../schemas';
import { dayOf, instantOf } from '../times';

export interface Offence {
  readonly id: string;
  readonly offenceCode?: string;
  readonly offenceSequenceNumber?: unknown;
  readonly orderIndex?: unknown;
  readonly plea?: { readonly pleaDate?: string; readonly pleaValue?: string } | null;
  /** What the defendant said before the court took the plea itself. */
  readonly indicatedPlea?: { readonly indicatedPleaDate?: string; readonly indicatedPleaValue?: string } | null;
  readonly verdict?: Verdict | null;
  readonly judicialResults?: readonly Result[] | null;
}

export interface Verdict {
  readonly offenceId?: string;
  readonly verdictDate?: string;
  readonly isDeleted?: boolean | null;
  readonly verdictType?: { readonly categoryType?: string; readonly category?: string; readonly description?: string };
}

const pleaSchema = object({}, { pleaDate: time, pleaValue: wording });
const indicatedPlea = object({}, { indicatedPleaDate: time, indicatedPleaValue: wording });
const verdictSchema = object(
  {},
  {
    verdictDate: time,
    isDeleted: flag,
    verdictType: object({}, { categoryType: wording, category: wording, description: wording }),
  }
);
export const offenceSchema = object(
  { id },
  {
    ...{
      offenceCode: words,
      offenceSequenceNumber: anything,
      orderIndex: anything,
      plea: pleaSchema,
      indicatedPlea,
      verdict: verdictSchema,
    },
    judicialResults: listOf(resultSchema),
  }
);

/** What all events of a message have in common. */
export interface Shared {
  readonly say: ReturnType<typeof sayings>;
  readonly issuedAt: Instant;
  /** Whether the court has shared results; a hearing that is yet to be says nothing of how it went. */
  readonly isShared: boolean;
  readonly court: 'crown' | 'magistrates';
}

/** What a message says about one offence of one defendant: the charge, plea, verdict and what was ordered. */
export function offenceEvents(defendant: DefendantIds, offence: Offence, isYouth: boolean, shared: Shared): Said[] {
  const { say } = shared;
  const { id: offenceId, offenceCode, plea, indicatedPlea: indicated, verdict } = offence;
  const events: Said[] = [say('offenceCharged', { defendant, offenceId, offenceCode, ...numbersOf(offence) })];
  // Only guilt that is indicated counts as a plea; a denial is made when the court asks.
  const isAdmitted = !plea && pleaIn(indicated?.indicatedPleaValue) === 'guilty';
  const pleaded = isAdmitted ? 'guilty' : pleaIn(plea?.pleaValue);
  const pleadedOn = dayOf(isAdmitted ? indicated?.indicatedPleaDate : plea?.pleaDate);
  if (pleaded && pleadedOn) events.push(say('pleaEntered', { defendant, offenceId, plea: pleaded, on: pleadedOn }));
  if (verdict) events.push(...verdictEvents(defendant, offenceId, verdict, shared));
  return [...events, ...resultEvents(defendant, offenceId, offence.judicialResults ?? [], isYouth, shared)];
}

/** Its number in the case of the police, and its place; what nobody has numbered is sent as 0. */
function numbersOf({ offenceSequenceNumber, orderIndex }: Offence): { sequence?: number; place?: number } {
  const [sequence, place] = [Number(offenceSequenceNumber), Number(orderIndex)];
  return { ...(sequence > 0 ? { sequence } : {}), ...(place > 0 ? { place } : {}) };
}

/** The day of a finding: where none is given that of the hearing, which may have found nothing anew. */
export function foundOn(
  given: CalendarDay | undefined,
  hearingOn: CalendarDay
): { on: CalendarDay; dayUnknown?: true } {
  return given === undefined ? { on: hearingOn, dayUnknown: true } : { on: given };
}

export function verdictEvents(
  defendant: DefendantIds,
  offenceId: string,
  verdict: Verdict,
  { say }: Pick<Shared, 'say'>
): Said[] {
  const { categoryType, category, description } = verdict.verdictType ?? {};
  const given = verdictIn(categoryType) ?? verdictIn(category) ?? verdictIn(description);
  const found = given && verdict.isDeleted ? 'removed' : given;
  const on = dayOf(verdict.verdictDate);
  return found && on ? [say('verdictGiven', { defendant, offenceId, verdict: found, on })] : [];
}

/** What a court ordered for one offence; the same again, amended, takes the place of what it ordered before. */
export function resultEvents(
  defendant: DefendantIds,
  offenceId: string,
  all: readonly Result[],
  isYouth: boolean,
  { say, issuedAt, court }: Shared
): Said[] {
  const results = all.filter(({ isDeleted }) => !isDeleted);
  const events: Said[] = [];
  const onOf = (result: Result) => dayOf(result.orderedDate) ?? londonDay(issuedAt);
  for (const result of results) {
    const how = endingIn(result);
    if (how) events.push(say('offenceEnded', { defendant, offenceId, how, on: onOf(result) }));
    if (isWarrant(result)) events.push(say('warrantIssued', { defendant, on: onOf(result) }));
    if (isSending(result)) events.push(say('sentToCrownCourt', { defendant, on: onOf(result) }));
    if (isBailVaried(result)) events.push(say('bailDecided', { defendant, decision: 'varied', on: onOf(result) }));
    const order = orderIn(result);
    if (order) {
      const untilOn = dayOf(result.durationElement?.durationEndDate);
      events.push(say('orderDecided', { defendant, ...order, on: onOf(result), untilOn }));
    }
    if (result.nextHearing) events.push(...adjournedTo([defendant], result.nextHearing, say));
  }
  const sentence = sentenceOf(results);
  if (sentence) {
    const on = orderedOn(results) ?? londonDay(issuedAt);
    events.push(say('sentencePassed', { defendant, offenceId, on, court: isYouth ? 'youth' : court, ...sentence }));
  }
  return events;
}

/** To when and where it was adjourned: a day, the week that begins on a day, or none yet. Nobody named: everybody. */
export function adjournedTo(defendants: readonly DefendantIds[], next: NextHearing, say: Shared['say']): Said[] {
  const { existingHearingId: hearingId, listedStartDateTime, weekCommencingDate, courtCentre, type } = next;
  const { estimatedMinutes } = next;
  const [at, week] = [instantOf(listedStartDateTime), dayOf(weekCommencingDate)];
  const hearing = hearingKind(type?.description);
  const court = courtCentre?.name === undefined ? undefined : courtSlug(courtCentre.name);
  const room = courtCentre?.roomName;
  const dates = at
    ? { certainty: 'fixed' as const, on: londonDay(at), at }
    : week
      ? { certainty: 'warnedWeek' as const, on: week, untilOn: addCalendarDays(week, 4) }
      : { certainty: 'toBeFixed' as const };
  if (hearingId)
    return [say('hearingSet', { hearingId, hearing, ...dates, court, room, estimatedMinutes, defendants })];
  if (!court || dates.certainty === 'toBeFixed') return [];
  return [say('listed', { ...dates, court, room, hearing, estimatedMinutes, defendants })];
}
