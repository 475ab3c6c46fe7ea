import type { Demand, DemandRung } from './demands';
import type { Limit } from '../code/limit';
import type { Role } from '../vocabulary';

const asked = (to: Role, within: DemandRung['within']): DemandRung => ({ to: [to], within });
const dangerRungs = (within: Limit): DemandRung[] => [
  asked('safeguarding-officer', within),
  asked('supervisor', within),
  asked('duty-inspector', within),
];

function demand<
  K extends
    | 'attendanceDoubted'
    | 'witnessSafetyChecked'
    | 'witnessReleased'
    | 'trialAttendanceDecided'
    | 'witnessServiceReferred'
    | 'readinessDecided',
>(each: Demand<K>): Demand<K> {
  return each;
}

/** What a witness who may not come, or need not, asks of people: their safety before everything else. */
export const witnessDemands = [
  demand({
    name: 'witnessIntimidated',
    of: 'attendanceDoubted',
    asks: 'receiveSafetyReport',
    answeredBy: ['safetyReportReceived'],
    rungs: ({ reason }, { concern }) => (reason === 'intimidated' ? dangerRungs(concern.high) : []),
  }),
  demand({
    name: 'witnessSafety',
    of: 'attendanceDoubted',
    asks: 'checkWitnessSafety',
    answeredBy: ['witnessSafetyChecked'],
    rungs: ({ reason }, { witnessSafety }) =>
      reason === 'intimidated'
        ? []
        : [asked('witness-care-officer', witnessSafety), asked('supervisor', witnessSafety)],
  }),
  demand({
    name: 'witnessPressed',
    of: 'witnessSafetyChecked',
    asks: 'receiveSafetyReport',
    answeredBy: ['safetyReportReceived'],
    rungs: ({ pressure }, { concern }) => (pressure === 'no' ? [] : dangerRungs(concern.high)),
  }),
  demand({
    name: 'prosecutionInformed',
    of: 'attendanceDoubted',
    asks: 'informProsecution',
    answeredBy: ['prosecutionInformed'],
    rungs: (_data, { prosecutionInformed, witnessSafety }) => [
      asked('witness-care-officer', prosecutionInformed),
      asked('supervisor', witnessSafety),
    ],
  }),
  demand({
    name: 'releaseTold',
    of: 'witnessReleased',
    asks: 'tellReleased',
    answeredBy: ['releaseTold', 'trialAttendanceDecided'],
    rungs: (_data, { releaseTold }) => [asked('witness-care-officer', releaseTold), asked('supervisor', releaseTold)],
    // They know not to travel: what is left is to explain it.
    onceMessaged: { template: 'not-needed', rungs: [asked('witness-care-officer', { n: 1, unit: 'workingDays' })] },
  }),
  demand({
    name: 'recordedReleaseTold',
    of: 'trialAttendanceDecided',
    asks: 'tellReleased',
    answeredBy: ['releaseTold', 'witnessReleased', 'trialAttendanceDecided'],
    rungs: ({ needed }, { releaseTold }) =>
      needed ? [] : [asked('witness-care-officer', releaseTold), asked('supervisor', releaseTold)],
  }),
  demand({
    name: 'witnessService',
    of: 'witnessServiceReferred',
    asks: 'chaseWitnessService',
    answeredBy: ['witnessServiceAnswered', 'courtPartnerNotReached'],
    rungs: (_data, { witnessService }) => [asked('witness-care-officer', witnessService)],
  }),
  demand({
    name: 'readiness',
    of: 'readinessDecided',
    asks: 'carryOutReadinessDecision',
    answeredBy: ['readinessDone'],
    rungs: ({ owner, dueOn }, { supervisorLooks }) => [
      asked(owner, { by: dueOn }),
      asked('supervisor', supervisorLooks),
    ],
  }),
];
