import { randomUUID } from 'node:crypto';
import type { Database } from '../../../database/openDatabase';
import type { CareRecord, CaseOpening } from '../../../domain/careRecord';
import { nothingProjected, projectionOf } from '../../../domain/projection/projection';
import { after } from '../../domain/after';
import { PureCase } from '../../support/caseBuilder';

/** Puts a case where lists and reports find it, as its worker would. */
export async function shown(database: Pick<Database, 'projections'>, record: CareRecord): Promise<string> {
  await database.projections.saveProjection(projectionOf(record, nothingProjected));
  return record.opening.caseId;
}

const open = (changes: Partial<CaseOpening> = {}) => PureCase.open({ caseId: randomUUID(), ...changes });
const s1 = { suspects: ['s1'] };

/** Days count from Tuesday 3 March 2026, ten in the morning. Each case owes what every report makes owe, and more. */
export const complianceCases = {
  /** First contact after 2 hours, acknowledged after 6 days, referred a day late; then nothing more. */
  reachedThenForgotten: () =>
    open()
      .record('contactMade', { channel: 'phone', with: 'victim' }, after(0, 2))
      .record('referralMade', { recipient: 'serviceProvider', supportService: 'beacon', basis: 'consent' }, after(3))
      .record('reportAcknowledged', { channel: 'letter', route: 'written' }, after(6)),
  /** The officer did the first things; the arrest was told late, with a good reason. */
  toldLateWithReason: () =>
    open({
      owningTeam: 'south-victim-care',
      officerActions: [
        { action: 'acknowledgementGiven', at: after(0, -1) },
        { action: 'victimContacted', at: after(0, -1) },
        { action: 'referralMade', at: after(0, -1) },
      ],
    })
      .record('suspectArrested', {}, after(6), s1)
      .record('victimTold', { channel: 'phone', about: [1] }, after(17))
      .record(
        'dutyReasonGiven',
        { duty: '1.c20-r6-arrest', cause: 'riskToInvestigation', goodReason: true },
        after(18)
      ),
  /** The court's plea reached the Witness Care Unit after three days. */
  waitedForTheCourt: () =>
    open()
      .record('suspectCharged', { how: 'charged' }, after(1), s1)
      .record('personalStatementOffered', { answer: 'later' }, after(2))
      .record('pleaEntered', { plea: 'guilty' }, after(7), {
        ...s1,
        source: 'court',
        receivedAt: after(10),
        now: after(10),
      })
      .record('victimTold', { channel: 'phone', about: [1, 3] }, after(13)),
  /** Arrived three weeks after its report. */
  arrivedLate: () => open({ openedAt: after(21) }),
  /** The victim wanted no contact, one fact was a mistake, and it was no crime after all. */
  declinedAndEnded: () =>
    open()
      .record('contactMade', { channel: 'phone', with: 'victim' }, after(0, 1))
      .record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(1))
      .record('suspectArrested', {}, after(6), s1)
      .record('suspectInterviewed', {}, after(6), { ...s1, corrects: 3, now: after(7) })
      .record('noCrime', { reason: 'notACrime' }, after(9)),
  /** Another force's. */
  elsewhere: () => open({ investigatingForce: 'kent', homeForce: 'kent' }),
} as const;
