import type { NewsKind, ViewMatter, Voice } from '../care/careWords';

/** Facts of updates: who is the voice, what the officer in the case was asked, what the victim thinks. */
export interface VoiceFacts {
  voiceAgreed: { news: NewsKind; voice: Voice };
  /** What the officer in the case says when asked before an update. What it is stands in the note. */
  officerAnswered: { answer: 'news' | 'noNews' | 'notToBeToldYet' };
  /** What the victim said that is evidence: the note holds it word for word. */
  evidenceHeard: { of: 'suspect' | 'offence' | 'otherCrime' | 'witness' | 'other' };
  evidenceReceived: { about?: number | undefined };
  bailConditionsProposed: { change: 'set' | 'vary' };
  outOfCourtResolutionProposed: Record<never, never>;
  viewsSought: { matter: ViewMatter };
  viewsGiven: { matter: ViewMatter; answer: 'given' | 'none' };
  viewsNotSought: { matter: ViewMatter; reason: 'notPracticable' | 'unsafeToContact' | 'declined' };
}
