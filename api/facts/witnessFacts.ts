import { z } from 'zod';
import * as court from '../../domain/court/witnesses/witnessWords';
import * as words from '../../domain/vocabulary';
import { dayValue, factNumber, instantValue, listOf, opaqueId } from '../http/values';
import { arrangementIdValue, type FactShapes } from './factShape';

/** Money, in pence; a hundred thousand pounds at most. */
export const penceValue = z.int().min(0).max(10_000_000);

const hearingId = opaqueId.optional();
const about = factNumber.optional();
const channel = z.enum(words.channels);

/** Facts of a witness from the list of witnesses to attend to the expenses. */
export const witnessFacts = {
  attendanceAnswered: z.strictObject({
    hearingId,
    answer: z.enum(court.attendanceAnswers),
    conditions: listOf(z.enum(court.attendanceConditions), court.attendanceConditions.length).optional(),
    channel,
  }),
  attendanceDoubted: z.strictObject({ hearingId, reason: z.enum(court.attendanceDoubts) }),
  witnessSafetyChecked: z.strictObject({ about, pressure: z.enum(['no', 'yes', 'notSure']) }),
  prosecutionInformed: z.strictObject({ about }),
  attendanceCompelled: z.strictObject({ by: z.enum(['summons', 'warrant']), stage: z.enum(court.compulsionStages) }),
  witnessReleased: z.strictObject({ hearingId, reason: z.enum(court.releaseReasons) }),
  releaseTold: z.strictObject({ about, channel }),
  witnessCalledFor: z.strictObject({
    hearingId,
    on: dayValue,
    at: instantValue.optional(),
    order: z.int().min(1).max(200).optional(),
    standby: z.boolean().optional(),
  }),
  timeAtCourtTold: z.strictObject({
    on: dayValue,
    channel,
    standby: z.enum(['reachable', 'notPossible']).optional(),
  }),
  attendanceRecorded: z.strictObject({
    hearingId,
    on: dayValue,
    attendance: z.enum(['attended', 'notAttended', 'notCalled']),
    arrivedAt: instantValue.optional(),
    calledAt: instantValue.optional(),
    leftAt: instantValue.optional(),
    lacked: listOf(z.enum(court.lackedAtCourt), court.lackedAtCourt.length).optional(),
  }),
  courtVisitChanged: z.strictObject({ hearingId, step: z.enum(court.courtVisitSteps), on: dayValue.optional() }),
  separateWaitingChanged: z.strictObject({ hearingId, step: z.enum(court.separateWaitingSteps) }),
  witnessServiceOffered: z.strictObject({ hearingId, answer: z.enum(court.witnessServiceOfferAnswers) }),
  witnessServiceReferred: z.strictObject({
    hearingId,
    needs: listOf(z.enum(court.witnessServiceNeeds), court.witnessServiceNeeds.length).default([]),
  }),
  witnessServiceAnswered: z.strictObject({ about, answer: z.enum(['accepted', 'declinedByWitness', 'notReached']) }),
  statementRefreshChanged: z.strictObject({
    hearingId,
    step: z.enum(court.statementRefreshSteps),
    on: dayValue.optional(),
  }),
  statementRefreshed: z.strictObject({ hearingId, how: z.enum(['inPerson', 'atCourt', 'recordingWatched']) }),
  companionNamed: z.strictObject({
    hearingId,
    companion: z.enum(court.companions),
    step: z.enum(court.companionSteps).optional(),
  }),
  expensesExplained: z.strictObject({ form: z.enum(['given', 'sent']) }),
  expensesSent: z.strictObject({}),
  arrangementAsked: z.strictObject({ hearingId, arrangement: z.enum(court.arrangementKinds), on: dayValue }),
  arrangementBooked: z.strictObject({
    arrangementId: arrangementIdValue,
    pence: penceValue.optional(),
    vetted: z.boolean().optional(),
    court: opaqueId.optional(),
    startsAt: instantValue.optional(),
  }),
  arrangementConfirmed: z.strictObject({ arrangementId: arrangementIdValue }),
  arrangementRefused: z.strictObject({ arrangementId: arrangementIdValue, reason: z.enum(court.arrangementRefusals) }),
  arrangementCancelled: z.strictObject({ arrangementId: arrangementIdValue, pence: penceValue.optional() }),
  readinessDecided: z.strictObject({
    hearingId: opaqueId,
    item: z.enum(court.readinessItems),
    owner: z.enum(words.roles),
    dueOn: dayValue,
  }),
  readinessDone: z.strictObject({ about }),
  chargeAltered: z.strictObject({ change: z.enum(['reduced', 'replaced', 'someStopped']), rightToReview: z.boolean() }),
  prosecutionLetterSent: z.strictObject({
    decision: z.enum(['notCharged', 'stopped', 'altered']),
    rightToReview: z.boolean(),
  }),
} satisfies FactShapes;
