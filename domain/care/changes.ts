import type { CaseOpening } from '../careRecord';
import type { NewsKind, ToldOfDeath, Voice } from './careWords';
import type { Fact, FactData } from '../fact';
import type { CalendarDay, Instant } from '../time/londonTime';
import type { Stance } from '../vocabulary';

interface Dated {
  readonly seq: number;
  readonly at: Instant;
}

/** What has changed in a victim's life, who speaks with them, and who may see their case. */
export interface Changes {
  voices: Partial<Record<NewsKind, Voice>>;
  /** When the officer in the case last said what there is to tell. */
  officerAnswered?: Dated;
  withdrawal?: Dated & FactData['supportWithdrawn'] & { decision?: FactData['withdrawalDecided']['decision'] };
  eighteenOn?: CalendarDay;
  askedAtEighteen?: Dated & FactData['askedAtEighteen'];
  capacity?: Dated & FactData['capacityAssessed'];
  alsoSuspect?: Dated & { as: FactData['alsoSuspectFound']['as']; officer?: string };
  custody?: Dated & { route?: FactData['prisonContactArranged']['route'] };
  barred: ReadonlySet<string>;
  /** Only these callers see the case; undefined where everybody in scope does. */
  visibleTo?: readonly string[] | undefined;
  familyLiaison?: string;
  relativeCases: ReadonlySet<string>;
  /** Why no relative has a case of their own. */
  relativesConsidered?: FactData['relativesConsidered']['result'];
  toldOfDeath: ReadonlySet<ToldOfDeath>;
  stances: Partial<Record<Stance, { answer: 'yes' | 'no'; at: Instant }>>;
}

export function noChangesYet({ eighteenOn, visibleTo }: CaseOpening): Omit<Changes, 'stances'> {
  return {
    voices: {},
    barred: new Set(),
    relativeCases: new Set(),
    toldOfDeath: new Set(),
    ...(eighteenOn === undefined ? {} : { eighteenOn }),
    ...(visibleTo === undefined ? {} : { visibleTo }),
  };
}

/** Takes in what a fact says of changes; facts come in the order in which they happened. */
export function followChanges(known: Changes, fact: Fact): void {
  const { seq, happenedAt: at } = fact;
  switch (fact.kind) {
    case 'voiceAgreed':
      known.voices = { ...known.voices, [fact.data.news]: fact.data.voice };
      break;
    case 'officerAnswered':
      known.officerAnswered = { seq, at: fact.recordedAt };
      break;
    case 'supportWithdrawn':
      known.withdrawal = { seq, at, ...fact.data };
      known.stances.supportsProsecution = { answer: 'no', at };
      break;
    case 'withdrawalDecided':
      if (known.withdrawal) known.withdrawal = { ...known.withdrawal, decision: fact.data.decision };
      break;
    case 'supportGivenAgain':
      delete known.withdrawal;
      known.stances.supportsProsecution = { answer: 'yes', at };
      break;
    case 'eighteenthBirthdayKnown':
      known.eighteenOn = fact.data.on;
      break;
    case 'askedAtEighteen':
      known.askedAtEighteen = { seq, at: fact.recordedAt, ...fact.data };
      break;
    case 'capacityAssessed':
      known.capacity = { seq, at, capacity: fact.data.capacity, assessedBy: fact.data.assessedBy };
      break;
    case 'alsoSuspectFound':
      known.alsoSuspect = { seq, at, as: fact.data.as };
      break;
    case 'separateOfficerNamed':
      if (known.alsoSuspect) known.alsoSuspect = { ...known.alsoSuspect, officer: fact.data.officer };
      // They are the officer of the other matter: this case is kept from them.
      known.barred = new Set([...known.barred, fact.data.officer]);
      break;
    case 'custodyChanged':
      if (fact.data.custody === 'inCustody') known.custody = { seq, at };
      else delete known.custody;
      break;
    case 'prisonContactArranged':
      if (known.custody) known.custody = { ...known.custody, route: fact.data.route };
      break;
    case 'accessBarred':
      known.barred = new Set([...known.barred, ...fact.data.callers]);
      break;
    case 'accessUnbarred':
      known.barred = new Set([...known.barred].filter((caller) => !fact.data.callers.includes(caller)));
      break;
    case 'caseRestricted':
      known.visibleTo = fact.data.callers;
      break;
    case 'caseUnrestricted':
      delete known.visibleTo;
      break;
    case 'familyLiaisonNamed':
      known.familyLiaison = fact.data.officer;
      break;
    case 'relativeCaseOpened':
      known.relativeCases = new Set([...known.relativeCases, fact.data.relativeCaseId]);
      break;
    case 'relativesConsidered':
      known.relativesConsidered = fact.data.result;
      break;
    case 'deathTold':
      known.toldOfDeath = new Set([...known.toldOfDeath, fact.data.told]);
      break;
    default:
      break;
  }
}
