import type { Fact } from '../../fact';
import type { CalendarDay, Instant } from '../../time/londonTime';
import type { PreparationItem } from './witnessWords';

/** Where something that is offered to every witness stands; it moves by what was last said of it. */
export type PreparationStage = 'toOffer' | 'toAnswer' | 'toArrange' | 'toHappen' | 'done' | 'notWanted' | 'notPossible';

export interface Preparation {
  readonly item: PreparationItem;
  /** The hearing for which it is; whatever was said of none is for every hearing. */
  readonly hearingId?: string | undefined;
  readonly stage: PreparationStage;
  readonly seq: number;
  readonly at: Instant;
  /** The day for which it is arranged. */
  readonly on?: CalendarDay | undefined;
}

/** The last word on each, by hearing, in the order in which they were said. */
export type Preparations = Preparation[];

const visit = {
  offered: 'toAnswer',
  wanted: 'toArrange',
  declined: 'notWanted',
  arranged: 'toHappen',
  made: 'done',
  notPossible: 'notPossible',
} as const;
const waiting = {
  offered: 'toAnswer',
  notWanted: 'notWanted',
  asked: 'toArrange',
  confirmed: 'done',
  notPossible: 'notPossible',
} as const;
const companionStep = { asked: 'toArrange', agreed: 'done', notPossible: 'notPossible' } as const;
const statement = { offered: 'toAnswer', wanted: 'toArrange', declined: 'notWanted', arranged: 'toHappen' } as const;
const service = { undecided: 'toAnswer', wanted: 'toArrange', declined: 'notWanted' } as const;
const serviceAnswered = { accepted: 'done', declinedByWitness: 'notWanted', notReached: 'toArrange' } as const;

/** Takes in what a fact says of what is prepared for a witness. */
export function followPreparations(known: Preparations, fact: Fact): void {
  const { seq, happenedAt: at, data } = fact;
  if (fact.kind === 'attendanceAnswered') {
    const { conditions, hearingId } = fact.data;
    const before = known.findLast((each) => each.item === 'companion' && each.hearingId === hearingId);
    const isAsked = conditions?.includes('companion') && (before?.stage ?? 'toAnswer') === 'toAnswer';
    if (isAsked) say(known, { item: 'companion', stage: 'toArrange', hearingId, seq, at });
    return;
  }
  const found = saidOf(fact);
  if (!found) return;
  say(known, { ...found, hearingId: 'hearingId' in data ? data.hearingId : hearingReferred(known, data), seq, at });
}

function say(known: Preparations, said: Preparation): void {
  const place = known.findIndex(({ item, hearingId }) => item === said.item && hearingId === said.hearingId);
  if (place >= 0) known.splice(place, 1);
  known.push(said);
}

/** What the Witness Service says of a referral is about the hearing for which the witness was referred. */
function hearingReferred(known: Preparations, data: object): string | undefined {
  const about = 'about' in data ? data.about : undefined;
  return known.find(({ item, seq }) => item === 'witnessService' && seq === about)?.hearingId;
}

/**
 * Where something stands for one hearing. What is prepared for another at which the witness is needed says nothing of it;
 * what was prepared for one that is off does, but its room and its companion were for that day.
 */
export function preparationFor(
  known: Preparations,
  item: PreparationItem,
  hearingId: string | undefined,
  needed: readonly (string | undefined)[]
): Preparation | undefined {
  const isAnothers = (other: string | undefined) => other !== undefined && other !== hearingId;
  const found = known.findLast(
    (each) =>
      each.item === item && (hearingId === undefined || !isAnothers(each.hearingId) || !needed.includes(each.hearingId))
  );
  const isForDay = item === 'separateWaiting' || item === 'companion';
  if (!found || !isForDay || hearingId === undefined || !isAnothers(found.hearingId)) return found;
  return found.stage === 'done' || found.stage === 'notPossible' ? { ...found, stage: 'toArrange' } : found;
}

type Said = Pick<Preparation, 'item' | 'stage' | 'on'>;

function saidOf({ kind, data }: Fact): Said | undefined {
  switch (kind) {
    case 'courtVisitChanged':
      return { item: 'courtVisit', stage: visit[data.step], on: data.on };
    case 'separateWaitingChanged':
      return { item: 'separateWaiting', stage: waiting[data.step] };
    case 'companionNamed': {
      const { companion, step = 'agreed' } = data;
      if (companion === 'none') return { item: 'companion', stage: 'notWanted' };
      return { item: 'companion', stage: companion === 'undecided' ? 'toAnswer' : companionStep[step] };
    }
    case 'statementRefreshChanged':
      return { item: 'statement', stage: statement[data.step], on: data.on };
    case 'statementRefreshed':
      return { item: 'statement', stage: 'done' };
    case 'witnessServiceOffered':
      return { item: 'witnessService', stage: service[data.answer] };
    case 'witnessServiceReferred':
      return { item: 'witnessService', stage: 'toHappen' };
    case 'courtPartnerNotReached':
      return data.partner === 'witnessService' ? { item: 'witnessService', stage: 'toArrange' } : undefined;
    case 'witnessServiceAnswered':
      return { item: 'witnessService', stage: serviceAnswered[data.answer] };
    default:
      return undefined;
  }
}

/** Rooms and companions are for one day at one court: elsewhere or on another they are arranged anew. What the witness wants stays known. */
export function arrangeAnew(
  known: Preparations,
  { seq, recordedAt, data }: Fact<'hearingListed' | 'hearingMoved'>
): void {
  for (const item of ['separateWaiting', 'companion'] as const) {
    const mine = known.filter(
      (each) => each.item === item && (each.hearingId === undefined || each.hearingId === data.hearingId)
    );
    for (const { stage, hearingId } of mine) {
      if (stage !== 'done' && stage !== 'notPossible') continue;
      say(known, { item, hearingId, stage: 'toArrange', seq, at: recordedAt });
    }
  }
}

/**
 * Whether anything is left to do for it. A room or a companion that the court cannot give leaves a witness who was
 * promised it: another way is found with them and the prosecution, or they say that they come without.
 */
export function isSettled(item: PreparationItem, stage: PreparationStage): boolean {
  if (stage === 'notPossible') return item !== 'separateWaiting' && item !== 'companion';
  return stage === 'done' || stage === 'notWanted';
}
