import type { Fact } from '../../fact';
import type { CalendarDay, Instant } from '../../time/londonTime';
import type { PreparationItem } from './witnessWords';

/** Where something that is offered to every witness stands; it moves by what was last said of it. */
export type PreparationStage = 'toOffer' | 'toAnswer' | 'toArrange' | 'toHappen' | 'done' | 'notWanted' | 'notPossible';

export interface Preparation {
  readonly stage: PreparationStage;
  readonly seq: number;
  readonly at: Instant;
  /** The day for which it is arranged. */
  readonly on?: CalendarDay | undefined;
}

export type Preparations = Partial<Record<PreparationItem, Preparation>>;

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
  if (fact.kind === 'attendanceAnswered') {
    const { seq, happenedAt: at, data } = fact;
    const isAsked = data.conditions?.includes('companion') && (known.companion?.stage ?? 'toAnswer') === 'toAnswer';
    if (isAsked) known.companion = { stage: 'toArrange', seq, at };
    return;
  }
  const found = saidOf(fact);
  if (!found) return;
  const { item, ...said } = found;
  known[item] = { ...said, seq: fact.seq, at: fact.happenedAt };
}

type Said = Pick<Preparation, 'stage' | 'on'> & { readonly item: PreparationItem };

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
    case 'witnessServiceAnswered':
      return { item: 'witnessService', stage: serviceAnswered[data.answer] };
    default:
      return undefined;
  }
}

/** Rooms and companions are for one day: on another they are arranged anew. What the witness wants stays known. */
export function arrangeAnew(known: Preparations, { seq, recordedAt }: Fact): void {
  for (const item of ['separateWaiting', 'companion'] as const) {
    const before = known[item];
    if (before?.stage === 'done' || before?.stage === 'notPossible') {
      known[item] = { stage: 'toArrange', seq, at: recordedAt };
    }
  }
}

/** Whether anything is left to do for it. */
export function isSettled(stage: PreparationStage): boolean {
  return stage === 'done' || stage === 'notWanted' || stage === 'notPossible';
}
