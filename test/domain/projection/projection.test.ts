import { assign } from '../../../domain/carryOut';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { projectedBy, projectionOf, withoutClosedTasks, nothingProjected } from '../../../domain/projection/projection';
import { takeStock } from '../../../domain/takeStock';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const nothingYet = nothingProjected;

describe('what is written to MongoDB', () => {
  it('is at first everything', () => {
    const { careRecord } = PureCase.open();
    const { summary, tasks, facts, referrals, endedRecord } = projectionOf(careRecord, nothingYet);
    expect(summary).toMatchObject({ version: 1, stage: 'firstContact', openTasks: 5 });
    expect(tasks.map(({ kind }) => kind)).toEqual(careRecord.tasks.map(({ kind }) => kind));
    expect([facts, referrals, endedRecord]).toEqual([[], [], undefined]);
  });

  it('is afterwards what has changed: the fact, the task that closed, the tasks that opened', () => {
    const victim = PureCase.open();
    const before = projectedBy(victim.careRecord);
    victim.complete('makeFirstContact', 'contactMade', { channel: 'phone', with: 'victim' }, after(0, 2));
    const { tasks, facts } = projectionOf(victim.careRecord, before);
    expect(tasks).toMatchObject([{ kind: 'makeFirstContact', closed: { as: 'completed', by: 'officer-1' } }]);
    expect(facts.map(({ seq }) => seq)).toEqual([1]);
  });

  it('is nothing but the summary when nothing has changed', () => {
    const { careRecord } = PureCase.open();
    const { tasks, facts } = projectionOf(careRecord, projectedBy(careRecord));
    expect([tasks, facts]).toEqual([[], []]);
  });

  it('is every open task when the team changes, so that it leaves one team’s list for the other’s', () => {
    const victim = PureCase.open();
    const before = projectedBy(victim.careRecord);
    victim.record('teamChanged', { team: 'south-victim-care' }, after(0, 2));
    const { tasks } = projectionOf(victim.careRecord, before);
    expect(tasks).toHaveLength(5);
    expect(new Set(tasks.map(({ owningTeam }) => owningTeam))).toEqual(new Set(['south-victim-care']));
  });

  it.each([
    ['the tier', (victim: PureCase) => victim.record('tierDecided', { tier: 'enhanced', grounds: [] }, after(0, 2))],
    [
      'the officer in the case',
      (victim: PureCase) =>
        victim.record('reportAmended', { amendment: 1, changed: [], officerInCase: 'officer-9' }, after(0, 2)),
    ],
  ] as const)('is every open task when %s changes', (_, change) => {
    const victim = PureCase.open();
    const before = projectedBy(victim.careRecord);
    expect(projectionOf(change(victim).careRecord, before).tasks).toHaveLength(5);
  });

  it('carries the whole record at the end, without tasks that have closed', () => {
    const victim = PureCase.open().record('noCrime', { reason: 'notACrime' }, after(1));
    const { endedRecord } = projectionOf(victim.careRecord, nothingYet);
    expect(endedRecord).toEqual({ ...victim.careRecord, tasks: [] });
  });

  it('lets closed tasks leave the record only once they are written', () => {
    const victim = PureCase.open();
    const written = victim.careRecord;
    victim.complete(
      'assessNeeds',
      'needsAssessed',
      { needs: [], riskLevel: 'medium', enhancedRightsGrounds: [] },
      after(1)
    );
    expect(withoutClosedTasks(victim.careRecord, written)).toBe(victim.careRecord);
    expect(withoutClosedTasks(victim.careRecord).tasks).toHaveLength(victim.careRecord.tasks.length - 1);
  });
});

describe('a summary', () => {
  it('shows a suspect known from the start as known since the report', () => {
    const { suspects } = summaryOf(PureCase.open({ suspects: ['s1'] }).careRecord);
    expect(suspects).toEqual([
      { suspectId: 's1', status: 'identified', since: after(0), ended: false, rightToReview: false },
    ]);
  });

  it('shows hearings where they now are, and which were vacated', () => {
    const victim = PureCase.open()
      .record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-09-01' }, after(1))
      .record('hearingListed', { hearingId: 'h2', hearing: 'sentence', on: '2026-10-01' }, after(2))
      .record('hearingMoved', { hearingId: 'h1', on: '2026-09-08' }, after(3))
      .record('hearingVacated', { hearingId: 'h2' }, after(4));
    expect(summaryOf(victim.careRecord).hearings).toEqual([
      { hearingId: 'h1', hearing: 'trial', on: '2026-09-08', certainty: 'fixed', vacated: false, fact: 3 },
      { hearingId: 'h2', hearing: 'sentence', on: '2026-10-01', certainty: 'fixed', vacated: true, fact: 4 },
    ]);
  });

  it('shows what is due next among what is open', () => {
    const { nextDueAt, openTasks } = summaryOf(PureCase.open().careRecord);
    expect([nextDueAt, openTasks]).toEqual([after(1), 5]);
  });
});

describe('a task on hold', () => {
  it('keeps its due date, and comes back by itself when the time has come', () => {
    const victim = PureCase.open();
    const { taskId, dueAt } = victim.openTask('assessNeeds');
    const until = after(4);
    const command = { commandId: 'c', by: 'officer-1', taskId, assignment: { kind: 'hold', until } } as const;
    victim.careRecord = assign(victim.careRecord, command).record;
    expect(victim.openTask('assessNeeds')).toMatchObject({ heldUntil: until, version: 2 });
    const stock = takeStock(victim.at(after(3)).careRecord, after(3));
    expect(stock.wakeAt).toBe(until);
    expect(victim.at(until).openTask('assessNeeds')).toMatchObject({ dueAt, version: 3, heldUntil: undefined });
  });

  it('is claimed, passed on and released, each a new version of it', () => {
    const victim = PureCase.open();
    const { taskId } = victim.openTask('assessNeeds');
    for (const [assignment, assignee] of [
      [{ kind: 'claim' }, 'officer-1'],
      [{ kind: 'passOn', to: 'officer-2' }, 'officer-2'],
      [{ kind: 'release' }, undefined],
    ] as const) {
      const before = victim.openTask('assessNeeds').version;
      victim.careRecord = assign(victim.careRecord, { commandId: 'c', by: 'officer-1', taskId, assignment }).record;
      expect(victim.openTask('assessNeeds')).toMatchObject({ assignee, version: before + 1 });
    }
  });
});
