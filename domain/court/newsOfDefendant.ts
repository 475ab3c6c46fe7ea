import type { FactData, NewFact } from '../fact';
import { protectiveOrders } from '../facts/afterSentenceFacts';
import type { CalendarDay } from '../time/londonTime';
import type { CourtEvent } from './courtEvent';
import { wordsOn, type CourtRecord } from './courtRecord';
import { defendantNamed, type Defendant } from './defendants';
import { some, toldBy, type News, type NewsOfAll } from './news';
import { ordersOnAcquittal, pleaOf, sentenceOf, verdictOf } from './outcomes';
import { newestOfEach } from './register';

type DecisionKind =
  | 'bailDecided'
  | 'sentToCrownCourt'
  | 'warrantIssued'
  | 'rearrestHeard'
  | 'orderDecided'
  | 'appealLodged'
  | 'appealDecided';

/** What courts decided about one defendant, each under a heading of its own. */
export function newsOfDefendant(
  record: CourtRecord,
  { defendantId, ids }: Defendant,
  defendants: readonly Defendant[]
): NewsOfAll[] {
  const theirs = <K extends DecisionKind>(kind: K): CourtEvent<K>[] => {
    const words = wordsOn(record, kind) as CourtEvent<K>[];
    const named = words.filter(({ data }) => data.defendant.some((id) => ids.includes(id)) && knows(defendants, data));
    return newestOfEach(named, ({ data }) => ('order' in data ? `${data.order}|${data.on}` : data.on));
  };
  const news: NewsOfAll[] = [];
  const whose = { of: [defendantId], isOfOne: true } as const;
  const add = (event: CourtEvent, heading: string, kind: NewFact['kind'], data: News['data'], on: CalendarDay) =>
    news.push(toldBy(event, { heading: `${heading}|${ids[0]}|${on}`, kind, data, ...whose }, on));
  for (const event of theirs('bailDecided')) {
    const { on, custodyTimeLimitOn, decision } = event.data;
    if (decision === 'neither') continue;
    const isWithConditions = decision !== 'bailed';
    const bail =
      decision === 'remanded'
        ? { decision }
        : {
            decision: decision === 'varied' ? ('bailVaried' as const) : ('bailed' as const),
            conditions: isWithConditions,
          };
    add(event, 'bail', 'courtBailDecided', { ...bail, ...some({ custodyTimeLimitOn }) }, on);
    if (bail.decision === 'remanded' || !bail.conditions) continue;
    const { messageId, data } = event;
    const { defendant, wordsHash: hash } = data;
    Object.assign(news.at(-1) as NewsOfAll, { wordsIn: { messageId, defendant, ...some({ hash }) } });
  }
  for (const event of theirs('sentToCrownCourt')) add(event, 'sent', 'sentToCrownCourt', {}, event.data.on);
  const warrants = theirs('warrantIssued');
  for (const event of warrants) add(event, 'warrant', 'warrantIssued', {}, event.data.on);
  const rearrests = theirs('rearrestHeard');
  for (const event of rearrests) {
    const { decision, on } = event.data;
    add(event, 'rearrest', 'rearrestHeard', { decision }, on);
  }
  for (const event of takenIntoCustody(warrants, theirs('bailDecided'))) {
    if (rearrests.some(({ data }) => data.on === event.data.on)) continue;
    add(event, 'rearrest', 'rearrestHeard', { decision: 'remanded' }, event.data.on);
  }
  for (const event of theirs('orderDecided')) {
    const { order, on } = event.data;
    const { kind, data } = orderNews(event);
    add(event, `order-${order}`, kind, data, on);
  }
  for (const event of ordersOnAcquittal(record, ids)) {
    const { sentences, ordersUntil = [], on } = event.data;
    for (const order of protectiveOrders.filter((each) => sentences.some((one) => one === each))) {
      const untilOn = ordersUntil.find((each) => each.order === order)?.untilOn;
      const heading = `order-${order}`;
      if (news.some((each) => each.heading.startsWith(`${heading}|`) && each.on === on)) continue;
      add(event, heading, 'orderMade', { order, ...some({ untilOn }) }, on);
    }
  }
  for (const event of theirs('appealLodged')) {
    const { against, on, leave } = event.data;
    add(
      event,
      'appeal',
      'appealLodged',
      { against, ...(isRehearing(record, ids, against) ? { rehearing: true } : {}), ...some({ leave }) },
      on
    );
  }
  for (const event of theirs('appealDecided')) {
    add(event, 'appealResult', 'appealDecided', { result: event.data.result }, event.data.on);
  }
  for (const outcome of [pleaOf(record, ids), verdictOf(record, ids), sentenceOf(record, ids)]) {
    if (!outcome) continue;
    const { kind, data, on, event, alsoOn = [] } = outcome;
    const told = toldBy(event, { heading: `${kind}|${ids[0]}`, kind, data, ...whose }, on);
    news.push({ ...told, ...(alsoOn.length > 0 ? { alsoOn } : {}) });
  }
  return news;
}

/**
 * After a warrant the first word that the defendant is kept in custody: they were found. That there is bail says nothing
 * of the kind, since courts go on writing the bail of somebody who has not come.
 */
function takenIntoCustody(
  warrants: readonly CourtEvent<'warrantIssued'>[],
  decisions: readonly CourtEvent<'bailDecided'>[]
): CourtEvent<'bailDecided'>[] {
  const inCustody = decisions
    .filter(({ data }) => data.decision === 'remanded')
    .sort((one, other) => (one.data.on < other.data.on ? -1 : 1));
  return [...new Set(warrants.flatMap(({ data: { on } }) => inCustody.find(({ data }) => data.on > on) ?? []))];
}

function orderNews({ data }: CourtEvent<'orderDecided'>): Pick<News, 'kind' | 'data'> {
  const { order, how, untilOn } = data;
  switch (how) {
    case 'made':
      return { kind: 'orderMade', data: { order, ...some({ untilOn }) } };
    case 'discharged':
      return { kind: 'orderDischarged', data: { order } };
    case 'varied':
      return { kind: 'orderVaried', data: { order, ...some({ untilOn }) } };
    case 'changed':
      return { kind: 'orderVaried', data: { order, mayBeDischarged: true } };
  }
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
