import type * as words from '../care/careWords';
import type { CalendarDay } from '../time/londonTime';

/** An answer names the fact that it is about; without a number it is about the last before it that it can answer. */
export interface Answer {
  about?: number | undefined;
}

/** Facts of danger, of safeguarding and of crimes that a victim discloses. Enums, ids and dates only. */
export interface SafetyFacts {
  breachReported: { of: 'bailConditions' | 'courtOrder' | 'policeNotice'; danger: (typeof words.dangers)[number] };
  fearReported: { danger: (typeof words.dangers)[number] };
  /** Somebody has the report of a breach or of fear, and acts on it. */
  safetyReportReceived: Answer;
  concernRaised: {
    level: words.ConcernLevel;
    concern: (typeof words.concerns)[number];
    to: (typeof words.concernRecipients)[number];
  };
  concernReceived: Answer;
  crimeDisclosed: {
    /** What will be lost, each with the first day on which it may be gone. */
    perishable: {
      evidence: (typeof words.perishableEvidence)[number];
      lostOn?: CalendarDay | undefined;
    }[];
  };
  disclosedCrimeRecorded: Answer & { reportId: string };
  enquiriesSet: Answer & { lines: (typeof words.linesOfEnquiry)[number][] };
  evidenceSecured: Answer & { evidence: (typeof words.perishableEvidence)[number][]; tooLate?: boolean | undefined };
  disclosureReceived: Answer;
}
