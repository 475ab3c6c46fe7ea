import type { CaseOpening, CareRecord } from '../careRecord';
import type { CareState } from '../careState';
import type { Fact, FactKind } from '../fact';
import { inOrderOfHappening } from '../happening';
import { isAskedOfProsecution } from '../rights/rightToReview';
import { londonDay, type Instant } from '../time/londonTime';
import type { Tier } from '../vocabulary';
import { editionInForce, editions, obligationById } from './editions';
import { dueDate } from './dueDate';
import type { FixedDuty } from './fixedDuty';
import { isPausable, ownLimit, pauseAt } from './ownStandards';
import { schemes, type Edition, type Obligation, type Scheme, type Trigger } from './obligation';

/** An event as duties see it: the crime report, or a fact of the case. */
export interface Happening {
  readonly from: 'report' | FactKind;
  readonly data: object;
  readonly source?: Fact['source'] | undefined;
  readonly suspects?: Fact['suspects'];
  readonly happenedAt: Instant;
  /** When the duty-holder here received it: no duty of theirs arises before. */
  readonly receivedAt: Instant;
}

interface Moment {
  readonly record: Pick<CareRecord, 'opening' | 'calendar'>;
  readonly state: Pick<CareState, 'tier' | 'counted'>;
  readonly now: Instant;
}

/**
 * The duties that arise from an event, each fixed here once: by the edition in force on the day on which its clock
 * starts, the tier that counts at this moment, and the bank holidays known.
 */
export function dutiesArising(event: Happening, moment: Moment): FixedDuty[] {
  const arising = obligationsOf(event, moment.now)
    .filter(({ edition }) => isOfScheme(edition, event, moment))
    .filter(({ obligation }) => obligation.clockFrom !== 'notification' && isOwed(obligation, event, moment))
    .map(({ obligation, edition }) => fix(obligation, edition, event, clockStart(obligation, event), moment));
  return [...arising, ...waitingFor(event, moment)];
}

/** A review that is asked of the prosecution starts no clock of the police. */
function isOfScheme({ scheme }: Edition, { from, suspects }: Happening, { state }: Moment): boolean {
  if (from !== 'rightToReviewAsked' || scheme !== 'policeRightToReview') return true;
  return !isAskedOfProsecution({ suspects }, inOrderOfHappening(state.counted));
}

/** What an earlier event would have raised, had this one come before it: its clock has run since that event. */
function waitingFor({ from }: Happening, moment: Moment): FixedDuty[] {
  if (from === 'report' || !waitedFor.has(from)) return [];
  const { counted } = moment.state;
  const known = new Set(counted.flatMap(({ owes = [] }) => owes.map(({ obligation }) => obligation)));
  const found = new Map<string, FixedDuty>();
  for (const event of counted.map(happening)) {
    for (const { obligation, edition } of obligationsOf(event, moment.now)) {
      const { id, arises } = obligation;
      if (!arises?.evenLater || !arises.after?.includes(from) || known.has(id)) continue;
      if (!isOwed(obligation, event, moment, from)) continue;
      found.set(id, fix(obligation, edition, event, clockStart(obligation, event), moment));
    }
  }
  return [...found.values()];
}

/** Duties whose clock starts when the victim was told: they arise from the telling of this event. */
export function dutiesFromTelling(event: Happening, toldAt: Instant, moment: Moment): FixedDuty[] {
  return obligationsOf({ ...event, receivedAt: toldAt, happenedAt: toldAt }, moment.now)
    .filter(({ obligation }) => obligation.clockFrom === 'notification' && isOwed(obligation, event, moment))
    .map(({ obligation, edition }) => fix(obligation, edition, event, toldAt, moment));
}

/** An event that is on the record, as duties see it. */
export function happening(
  fact: Pick<Fact, 'kind' | 'data' | 'source' | 'suspects' | 'happenedAt' | 'receivedAt'>
): Happening {
  const { kind, data, source, suspects, happenedAt, receivedAt } = fact;
  return { from: kind, data, source, suspects, happenedAt, receivedAt };
}

export function reportHappening(opening: CaseOpening): Happening {
  const { reportedAt, receivedAt } = opening;
  return { from: 'report', data: {}, happenedAt: reportedAt < receivedAt ? reportedAt : receivedAt, receivedAt };
}

/**
 * News is owed from when the duty-holder has it; what the law counts from the event itself (a window, an application to
 * the court, a referral after sentence) is not put off by somebody's silence.
 */
function clockStart({ arises, clockFrom, nature }: Obligation, { from, happenedAt, receivedAt }: Happening): Instant {
  if (from === 'report' || !arises) return receivedAt;
  if (arises.metBy === 'receipt' || nature === 'window') return happenedAt;
  return clockFrom === 'happening' && arises.metBy !== 'telling' ? happenedAt : receivedAt;
}

