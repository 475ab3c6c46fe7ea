import type { FactData } from '../../../../domain/fact';
import { PureCase } from '../../../support/caseBuilder';

const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T09:00:00.000Z`;
const trial = { hearingId: 'h1', hearing: 'trial', on: '2026-06-01', untilOn: '2026-06-03' } as const;

function decided(said: Partial<FactData['readinessDecided']> = {}): PureCase {
  return PureCase.open({ role: 'witness', suspects: ['s1'] })
    .record('suspectCharged', { how: 'charged' }, day(5), { suspects: ['s1'] })
    .record('hearingListed', trial, day(6))
    .record('witnessRequired', { hearingId: 'h1' }, day(9))
    .record(
      'readinessDecided',
      { hearingId: 'h1', item: 'courtVisit', owner: 'witness-care-officer', dueOn: '2026-05-20', ...said },
      day(9)
    );
}

const isAsked = (story: PureCase) => story.openKinds().includes('carryOutReadinessDecision');

describe('what a readiness meeting decided for a witness', () => {
  it('is somebody’s task until they say that it is done', () => {
    const story = decided();
    expect(story.openTask('carryOutReadinessDecision').role).toBe('witness-care-officer');
    expect(isAsked(story.complete('carryOutReadinessDecision', 'readinessDone', {}, day(10)))).toBe(false);
  });

  it('is nobody’s any more once the trial is vacated, and stays where the trial only moves', () => {
    expect(isAsked(decided().record('hearingVacated', { hearingId: 'h1' }, day(10)))).toBe(false);
    expect(isAsked(decided().record('hearingMoved', { hearingId: 'h1', on: '2026-06-08' }, day(10)))).toBe(true);
  });

  it('is nobody’s once the witness need not come, and stays where they are let go from another hearing', () => {
    const released = (hearingId: string) =>
      decided()
        .record('witnessRequired', { hearingId: 'h2' }, day(9))
        .record('witnessReleased', { hearingId, reason: 'notNeeded' }, day(10));
    expect(isAsked(released('h1'))).toBe(false);
    expect(isAsked(released('h2'))).toBe(true);
  });

  it('is nobody’s once nobody is tried: but the expenses are paid back and the statement goes before the judge', () => {
    const guilty = (item: FactData['readinessDecided']['item']) =>
      decided({ item }).record('pleaEntered', { plea: 'guilty' }, day(10), { suspects: ['s1'] });
    expect(isAsked(guilty('courtVisit'))).toBe(false);
    expect(isAsked(guilty('expenses'))).toBe(true);
    expect(isAsked(guilty('personalStatement'))).toBe(true);
  });

  it('goes after the last day of the trial, not after the first, unless it was for a day after it', () => {
    const onDay = (now: string, dueOn = '2026-05-20') => isAsked(decided({ dueOn }).at(now));
    expect(onDay('2026-06-02T09:00:00.000Z')).toBe(true);
    expect(onDay('2026-06-04T09:00:00.000Z')).toBe(false);
    expect(onDay('2026-06-04T09:00:00.000Z', '2026-06-10')).toBe(true);
  });
});
