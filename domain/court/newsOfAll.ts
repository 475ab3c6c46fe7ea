import { londonDay } from '../time/londonTime';
import type { CourtRecord } from './courtRecord';
import { defendantsOf, type Defendant } from './defendants';
import { hearingsOf, type Hearing } from './hearings';
import { some, toldBy, type News, type NewsOfAll } from './news';
import { newsOfDefendant } from './newsOfDefendant';

export interface AllNews {
  readonly defendants: readonly Defendant[];
  readonly news: readonly NewsOfAll[];
}

/** Worked out once for each set of words, not for each of a hundred cases. */
const workedOut = new WeakMap<CourtRecord['words'], AllNews>();

/** All that a prosecution's cases should know, in the order of telling. */
export function newsOfAll(record: CourtRecord): AllNews {
  const known = workedOut.get(record.words);
  if (known) return known;
  const defendants = defendantsOf(record);
  const hearings = hearingsOf(record, defendants).flatMap(aboutHearing);
  const decisions = defendants.flatMap((defendant) => newsOfDefendant(record, defendant, defendants));
  const places = new Map([...hearings, ...decisions].map((each) => [each, placeOf(each)]));
  const news = [...places.keys()].sort((one, other) => ((places.get(one) ?? '') < (places.get(other) ?? '') ? -1 : 1));
  const all = { defendants, news };
  workedOut.set(record.words, all);
  return all;
}

function aboutHearing(hearing: Hearing): NewsOfAll[] {
  const { hearingId, hearing: kind, on, at, untilOn, certainty, court, room, status, trial, by } = hearing;
  const heading = `hearing|${hearingId}`;
  const of = on === undefined && status === 'listed' ? [] : hearing.defendants;
  if (status === 'vacated' || on === undefined) {
    return [toldBy(by, { heading, kind: 'hearingVacated', data: { hearingId }, of })];
  }
  const dates = { on, certainty, ...some({ at, untilOn, court, room }) };
  const listed = toldBy(by, { heading, kind: 'hearingListed', data: { hearingId, hearing: kind, ...dates }, of });
  const isOver = status === 'held' && (untilOn ?? on) <= londonDay(by.receivedAt);
  if (isOver) Object.assign(listed, { isOver: true });
  if (trial === undefined) return [listed];
  const held = { heading: `held|${hearingId}`, kind: 'trialHeard' as const, data: { hearingId, trial }, of };
  return [listed, toldBy(by, held, on)];
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
  'orderMade',
  'orderVaried',
  'orderDischarged',
  'courtBailDecided',
  'rearrestHeard',
  'warrantIssued',
  'appealLodged',
  'appealDecided',
];

function placeOf({ happenedAt, kind, heading }: Pick<News, 'happenedAt' | 'kind' | 'heading'>): string {
  return [happenedAt, String(order.indexOf(kind)).padStart(2, '0'), heading].join('|');
}
