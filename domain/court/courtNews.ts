import type { FactData, NewFact } from '../fact';
import { londonDay, type CalendarDay, type Instant } from '../time/londonTime';
import type { CourtEvent } from './courtEvent';
import { wordsOn, type CourtRecord, type LinkedCase } from './courtRecord';
import { defendantNamed, defendantsOf, type Defendant } from './defendants';
import { hearingsOf, type Hearing } from './hearings';
import { pleaOf, sentenceOf, verdictOf } from './outcomes';
import { happenedOn, newestOfEach } from './register';

/** One thing that a case should know of its prosecution, as it stands now. Under one heading only the newest counts. */
export interface News {
  readonly heading: string;
  readonly kind: NewFact['kind'];
  readonly data: FactData[NewFact['kind']];
  readonly suspects: readonly string[];
  readonly happenedAt: Instant;
  readonly receivedAt: Instant;
  /** The day that it is about. */
  readonly on?: CalendarDay | undefined;
  /** It has been: its date is no news any more to whom it was not told before. */
  readonly isOver?: true | undefined;
}

/** What concerns a linked case: hearings of its defendants, and what was decided about them. */
export function newsFor(record: CourtRecord, linked: LinkedCase): News[] {
  const defendants = defendantsOf(record);
  const suspectOf = suspectsOf(linked, defendants);
  const toldApart = new Set([...suspectOf.values(), ...Object.keys(linked.matched)]);
  // Until somebody has said who each of the case's suspects is, every defendant may be one of them.
  const isOpen = linked.suspects.length === 0 || linked.suspects.some((suspectId) => !toldApart.has(suspectId));
  const concerns = (defendantId: string) => isOpen || suspectOf.has(defendantId);
  const news: News[] = [];
  for (const hearing of hearingsOf(record, defendants)) {
    if (hearing.on === undefined && hearing.status === 'listed') {
      news.push(...withoutDay(hearing));
      continue;
    }
    if (hearing.defendants.length > 0 && !hearing.defendants.some(concerns)) continue;
    const suspects = hearing.defendants.flatMap((each) => suspectOf.get(each) ?? []);
    news.push(...aboutHearing(hearing, suspects));
  }
  for (const defendant of defendants) {
    if (!concerns(defendant.defendantId)) continue;
    const suspects = [suspectOf.get(defendant.defendantId) ?? defendant.defendantId];
    news.push(...aboutDefendant(record, defendant, defendants, suspects));
  }
  return news.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

/**
 * Which suspect of the case each defendant is: as somebody said, or because there is one of each. Empty where nobody
 * can tell.
 */
export function suspectsOf({ suspects, matched }: LinkedCase, defendants: readonly Defendant[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [suspectId, defendantId] of Object.entries(matched)) {
    const defendant = defendantNamed(defendants, [defendantId]);
    if (defendant) found.set(defendant.defendantId, suspectId);
  }
  const isUnmatched = Object.keys(matched).length === 0;
  const [only, ...others] = suspects;
  const [alone, ...more] = defendants;
  if (isUnmatched && only !== undefined && alone && others.length === 0 && more.length === 0) {
    found.set(alone.defendantId, only);
  }
  return found;
}

function withoutDay(hearing: Hearing): News[] {
  const { hearingId } = hearing;
  return [
    toldBy(hearing.by, { heading: `hearing|${hearingId}`, kind: 'hearingVacated', data: { hearingId }, suspects: [] }),
  ];
}

function aboutHearing(hearing: Hearing, suspects: readonly string[]): News[] {
  const { hearingId, hearing: kind, on, at, untilOn, certainty, court, room, status, trial, by } = hearing;
  const heading = `hearing|${hearingId}`;
  if (status === 'vacated' || on === undefined) {
    return [toldBy(by, { heading, kind: 'hearingVacated', data: { hearingId }, suspects })];
  }
  const dates = { on, certainty, ...some({ at, untilOn, court, room }) };
  const listed = toldBy(by, { heading, kind: 'hearingListed', data: { hearingId, hearing: kind, ...dates }, suspects });
  const isOver = status === 'held' && (untilOn ?? on) <= londonDay(by.receivedAt);
  if (isOver) Object.assign(listed, { isOver: true });
  if (trial === undefined) return [listed];
  const held = { heading: `held|${hearingId}`, kind: 'trialHeard' as const, data: { hearingId, trial }, suspects };
  return [listed, toldBy(by, held, on)];
}

function aboutDefendant(
  record: CourtRecord,
  { ids }: Defendant,
  defendants: readonly Defendant[],
  suspects: readonly string[]
): News[] {
  const theirs = <K extends 'bailDecided' | 'sentToCrownCourt' | 'warrantIssued' | 'appealLodged' | 'appealDecided'>(
    kind: K
  ): CourtEvent<K>[] => {
    const words = wordsOn(record, kind) as CourtEvent<K>[];
    const named = words.filter(({ data }) => data.defendant.some((id) => ids.includes(id)) && knows(defendants, data));
    return newestOfEach(named, ({ data }) => data.on);
  };
  const news: News[] = [];
  const add = (event: CourtEvent, heading: string, kind: NewFact['kind'], data: News['data'], on: CalendarDay) =>
    news.push(toldBy(event, { heading: `${heading}|${ids[0]}|${on}`, kind, data, suspects }, on));
  for (const event of theirs('bailDecided')) {
    const { on, custodyTimeLimitOn, decision } = event.data;
    if (decision === 'neither') continue;
    const bail = { decision: decision === 'remanded' ? ('remanded' as const) : ('bailed' as const) };
    const conditions = decision === 'remanded' ? {} : { conditions: decision === 'bailedWithConditions' };
    add(event, 'bail', 'courtBailDecided', { ...bail, ...conditions, ...some({ custodyTimeLimitOn }) }, on);
  }
  for (const event of theirs('sentToCrownCourt')) add(event, 'sent', 'sentToCrownCourt', {}, event.data.on);
  for (const event of theirs('warrantIssued')) add(event, 'warrant', 'warrantIssued', {}, event.data.on);
  for (const event of theirs('appealLodged')) {
    const { against, on } = event.data;
    add(
      event,
      'appeal',
      'appealLodged',
      { against, ...(isRehearing(record, ids, against) ? { rehearing: true } : {}) },
      on
    );
  }
  for (const event of theirs('appealDecided')) {
    add(event, 'appealResult', 'appealDecided', { result: event.data.result }, event.data.on);
  }
  for (const outcome of [pleaOf(record, ids), verdictOf(record, ids), sentenceOf(record, ids)]) {
    if (!outcome) continue;
    const { kind, data, on, event } = outcome;
    news.push(toldBy(event, { heading: `${kind}|${ids[0]}`, kind, data, suspects }, on));
  }
  return news;
}

/** Who was convicted by magistrates and appeals against it is tried again, by the Crown Court. */
function isRehearing(
  record: CourtRecord,
  ids: readonly string[],
  against: FactData['appealLodged']['against']
): boolean {
  if (against === 'sentence') return false;
  const sentence = sentenceOf(record, ids);
  return sentence?.kind === 'sentencePassed' && sentence.data.court !== 'crown';
}

function knows(defendants: readonly Defendant[], data: { readonly defendant: readonly string[] }): boolean {
  return defendantNamed(defendants, data.defendant) !== undefined;
}

function toldBy(
  { issuedAt, receivedAt }: CourtEvent,
  news: Pick<News, 'heading' | 'kind' | 'data' | 'suspects'>,
  on?: CalendarDay
): News {
  const happenedAt = on === undefined ? issuedAt : happenedOn(on, issuedAt);
  return { ...news, happenedAt, receivedAt, ...(on === undefined ? {} : { on }) };
}

/** News of the same moment is told in the order of a trial. */
const order = [
  'hearingListed',
  'hearingVacated',
  'sentToCrownCourt',
  'pleaEntered',
  'trialHeard',
  'verdictGiven',
  'prosecutionStopped',
  'sentencePassed',
  'courtBailDecided',
  'warrantIssued',
  'appealLodged',
  'appealDecided',
];

function placeOf({ happenedAt, kind, heading }: News): string {
  return [happenedAt, String(order.indexOf(kind)).padStart(2, '0'), heading].join('|');
}

function some<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
