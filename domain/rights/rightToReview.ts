import type { Fact } from '../fact';
import type { Instant } from '../time/londonTime';

/** Why a decision may be reviewed on the victim's request, or may not. */
export const reviewReasons = [
  'suspectInterviewed',
  'prosecutionStopped',
  'noSuspectInterviewed',
  'outOfCourtResolution',
  'partCharge',
  'supportWithdrawn',
  'noSuchDecision',
] as const;

export interface ReviewEligibility {
  readonly eligible: boolean;
  readonly because: (typeof reviewReasons)[number];
  readonly scheme?: 'police' | 'prosecution' | undefined;
}

/**
 * Whether the victim has the Right to Review of a decision about a suspect: only where that suspect was interviewed, and
 * not for an out-of-court resolution, where others or other offences of the case were charged, or where the victim had
 * withdrawn support. A prosecution that was begun and stopped rests on a charge, and needs no interview on record.
 */
export function rightToReviewOf(decision: Fact, counted: readonly Fact[]): ReviewEligibility {
  if (decision.kind === 'outOfCourtResolution') return no('outOfCourtResolution');
  if (decision.kind !== 'noFurtherAction' && decision.kind !== 'prosecutionStopped') return no('noSuchDecision');
  const scheme = decision.kind === 'noFurtherAction' ? decision.data.decidedBy : 'prosecution';
  if (decision.kind === 'noFurtherAction' && decision.data.reason === 'victimDoesNotSupport') {
    return no('supportWithdrawn', scheme);
  }
  if (supportWithdrawnBefore(decision.happenedAt, counted)) return no('supportWithdrawn', scheme);
  if (decision.kind === 'prosecutionStopped') return { eligible: true, because: 'prosecutionStopped', scheme };
  if (counted.some((fact) => fact.kind === 'suspectCharged' && !isUndone(fact, counted))) {
    return no('partCharge', scheme);
  }
  const interviewed = counted.some(
    (fact) =>
      fact.kind === 'suspectInterviewed' && fact.happenedAt <= decision.happenedAt && isAboutSame(fact, decision)
  );
  return interviewed ? { eligible: true, because: 'suspectInterviewed', scheme } : no('noSuspectInterviewed', scheme);
}

function no(because: ReviewEligibility['because'], scheme?: ReviewEligibility['scheme']): ReviewEligibility {
  return { eligible: false, because, ...(scheme ? { scheme } : {}) };
}

function supportWithdrawnBefore(at: Instant, counted: readonly Fact[]): boolean {
  let supports = true;
  const inOrder = [...counted].sort((one, other) => (one.happenedAt < other.happenedAt ? -1 : 1));
  for (const fact of inOrder) {
    if (fact.happenedAt > at) break;
    if (fact.kind === 'supportWithdrawn') supports = false;
    if (fact.kind === 'supportGivenAgain') supports = true;
    if (fact.kind === 'stanceChanged' && fact.data.stance === 'supportsProsecution')
      supports = fact.data.answer === 'yes';
  }
  return !supports;
}

/** A charge that was stopped since does not count as one. */
function isUndone(charge: Fact, counted: readonly Fact[]): boolean {
  return counted.some(
    (fact) => fact.kind === 'prosecutionStopped' && fact.happenedAt >= charge.happenedAt && isAboutSame(fact, charge)
  );
}

type AboutSuspects = Pick<Fact, 'suspects'>;

/**
 * Whether a review was asked of the prosecution alone: of what it last decided about that suspect, or, where nobody is
 * named, where nobody else has decided anything. The clocks of the police do not start for it.
 */
export function isAskedOfProsecution(asked: AboutSuspects, counted: readonly Fact[]): boolean {
  const decided = counted.filter((fact) => whoDecided(fact) !== undefined && isAboutSame(fact, asked));
  const meant = asked.suspects?.length ? decided.slice(-1) : decided;
  return meant.length > 0 && meant.every((fact) => whoDecided(fact) === 'prosecution');
}

function whoDecided({ kind, data }: Fact): ReviewEligibility['scheme'] {
  if (kind === 'noFurtherAction') return data.decidedBy;
  if (kind === 'prosecutionStopped' || kind === 'chargeAltered') return 'prosecution';
  return kind === 'investigationClosed' ? 'police' : undefined;
}

/** A fact that names no suspect is about all of them. */
export function isAboutSame({ suspects: some = [] }: AboutSuspects, { suspects: others = [] }: AboutSuspects): boolean {
  return some.length === 0 || others.length === 0 || some.some((suspectId) => others.includes(suspectId));
}
