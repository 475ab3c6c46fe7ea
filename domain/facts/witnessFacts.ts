import type * as court from '../court/witnesses/witnessWords';
import type { CalendarDay, Instant } from '../time/londonTime';
import type { Channel, Role } from '../vocabulary';
import type { Answer } from './safetyFacts';

/** Without a hearing: whatever the witness is needed for. */
interface ForHearing {
  hearingId?: string | undefined;
}

/** Facts of a witness from the list of witnesses to attend to the expenses. Enums, ids and dates only. */
export interface WitnessFacts {
  /** They were told that they are needed, and this is what they said. */
  attendanceAnswered: ForHearing & {
    answer: (typeof court.attendanceAnswers)[number];
    conditions?: (typeof court.attendanceConditions)[number][] | undefined;
    channel: Channel;
  };
  attendanceDoubted: ForHearing & { reason: (typeof court.attendanceDoubts)[number] };
  /** Somebody asked whether anybody leans on the witness, before anything else is said to them. */
  witnessSafetyChecked: Answer & { pressure: 'no' | 'yes' | 'notSure' };
  /** The prosecution knows that a witness may not come. */
  prosecutionInformed: Answer;
  attendanceCompelled: { by: 'summons' | 'warrant'; stage: (typeof court.compulsionStages)[number] };
  /** The witness need not come: by the prosecution's word. */
  witnessReleased: ForHearing & { reason: (typeof court.releaseReasons)[number] };
  releaseTold: Answer & { channel: Channel };
  /** Day and time for this witness; on standby they wait by the phone. */
  witnessCalledFor: ForHearing & {
    on: CalendarDay;
    at?: Instant | undefined;
    /** Place in the order of witnesses of that day, from 1. */
    order?: number | undefined;
    standby?: boolean | undefined;
  };
  /** The witness knows that day and time; on standby, whether they can be reached by phone and come in time. */
  timeAtCourtTold: { on: CalendarDay; channel: Channel; standby?: 'reachable' | 'notPossible' | undefined };
  attendanceRecorded: ForHearing & {
    on: CalendarDay;
    attendance: 'attended' | 'notAttended' | 'notCalled';
    arrivedAt?: Instant | undefined;
    calledAt?: Instant | undefined;
    leftAt?: Instant | undefined;
    lacked?: (typeof court.lackedAtCourt)[number][] | undefined;
  };
  courtVisitChanged: ForHearing & { step: (typeof court.courtVisitSteps)[number]; on?: CalendarDay | undefined };
  separateWaitingChanged: ForHearing & { step: (typeof court.separateWaitingSteps)[number] };
  witnessServiceOffered: ForHearing & { answer: (typeof court.witnessServiceOfferAnswers)[number] };
  witnessServiceReferred: ForHearing & { needs: (typeof court.witnessServiceNeeds)[number][] };
  witnessServiceAnswered: Answer & { answer: 'accepted' | 'declinedByWitness' | 'notReached' };
  /** Reading their own statement again before they give evidence. */
  statementRefreshChanged: ForHearing & {
    step: (typeof court.statementRefreshSteps)[number];
    on?: CalendarDay | undefined;
  };
  statementRefreshed: ForHearing & { how: 'inPerson' | 'atCourt' | 'recordingWatched' };
  /** Without a step: agreed. */
  companionNamed: ForHearing & {
    companion: (typeof court.companions)[number];
    step?: (typeof court.companionSteps)[number] | undefined;
  };
  expensesExplained: { form: 'given' | 'sent' };
  expensesSent: Record<never, never>;

  arrangementAsked: ForHearing & { arrangement: court.ArrangementKind; on: CalendarDay };
  arrangementBooked: {
    arrangementId: string;
    pence?: number | undefined;
    /** An interpreter whom the police have vetted. */
    vetted?: boolean | undefined;
    /** The court and the time for which it was booked; where neither is said, those that the case knew. */
    court?: string | undefined;
    startsAt?: Instant | undefined;
  };
  /** The witness knows what was booked. */
  arrangementConfirmed: { arrangementId: string };
  arrangementRefused: { arrangementId: string; reason: (typeof court.arrangementRefusals)[number] };
  /** Nobody comes and nobody is expected; `pence` is what it costs all the same. */
  arrangementCancelled: { arrangementId: string; pence?: number | undefined };

  /** What a readiness meeting decided; the note says it. */
  readinessDecided: { hearingId: string; item: court.ReadinessItem; owner: Role; dueOn: CalendarDay };
  readinessDone: Answer;
  /** The prosecution changed what is charged; its letter and the Right to Review are its own to give. */
  chargeAltered: { change: 'reduced' | 'replaced' | 'someStopped'; rightToReview: boolean };
  prosecutionLetterSent: { decision: 'notCharged' | 'stopped' | 'altered'; rightToReview: boolean };
}