/** One duty with its limit chosen and its last instant worked out. */
export function fix(
  obligation: Obligation,
  edition: Edition,
  event: Pick<Happening, 'happenedAt' | 'receivedAt'>,
  from: Instant,
  { record: { opening, calendar }, state }: Moment
): FixedDuty {
  const { tier } = state.tier;
  const chosen = limitFor(obligation, edition.scheme, opening, tier);
  const withOthers =
    obligation.clockFrom === 'receipt' && event.happenedAt < from && obligation.arises?.from !== 'report';
  const duty = {
    obligation: obligation.id,
    edition: edition.id,
    tier,
    from,
    ...(withOthers ? { withOthersSince: event.happenedAt } : {}),
  };
  if (!chosen) return duty;
  const paused = isPausable(edition.scheme, chosen.target) ? pauseAt(state.counted, from) : undefined;
  const due = dueDate(paused?.until ?? from, chosen.limit, calendar);
  const missed = due.dueBy < opening.openedAt ? { missedBeforeIntake: true as const } : {};
  return { ...duty, ...chosen, ...due, ...missed };
}

/** The law's number for this tier, or the force's own promise or target where the law gives none. */
export function limitFor(
  obligation: Obligation,
  scheme: Scheme,
  { standards }: Pick<CaseOpening, 'standards'>,
  tier: Tier
): (Pick<FixedDuty, 'limit' | 'target'> & { readonly limit: NonNullable<FixedDuty['limit']> }) | undefined {
  const own = ownLimit(obligation.id, standards, tier);
  if (scheme === 'forceStandards') {
    const limit = own ?? obligation.limit;
    return limit && { limit };
  }
  const limit = tier === 'enhanced' ? (obligation.enhancedLimit ?? obligation.limit) : obligation.limit;
  if (limit) return { limit };
  return own && { limit: own, target: true };
}

interface Candidate {
  readonly obligation: Obligation;
  readonly edition: Edition;
}

const waitedFor: ReadonlySet<string> = new Set(
  editions.flatMap(({ obligations }) =>
    obligations.flatMap(({ arises }) => (arises?.evenLater ? (arises.after ?? []) : []))
  )
);
const byTrigger = new WeakMap<Edition, Map<string, Obligation[]>>();
const clocked: readonly Scheme[] = schemes.filter((scheme) =>
  editions.some((edition) => edition.scheme === scheme && edition.obligations.some(({ arises }) => arises))
);

/** What may arise from such an event, over all schemes, by the editions in force. */
function obligationsOf(event: Happening, now: Instant): Candidate[] {
  const { from, happenedAt, receivedAt } = event;
  const recordedOn = londonDay(now);
  const found: Candidate[] = [];
  for (const scheme of clocked) {
    for (const at of happenedAt === receivedAt ? [receivedAt] : [receivedAt, happenedAt]) {
      const edition = editionInForce(scheme, londonDay(at), recordedOn);
      for (const obligation of edition ? triggeredBy(edition, from) : []) {
        if (edition && clockStart(obligation, event) === at) found.push({ obligation, edition });
      }
    }
  }
  return found;
}

function triggeredBy(edition: Edition, from: string): readonly Obligation[] {
  let known = byTrigger.get(edition);
  if (!known) {
    known = new Map();
    for (const obligation of edition.obligations) {
      const triggers = obligation.arises?.from ?? [];
      for (const kind of triggers === 'report' ? ['report'] : triggers) {
        known.set(kind, [...(known.get(kind) ?? []), obligation]);
      }
    }
    byTrigger.set(edition, known);
  }
  return known.get(from) ?? [];
}

function isOwed(
  { id, arises }: Obligation,
  { data, source }: Happening,
  moment: Moment,
  happensNow?: FactKind
): boolean {
  const { opening } = moment.record;
  const { counted } = moment.state;
  if (!arises) return false;
  if (arises.once && counted.some(({ owes }) => owes?.some(({ obligation }) => obligation === id))) return false;
  if (arises.after?.some((wanted) => wanted !== happensNow && !counted.some(({ kind }) => kind === wanted)))
    return false;
  if (arises.notAfter && counted.some(({ kind }) => arises.notAfter?.includes(kind))) return false;
  if (arises.roles && !arises.roles.includes(opening.role)) return false;
  if (arises.personKinds && !arises.personKinds.includes(opening.personKind)) return false;
  if (arises.source && arises.source !== source) return false;
  return saysSo(arises, data);
}

function saysSo({ where = {} }: Trigger, data: object): boolean {
  const told = data as Readonly<Record<string, unknown>>;
  return Object.entries(where).every(([field, values]) => values.includes(told[field] as string));
}

/** Whether the victim must be told of what this duty arose from. */
export function isTelling({ obligation }: Pick<FixedDuty, 'obligation'>): boolean {
  return obligationById(obligation).arises?.metBy === 'telling';
}

/** Release and bail reach a person who decides how to tell, whatever the victim asked not to hear about. */
export function isSafetyNews({ obligation }: Pick<FixedDuty, 'obligation'>): boolean {
  return obligationById(obligation).arises?.safety === true;
}
