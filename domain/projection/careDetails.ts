import type { CareRecord } from '../careRecord';
import { stillToTellOfDeath } from '../care/death';
import type { NewsKind, ToldOfDeath, Voice } from '../care/careWords';
import type { CareState } from '../careState';
import { mattersIn, type MatterStanding } from '../rights/matters';
import { prosecutionReviews, type ProsecutionReview } from '../rights/prosecutionReviews';
import { rightToReviewOf, type ReviewEligibility } from '../rights/rightToReview';
import { originOf } from '../effectiveFacts';
import { decidedWithoutViews } from '../rights/views';
import { adviceIn, challengesIn, type AdviceStanding, type ChallengeStanding } from '../answers/advocacy';
import { afterSentenceDetailsOf, type AfterSentenceDetails } from './afterSentenceDetails';
import { measureEligibilityOf, type MeasureEligibility } from './measureEligibility';
import { londonDay, type CalendarDay, type Instant } from '../time/londonTime';

/** What a reader of a case must know of voices, rights and changes of life. What is not so is absent. */
export interface CareDetails {
  readonly voices?: Readonly<Partial<Record<NewsKind, Voice>>> | undefined;
  /** Decisions of the police that came without the victim's views. */
  readonly decidedWithoutViews?: readonly number[] | undefined;
  readonly rightToReview?: readonly (ReviewEligibility & { readonly decision: number })[] | undefined;
  /** Of the prosecution, where the victim asked for any. */
  readonly prosecutionReviews?: readonly ProsecutionReview[] | undefined;
  readonly matters?: readonly MatterStanding[] | undefined;
  readonly advice?: readonly AdviceStanding[] | undefined;
  readonly challenges?: readonly ChallengeStanding[] | undefined;
  /** The newest version of each statement, and how it is to be read where that was said. */
  readonly statements?: readonly StatementStanding[] | undefined;
  readonly withdrawal?:
    | {
        readonly at: Instant;
        readonly reason: string;
        readonly pressure: string;
        readonly decision?: string | undefined;
      }
    | undefined;
  /** Representatives receive nothing from this day on. */
  readonly representativesUntilOn?: CalendarDay | undefined;
  readonly capacity?: { readonly capacity: string; readonly assessedBy: string; readonly at: Instant } | undefined;
  readonly alsoSuspect?: { readonly as: string; readonly separateOfficer?: string | undefined } | undefined;
  /** Why the person may be considered for special measures, and for which; before and after they were screened. */
  readonly measureEligibility?: MeasureEligibility | undefined;
  readonly custody?: { readonly since: Instant; readonly route?: string | undefined } | undefined;
  readonly afterSentence?: AfterSentenceDetails | undefined;
  readonly restricted?: true | undefined;
  readonly death?: DeathArranged | undefined;
}

export interface StatementStanding {
  readonly statement: string;
  readonly version: number;
  readonly madeAt: Instant;
  readonly reading?: string | undefined;
}

export interface DeathArranged {
  readonly familyLiaison?: string | undefined;
  readonly relativeCases: readonly string[];
  /** Who must be told of the death and has not been. */
  readonly relativesConsidered?: string;
  readonly stillToTell: readonly ToldOfDeath[];
}

export function careDetailsOf(record: CareRecord, state: CareState): CareDetails | undefined {
  const { opening, calendar, facts } = record;
  const { voices, withdrawal, capacity, alsoSuspect, custody, counted } = state;
  const review = counted
    .filter(
      ({ kind }) => kind === 'noFurtherAction' || kind === 'prosecutionStopped' || kind === 'outOfCourtResolution'
    )
    .map((decision) => ({ decision: decision.seq, ...rightToReviewOf(decision, counted) }));
  const reviews = prosecutionReviews(record, counted);
  const without = decidedWithoutViews(counted);
  const asked = mattersIn(opening, counted, calendar);
  const statements = statementsIn(state, facts);
  const advice = adviceIn(state, facts);
  const challenges = challengesIn(state, facts);
  const details: CareDetails = {
    voices: Object.keys(voices).length > 0 ? voices : undefined,
    decidedWithoutViews: without.length > 0 ? without : undefined,
    rightToReview: review.length > 0 ? review : undefined,
    prosecutionReviews: reviews.length > 0 ? reviews : undefined,
    matters: asked.length > 0 ? asked : undefined,
    advice: advice.length > 0 ? advice : undefined,
    challenges: challenges.length > 0 ? challenges : undefined,
    statements: statements.length > 0 ? statements : undefined,
    withdrawal: withdrawal && {
      at: withdrawal.at,
      reason: withdrawal.reason,
      pressure: withdrawal.pressure,
      decision: withdrawal.decision,
    },
    representativesUntilOn: representativesUntilOn(opening, state),
    capacity: capacity && { capacity: capacity.capacity, assessedBy: capacity.assessedBy, at: capacity.at },
    alsoSuspect: alsoSuspect && { as: alsoSuspect.as, separateOfficer: alsoSuspect.officer },
    custody: custody && { since: custody.at, route: custody.route },
    measureEligibility: measureEligibilityOf(record, state),
    afterSentence: afterSentenceDetailsOf({ calendar }, state),
    restricted: state.visibleTo ? true : undefined,
    death: state.end?.kind === 'victimDied' ? deathArranged(state) : undefined,
  };
  return Object.values(details).some((each) => each !== undefined) ? details : undefined;
}

/**
 * From when representatives receive nothing: the 18th birthday, unless the person has said since that they go on. Who was
 * of age when the case began chose theirs as an adult.
 */
function representativesUntilOn(
  { receivedAt }: Pick<CareRecord['opening'], 'receivedAt'>,
  { eighteenOn, askedAtEighteen }: Pick<CareState, 'eighteenOn' | 'askedAtEighteen'>
): CalendarDay | undefined {
  const wasOfAge = eighteenOn !== undefined && eighteenOn <= londonDay(receivedAt);
  return wasOfAge || askedAtEighteen?.representatives === 'goOn' ? undefined : eighteenOn;
}

function statementsIn({ counted, answers }: CareState, facts: CareRecord['facts']): StatementStanding[] {
  const newest = new Map<string, StatementStanding>();
  const inOrder = [...counted].sort((one, other) => (one.happenedAt < other.happenedAt ? -1 : 1));
  for (const fact of inOrder) {
    if (fact.kind !== 'statementMade') continue;
    const { statement, version } = fact.data;
    if (version < (newest.get(statement)?.version ?? 0)) continue;
    const chosen = answers.get(originOf(fact, facts))?.findLast(({ kind }) => kind === 'statementReadingChosen');
    const reading = chosen?.kind === 'statementReadingChosen' ? { reading: chosen.data.reading } : {};
    newest.set(statement, { statement, version, madeAt: fact.happenedAt, ...reading });
  }
  return [...newest.values()];
}

function deathArranged(state: CareState): DeathArranged {
  const { familyLiaison, relativeCases, relativesConsidered } = state;
  return {
    ...(familyLiaison === undefined ? {} : { familyLiaison }),
    relativeCases: [...relativeCases].sort(),
    ...(relativesConsidered === undefined ? {} : { relativesConsidered }),
    stillToTell: stillToTellOfDeath(state),
  };
}
