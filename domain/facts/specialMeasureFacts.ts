import type { MeasureGround } from '../court/measures/measureRules';
import type { CalendarDay } from '../time/londonTime';
import type { SpecialMeasure } from '../vocabulary';

export const witnessViews = ['wants', 'doesNotWant', 'unsure', 'notAsked'] as const;
/** What an MG2 describes in its words (the note): the matters of section 17(2), and what the measures would change. */
export const mg2Matters = [
  'natureOfOffence',
  'age',
  'socialAndCulturalBackground',
  'domesticAndEmployment',
  'religiousBeliefsOrPoliticalOpinions',
  'behaviourOfAccusedOrAssociates',
  'effectOnEvidence',
] as const;
export const carersViews = ['agrees', 'disagrees', 'notAsked', 'noCarer'] as const;
export const declinedReasons = [
  'notEligible',
  'wouldNotImproveEvidence',
  'witnessDoesNotWant',
  'otherMeasuresSuffice',
  'moreInformationNeeded',
  'witnessNotNeeded',
  'other',
] as const;
export const recordedParts = ['interview', 'crossExamination', 'furtherQuestioning'] as const;

/** Measures that a fact is about. None named: all for which it can be. */
interface Of {
  measures: SpecialMeasure[];
}

/** Facts of special measures for one witness, each about single measures. Enums, ids and dates only: words are notes. */
export interface SpecialMeasureFacts {
  specialMeasuresScreened: Of & {
    wanted: boolean;
    /** Beside those that the case itself shows, such as the offence or the day on which a child turns 18. */
    grounds?: MeasureGround[] | undefined;
    views?: (typeof witnessViews)[number] | undefined;
    /** Of what they are eligible for without having to show fear or distress. */
    optsOut?: boolean | undefined;
    /** There is reason to believe that somebody other than the accused has tried, or will try, to intimidate them. */
    intimidationFeared?: boolean | undefined;
  };
  /** The officer's MG2. */
  specialMeasuresReferred: Of & {
    describes: (typeof mg2Matters)[number][];
    views: (typeof witnessViews)[number];
    carersViews?: (typeof carersViews)[number] | undefined;
    /** The witness wants to meet the prosecutor about them. */
    meetingWanted: boolean;
  };
  /** Whether the prosecution will apply to the court. */
  specialMeasuresConsidered: Of & {
    decision: 'toApply' | 'declined';
    reason?: (typeof declinedReasons)[number] | undefined;
  };
  /** The officer has read why the prosecution declined, and asks for nothing more. */
  specialMeasuresDeclineAccepted: Record<never, never>;
  specialMeasuresApplied: Of;
  /** What the other parties said to the application. */
  specialMeasuresAnswered: Of & { answer: 'opposed' | 'notOpposed' };
  /** `measures` are those granted, or those refused of a refusal; what else was applied for is refused of a part grant. */
  specialMeasuresDecided: Of & { decision: 'granted' | 'partlyGranted' | 'refused' };
  specialMeasuresVaried: {
    decision: 'varied' | 'discharged';
    granted: SpecialMeasure[];
    discharged: SpecialMeasure[];
  };
  specialMeasuresOptedOut: Of;
  /** The prosecution, and the court where it has the application or gave the direction, were told of the opting out. */
  specialMeasuresOptOutPassedOn: Record<never, never>;
  /** The prosecution, and the court where it had heard of the opting out, were told that the witness wants them again. */
  specialMeasuresWantedAgainPassedOn: Record<never, never>;
  /** For a new trial: which directions for the one before stand, and which are asked for anew, as the prosecution says. */
  specialMeasuresStandingChecked: { standing: SpecialMeasure[]; beginAgain: SpecialMeasure[] };
  /** Somebody looked, at court, for the day of the trial. */
  specialMeasuresChecked: { hearingId: string; inPlace: SpecialMeasure[]; missing: SpecialMeasure[] };
  /** The dates of section 28, all before the trial; a later word takes the place of an earlier one. */
  recordingDatesSet: {
    groundRulesOn?: CalendarDay | undefined;
    recordingOn?: CalendarDay | undefined;
    furtherQuestioningOn?: CalendarDay | undefined;
    editingOn?: CalendarDay | undefined;
  };
  evidenceRecorded: { part: (typeof recordedParts)[number] };
  /** Whether a witness whose evidence is recorded is still needed at the trial. */
  trialAttendanceDecided: { needed: boolean };
}
