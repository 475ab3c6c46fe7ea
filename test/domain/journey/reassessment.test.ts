import type { FactData, FactKind } from '../../../domain/fact';
import { addHours } from '../../../domain/time/londonTime';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

function assessed(changes: Partial<FactData['needsAssessed']> = {}): FactData['needsAssessed'] {
  return { needs: [], riskLevel: 'standard', enhancedRightsGrounds: [], ...changes };
}

const known = (changes: Partial<FactData['needsAssessed']> = {}) =>
  PureCase.open().complete('assessNeeds', 'needsAssessed', assessed(changes), after(1));

describe('the needs of a victim', () => {
  it.each([
    ['circumstancesChanged', { changed: ['moved'] }],
    ['releasePlanned', { releaseOn: '2026-06-01' }],
    ['bailChanged', { change: 'breached' }],
    ['personChanged', { changed: ['needs'], safeChannels: ['phone'] }],
    ['reportAmended', { amendment: 1, changed: ['circumstances'], circumstances: ['hateCrime'] }],
    ['fearReported', { danger: 'notImmediate' }],
    ['breachReported', { of: 'courtOrder', danger: 'immediate' }],
    ['concernRaised', { level: 'high', concern: 'stalking', to: 'safeguarding-officer' }],
    ['crimeDisclosed', { perishable: [] }],
    ['supportWithdrawn', { reason: 'fear', pressure: 'suspected' }],
    ['contactStopped', { reason: 'routeCompromised' }],
    ['capacityAssessed', { capacity: 'lacks', assessedBy: 'court' }],
    ['custodyChanged', { custody: 'released' }],
  ] as [FactKind, never][])('are looked at again after %s', (kind, data) => {
    const victim = known().record(kind, data, after(2));
    const task = victim.openTask('reassessNeeds');
    expect(task.about).toEqual([2]);
    victim.complete('reassessNeeds', 'needsAssessed', assessed(), after(3));
    expect(victim.openKinds()).not.toContain('reassessNeeds');
  });

  it.each([
    ['suspectArrested', {}],
    ['bailChanged', { change: 'extended' }],
    ['supportWithdrawn', { reason: 'wantsToMoveOn', pressure: 'no' }],
    ['contactStopped', { reason: 'victimAsked' }],
    ['personChanged', { changed: ['name'], safeChannels: ['phone'] }],
  ] as [FactKind, never][])('are left as they are after %s', (kind, data) => {
    expect(known().record(kind, data, after(2)).openKinds()).not.toContain('reassessNeeds');
  });

  it('are looked at once, however many things changed, and however often one is corrected', () => {
    const victim = known().record('fearReported', { danger: 'notImmediate' }, after(2));
    const { taskId } = victim.openTask('reassessNeeds');
    victim.record('breachReported', { of: 'bailConditions', danger: 'notImmediate' }, after(2, 1));
    victim.record('fearReported', { danger: 'immediate' }, after(2), { now: after(2, 2), corrects: 2 });
    const asked = victim.careRecord.tasks.filter(({ kind }) => kind === 'reassessNeeds');
    expect(asked.map((task) => [task.taskId, task.closed])).toEqual([[taskId, undefined]]);
    victim.complete('reassessNeeds', 'needsAssessed', assessed(), after(3));
    expect(victim.openKinds()).not.toContain('reassessNeeds');
    victim.record('fearReported', { danger: 'immediate' }, after(5));
    expect(victim.openTask('reassessNeeds').taskId).not.toBe(taskId);
  });

  it('that were found unchanged are on record as looked at', () => {
    const victim = known().record('circumstancesChanged', { changed: ['work'] }, after(2));
    victim.complete('reassessNeeds', 'needsUnchanged', {}, after(3));
    expect(victim.openKinds()).not.toContain('reassessNeeds');
    victim.record('circumstancesChanged', { changed: ['fear'] }, after(4));
    expect(victim.openKinds()).toContain('reassessNeeds');
  });

  it('are assessed once only while nobody has assessed them at all', () => {
    const victim = PureCase.open().record('circumstancesChanged', { changed: ['moved'] }, after(1));
    expect(victim.openKinds()).toContain('assessNeeds');
    expect(victim.openKinds()).not.toContain('reassessNeeds');
  });

  it('are looked at again though the change was known late', () => {
    const victim = known().record('circumstancesChanged', { changed: ['moved'] }, after(0, 5), { now: after(9) });
    expect(victim.openTask('reassessNeeds').dueAt > after(9)).toBe(true);
  });

  it('silence: the look stays open and the earlier assessment counts on', () => {
    const victim = known().record('circumstancesChanged', { changed: ['moved'] }, after(2));
    expect(victim.at(after(99)).openKinds()).toContain('reassessNeeds');
  });
});

describe('a risk that nobody assessed', () => {
  const unassessed = assessed({ riskLevel: 'notAssessed', enhancedRightsGrounds: ['vulnerable'] });

  it('is seen in the case and asked for within a day where the victim has Enhanced Rights', () => {
    const victim = PureCase.open({ circumstances: ['domesticAbuse'] });
    expect(summaryOf(victim.careRecord).riskNotAssessed).toBe(true);
    victim.complete('assessNeeds', 'needsAssessed', unassessed, after(1));
    expect(victim.openTask('assessRisk').dueAt).toBe(addHours(after(1), 24));
    expect(summaryOf(victim.careRecord).riskNotAssessed).toBe(true);
    const dash = { level: 'high', tool: 'dash', toolVersion: '2009', assessedBy: 'officerInCase' } as const;
    victim.complete('assessRisk', 'riskAssessed', dash, after(1, 2));
    expect(victim.openKinds()).not.toContain('assessRisk');
    expect(summaryOf(victim.careRecord).riskNotAssessed).toBeUndefined();
  });

  it('is not pressed where there are no grounds for Enhanced Rights', () => {
    const victim = PureCase.open().complete(
      'assessNeeds',
      'needsAssessed',
      assessed({ riskLevel: 'notAssessed' }),
      after(1)
    );
    expect(victim.openKinds()).not.toContain('assessRisk');
    expect(summaryOf(victim.careRecord).riskNotAssessed).toBeUndefined();
  });
});

describe('a victim who is to give evidence', () => {
  const fuller: FactData['evidenceNeedsAssessed'] = {
    needs: [],
    intimidation: 'high',
    practical: ['separateEntrance'],
  };

  it('has a fuller assessment of their own, beside the one of their needs', () => {
    const victim = known().record('witnessRequired', {}, after(5));
    expect(victim.openKinds()).toContain('assessEvidenceNeeds');
    victim.record('needsAssessed', assessed(), after(6));
    expect(victim.openKinds()).toContain('assessEvidenceNeeds');
    victim.complete('assessEvidenceNeeds', 'evidenceNeedsAssessed', fuller, after(7));
    expect(victim.openKinds()).not.toContain('assessEvidenceNeeds');
  });

  it('has none before that is asked of them', () => {
    expect(known().openKinds()).not.toContain('assessEvidenceNeeds');
  });
});
