import type { FactKind } from '../fact';
import type { Role } from '../vocabulary';

/** Work that courts cause, and work for a witness on the way to a trial: when they can come, what helps them to speak. */
export const courtTasks = {
  callAboutDate: {
    role: 'witness-care-officer',
    outcomes: ['victimTold', 'victimNotTold'],
    asks: 'A trial is off, has moved or stands again: they must hear it before they travel',
  },
  askAvailability: {
    role: 'witness-care-officer',
    outcomes: ['availabilityGiven'],
    asks: 'Dates to avoid for court',
  },
  sendAvailability: {
    role: 'witness-care-officer',
    outcomes: ['availabilitySent'],
    asks: 'The dates to avoid, to be sent to the prosecution and to listing before the trial is fixed',
  },
  chaseAvailability: {
    role: 'witness-care-officer',
    outcomes: ['availabilityAcknowledged'],
    asks: 'What the prosecution or listing says to the dates to avoid that it was sent',
  },
  raiseAvailabilityConflict: {
    role: 'witness-care-officer',
    outcomes: ['availabilityConflictAnswered'],
    asks: 'A date of trial or of recording (section 28) on which the witness cannot come, to be raised with the prosecution and listing',
  },
  screenSpecialMeasures: {
    role: 'witness-care-officer',
    outcomes: ['specialMeasuresScreened'],
    asks: 'Screening for special measures',
  },
  referSpecialMeasures: {
    role: 'officer-in-case',
    outcomes: ['specialMeasuresReferred', 'specialMeasuresOptedOut'],
    asks: 'The MG2: special measures, to be asked of the prosecution',
  },
  recordSpecialMeasuresConsidered: {
    role: 'witness-care-officer',
    outcomes: ['specialMeasuresConsidered'],
    asks: 'Whether the prosecution will apply for special measures',
  },
  recordSpecialMeasuresApplication: {
    role: 'witness-care-officer',
    outcomes: ['specialMeasuresApplied', 'specialMeasuresConsidered'],
    asks: "The prosecution's application for special measures",
  },
  recordSpecialMeasuresDecision: {
    role: 'witness-care-officer',
    outcomes: ['specialMeasuresDecided'],
    asks: "The court's decision on special measures",
  },
  reviewDeclinedMeasures: {
    role: 'officer-in-case',
    outcomes: ['specialMeasuresDeclineAccepted', 'specialMeasuresReferred'],
    asks: 'The prosecution will not apply for special measures: read why, and ask again where something has changed',
  },
  passOnOptOut: {
    role: 'witness-care-officer',
    outcomes: ['specialMeasuresOptOutPassedOn'],
    asks: 'The witness opts out of special measures that were asked of the court, to be told to the prosecution and the court',
  },
  passOnMeasuresWantedAgain: {
    role: 'witness-care-officer',
    outcomes: ['specialMeasuresWantedAgainPassedOn'],
    asks: 'The witness wants the special measures again of which they had opted out: to be told to the prosecution, and to the court where it had heard of the opting out',
  },
  recordMeasuresDischarge: {
    role: 'witness-care-officer',
    outcomes: ['specialMeasuresVaried'],
    asks: 'Whether the court discharged its direction for special measures of which the witness opts out',
  },
  checkSpecialMeasures: {
    role: 'witness-care-officer',
    outcomes: ['specialMeasuresChecked'],
    asks: 'Whether the special measures are in place at court',
  },
  checkMeasuresStand: {
    role: 'witness-care-officer',
    outcomes: ['specialMeasuresStandingChecked', 'specialMeasuresVaried'],
    asks: 'There is a new trial: whether the special measures that a court directed for the last one stand, to be checked with the prosecution',
  },
  setRecordingDates: {
    role: 'witness-care-officer',
    outcomes: ['recordingDatesSet'],
    asks: 'The dates for recording the evidence before the trial (s.28)',
  },
  recordRecording: {
    role: 'witness-care-officer',
    outcomes: ['evidenceRecorded', 'recordingDatesSet'],
    asks: 'Whether the cross-examination was recorded (s.28)',
  },
  recordTrialAttendance: {
    role: 'witness-care-officer',
    outcomes: ['trialAttendanceDecided'],
    asks: 'Whether a witness whose evidence is recorded is still needed at the trial',
  },
  chaseProsecutionReview: {
    role: 'witness-care-officer',
    outcomes: ['rightToReviewDecided', 'independentReviewBegun'],
    asks: 'The prosecution has not answered the review that the victim asked for',
  },
  makeSafetyPlan: {
    role: 'victim-care-officer',
    outcomes: ['safetyPlanMade'],
    asks: 'A defendant is out, or out on other terms: the safety of the victim is to be planned for',
  },
  watchCustodyLimit: {
    role: 'witness-care-officer',
    outcomes: ['custodyTimeLimitAnswered', 'courtBailDecided'],
    asks: 'What becomes of a custody time limit that is about to pass',
  },
} as const satisfies Record<string, { role: Role; outcomes: readonly FactKind[]; asks: string }>;
