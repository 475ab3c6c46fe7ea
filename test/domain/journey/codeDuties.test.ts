import { careState } from '../../../domain/careState';
import { isTelling } from '../../../domain/code/arising';
import type { Fact, FactData, FactKind } from '../../../domain/fact';
import type { Instant } from '../../../domain/time/londonTime';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import { calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { measuresUpTo } from '../measuresUpTo';
import { openOf } from '../openOf';
import { expectedNews } from './updates/expectedNews';

const s1 = { suspects: ['s1'] };
const toldByPhone: FactData['victimTold'] = { channel: 'phone', about: [] };

/** One example of each kind of fact that the victim must be told. */
const news: { [K in FactKind]?: FactData[K] } = {
  suspectArrested: {},
  suspectInterviewed: {},
  suspectBailed: { conditions: true, untilOn: '2026-06-01' },
  bailChanged: { change: 'conditionsVaried' },
  suspectReleasedUnderInvestigation: {},
  suspectReleasedWithoutCharge: {},
  suspectCharged: { how: 'charged' },
  chargedInAnotherCase: {},
  noFurtherAction: { decidedBy: 'police', reason: 'evidentialDifficulties', rightToReview: true },
  outOfCourtResolution: { resolution: 'caution' },
  investigationClosed: { reason: 'noSuspectIdentified' },
  investigationReopened: {},
  hearingListed: { hearingId: 'h1', hearing: 'trial', on: '2026-09-01' },
  hearingMoved: { hearingId: 'h1', on: '2026-09-02' },
  hearingVacated: { hearingId: 'h1' },
  courtBailDecided: { decision: 'remanded' },
  pleaEntered: { plea: 'notGuilty' },
  sentToCrownCourt: {},
  specialMeasuresConsidered: { decision: 'declined', measures: ['screens'], reason: 'wouldNotImproveEvidence' },
  specialMeasuresDecided: { decision: 'granted', measures: ['screens'] },
  specialMeasuresVaried: { decision: 'discharged', granted: [], discharged: ['screens'] },
  verdictGiven: { verdict: 'guilty' },
  sentencePassed: { sentences: ['fine'] },
  prosecutionStopped: { reason: 'discontinued' },
  appealLodged: { against: 'both' },
  appealDecided: { result: 'dismissed' },
  warrantIssued: {},
  rearrestHeard: { decision: 'remanded' },
  witnessRequired: {},
  releasePlanned: { releaseOn: '2026-12-01' },
};
const kinds = Object.keys(expectedNews) as FactKind[];

function dutyOf(victim: PureCase) {
  const { why } = victim.openTask('tellVictim');
  if (why.rule !== 'duty') throw new Error(`News is due because of a duty, not of ${why.rule}`);
  return why;
}

function tellBy({ owes = [] }: Fact): Instant | undefined {
  return owes.find(isTelling)?.dueBy;
}

/** A case in which such a fact can happen without being parked, and of which everything has been told. */
function readyFor(victim: PureCase, kind: FactKind): PureCase {
  victim.record('suspectCharged', { how: 'charged' }, after(1), s1);
  victim.record('appealLodged', { against: 'both' }, after(1, 1), s1);
  if (kind.startsWith('specialMeasures')) {
    const goesTo = {
      specialMeasuresConsidered: 'referred',
      specialMeasuresDecided: 'applied',
      specialMeasuresVaried: 'granted',
    }[kind as 'specialMeasuresConsidered'] as 'referred';
    measuresUpTo(victim, goesTo, after(1, 2));
  }
  const about = victim.careRecord.facts.map(({ seq }) => seq);
  return victim.record('victimTold', { channel: 'phone', about }, after(1, 3));
}

describe('news that the Code owes a victim', () => {
  it.each(kinds)('%s is one task, due by the working days of the tier', (kind) => {
    for (const [tier, circumstances] of [
      ['standard', []],
      ['enhanced', ['domesticAbuse']],
    ] as const) {
      const victim = readyFor(PureCase.open({ circumstances }), kind);
      victim.record(kind, news[kind] as never, after(3), s1);
      const number = victim.careRecord.facts.length;
      const { [tier]: n = 0, reference, target } = expectedNews[kind] ?? {};
      const { fixed, ...why } = dutyOf(victim);
      expect(victim.openTask('tellVictim')).toMatchObject({
        about: [number],
        dueAt: endOfWorkingDaysAfter(after(3), n, calendar),
      });
      expect(why).toMatchObject({ duty: `${number}.${reference}`, from: after(3) });
      expect(fixed).toMatchObject({ limit: { n, unit: 'workingDays' }, tier });
      expect(fixed.target).toBe(target);
      expect(openOf(victim, 'tellVictim')).toHaveLength(1);
    }
  });

  it.each(kinds)('%s reaches a witness only where the Witness Charter promises it', (kind) => {
    const witness = readyFor(PureCase.open({ role: 'witness' }), kind);
    witness.record(kind, news[kind] as never, after(3), s1);
    expect(openOf(witness, 'tellVictim')).toHaveLength(expectedNews[kind]?.witnesses ? 1 : 0);
  });

  it.each(kinds)('%s reaches a victim who wants no contact only where it is about release and bail', (kind) => {
    const victim = readyFor(PureCase.open(), kind);
    victim.record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(2));
    victim.record(kind, news[kind] as never, after(3), s1);
    expect(openOf(victim, 'tellVictim')).toHaveLength(expectedNews[kind]?.safety ? 1 : 0);
  });

  it('counts from receipt: what the court did is known when the court tells, what the police did when they did it', () => {
    const hearing = { hearingId: 'h1', hearing: 'trial', on: '2026-09-01' } as const;
    const told = PureCase.open()
      .record('hearingListed', { ...hearing }, after(1), { source: 'court', now: after(6) })
      .record('suspectArrested', {}, after(1), { now: after(6) })
      .record('suspectInterviewed', {}, after(1), { now: after(6), receivedAt: after(2) });
    expect(told.careRecord.facts.map(tellBy)).toEqual([
      endOfWorkingDaysAfter(after(6), 1, calendar),
      endOfWorkingDaysAfter(after(1), 5, calendar),
      endOfWorkingDaysAfter(after(2), 5, calendar),
    ]);
  });

  it('silence: it stays owed and shows as overdue', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1).at(after(300));
    expect(victim.openTask('tellVictim').dueAt < after(300)).toBe(true);
  });

  it('is met by one call about several pieces of it', () => {
    const victim = PureCase.open()
      .record('suspectArrested', {}, after(1), s1)
      .record('suspectInterviewed', {}, after(1, 2), s1)
      .record('suspectBailed', { conditions: true }, after(1, 9), s1);
    victim.complete('tellVictim', 'victimTold', { channel: 'phone', about: [2, 3] }, after(2));
    expect(openOf(victim, 'tellVictim')).toEqual([]);
  });

  it('is met by anybody who told the victim, the officer in the case too', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1);
    victim.record('victimTold', { channel: 'inPerson', about: [1] }, after(1, 3));
    expect(openOf(victim, 'tellVictim')).toEqual([]);
  });

  it('is not met in advance by naming numbers that facts will have one day', () => {
    const victim = PureCase.open().record('victimTold', { channel: 'phone', about: [2, 3] }, after(1));
    victim.record('suspectArrested', {}, after(2), s1);
    expect(victim.openTask('tellVictim').about).toEqual([2]);
  });

  it('is settled by a recorded reason where the victim could not be told', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1);
    victim.complete('tellVictim', 'victimNotTold', { about: [], reason: 'alreadyKnew' }, after(2));
    expect(openOf(victim.at(after(20)), 'tellVictim')).toEqual([]);
  });

  it('told to us by two systems is owed once', () => {
    const victim = PureCase.open()
      .record('suspectArrested', {}, after(1), s1)
      .record('suspectArrested', {}, after(1), { ...s1, source: 'policeRecordsSystem', now: after(2) });
    expect(openOf(victim, 'tellVictim')).toEqual(['tellVictim']);
    victim.complete('tellVictim', 'victimTold', toldByPhone, after(2));
    expect(openOf(victim, 'tellVictim')).toEqual([]);
    expect(victim.careRecord.facts).toHaveLength(3);
  });

  it('about two suspects is owed for each', () => {
    const victim = PureCase.open()
      .record('suspectArrested', {}, after(1), s1)
      .record('suspectArrested', {}, after(1), { suspects: ['s2'] });
    expect(openOf(victim, 'tellVictim')).toHaveLength(2);
  });

  it('that was wrong and is corrected is owed as it is now, even after it was told', () => {
    const victim = PureCase.open().record('suspectBailed', { conditions: false }, after(1), s1);
    victim.complete('tellVictim', 'victimTold', toldByPhone, after(2));
    victim.record('suspectBailed', { conditions: true }, after(1), { ...s1, now: after(3), corrects: 1 });
    expect(victim.openTask('tellVictim').about).toEqual([3]);
  });
});

