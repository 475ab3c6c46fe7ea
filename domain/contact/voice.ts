import type { NewsKind, Voice } from '../care/careWords';
import type { FactKind } from '../fact';

const newsOf: Readonly<Partial<Record<FactKind, NewsKind>>> = {
  suspectBailed: 'bailAndRelease',
  bailChanged: 'bailAndRelease',
  suspectReleasedUnderInvestigation: 'bailAndRelease',
  suspectReleasedWithoutCharge: 'bailAndRelease',
  courtBailDecided: 'bailAndRelease',
  warrantIssued: 'bailAndRelease',
  rearrestHeard: 'bailAndRelease',
  releasePlanned: 'bailAndRelease',
  suspectCharged: 'chargingDecision',
  chargedInAnotherCase: 'chargingDecision',
  noFurtherAction: 'chargingDecision',
  outOfCourtResolution: 'chargingDecision',
  investigationClosed: 'chargingDecision',
  rightToReviewDecided: 'chargingDecision',
  prosecutionStopped: 'chargingDecision',
  chargeAltered: 'chargingDecision',
  hearingListed: 'court',
  hearingMoved: 'court',
  hearingVacated: 'court',
  trialHeard: 'court',
  pleaEntered: 'court',
  sentToCrownCourt: 'court',
  witnessRequired: 'court',
  specialMeasuresConsidered: 'court',
  specialMeasuresDecided: 'court',
  specialMeasuresVaried: 'court',
  verdictGiven: 'court',
  sentencePassed: 'sentenceAndAfter',
  appealLodged: 'sentenceAndAfter',
  appealDecided: 'sentenceAndAfter',
  victimContactSchemeReferred: 'sentenceAndAfter',
};

/** The kind of news that a fact is. */
export function newsKindOf(kind: FactKind): NewsKind {
  return newsOf[kind] ?? 'investigation';
}

export interface Voiced {
  voices: Partial<Record<NewsKind, Voice>>;
  officerInCase?: string | undefined;
}

/**
 * Who tells the victim such news: who was agreed on last. Where the case has no officer, or nobody was agreed, the team
 * does: undefined.
 */
export function voiceOf({ voices, officerInCase }: Voiced, news: NewsKind): Voice | undefined {
  const voice = voices[news];
  if (voice === 'victim-care-officer' || (voice === 'officer-in-case' && officerInCase === undefined)) return undefined;
  return voice;
}