describe('a change of tier', () => {
  it('counts from the decision: what is open gets the shorter limit from then on, and keeps the earlier date in sight', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1);
    const before = victim.openTask('tellVictim').dueAt;
    victim.record('tierDecided', { tier: 'enhanced', grounds: ['vulnerable'] }, after(2));
    victim.record('suspectBailed', { conditions: true }, after(3), s1);
    const owed = victim.careRecord.tasks.filter(({ kind }) => kind === 'tellVictim');
    expect(owed.map(({ dueAt, why }) => [dueAt, why.rule === 'duty' && why.earlier])).toEqual([
      [endOfWorkingDaysAfter(after(2), 1, calendar), [{ dueBy: before, because: 'tier', at: after(2) }]],
      [endOfWorkingDaysAfter(after(3), 1, calendar), undefined],
    ]);
    expect(careState(victim.careRecord).tier).toMatchObject({ tier: 'enhanced', provisional: false });
  });

  it('breaches nothing backwards: what was overdue keeps its date', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1);
    const before = victim.openTask('tellVictim').dueAt;
    victim.record('tierDecided', { tier: 'enhanced', grounds: ['vulnerable'] }, after(30));
    expect(victim.openTask('tellVictim').dueAt).toBe(before);
  });

  it('to no Enhanced Rights gives what is open the common limit, counted from its own start', () => {
    const victim = PureCase.open({ circumstances: ['domesticAbuse'] }).record('suspectArrested', {}, after(1), s1);
    victim.record('tierDecided', { tier: 'standard', grounds: [] }, after(1, 2));
    expect(victim.openTask('tellVictim').dueAt).toBe(endOfWorkingDaysAfter(after(1), 5, calendar));
  });

  it('is in the reason of a task that opens after it', () => {
    const victim = PureCase.open().record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(1));
    victim.record('suspectArrested', {}, after(2), s1);
    victim.record('tierDecided', { tier: 'enhanced', grounds: ['vulnerable'] }, after(2, 1));
    victim.record('stanceChanged', { stance: 'wantsContact', answer: 'yes' }, after(3));
    expect(victim.openTask('tellVictim')).toMatchObject({
      dueAt: endOfWorkingDaysAfter(after(2, 1), 1, calendar),
      why: { fixed: { limit: { n: 1, unit: 'workingDays' }, tier: 'enhanced' } },
    });
  });
});
