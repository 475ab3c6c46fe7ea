import { careState } from '../../../domain/careState';
import { summaryOf, type SuspectSummary } from '../../../domain/projection/caseSummary';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const noFurtherAction = { decidedBy: 'police', reason: 'evidentialDifficulties', rightToReview: true } as const;

function suspects(victim: PureCase): Record<string, Pick<SuspectSummary, 'status' | 'ended' | 'rightToReview'>> {
  return Object.fromEntries(
    summaryOf(victim.careRecord).suspects.map(({ suspectId, status, ended, rightToReview }) => [
      suspectId,
      { status, ended, rightToReview },
    ])
  );
}

function stage(victim: PureCase): string {
  return summaryOf(victim.careRecord).stage;
}

const s1 = { suspects: ['s1'] };
const s2 = { suspects: ['s2'] };
const ongoing = { ended: false, rightToReview: false };
const over = { ended: true, rightToReview: false };

describe('a suspect’s way', () => {
  it('is told in the order in which things happened, whatever the order of telling', () => {
    const victim = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(3), s1)
      .record('suspectArrested', {}, after(1), { ...s1, now: after(4) })
      .record('suspectInterviewed', {}, after(2), { ...s1, now: after(4) });
    expect(suspects(victim)).toEqual({ s1: { status: 'charged', ...ongoing } });
  });

  it('stays at court when a charged suspect is bailed, arrested again or interviewed', () => {
    const victim = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(1), s1)
      .record('suspectBailed', { conditions: true }, after(1, 1), s1)
      .record('suspectArrested', {}, after(9), s1)
      .record('verdictGiven', { verdict: 'guilty' }, after(20), s1)
      .record('suspectBailed', { conditions: true }, after(20, 1), s1);
    expect(suspects(victim)).toEqual({ s1: { status: 'convicted', ...ongoing } });
    expect(stage(victim)).toBe('court');
  });

  it('that was tried to its end is not begun again by an arrest', () => {
    const victim = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(1), s1)
      .record('sentencePassed', { sentences: ['fine'] }, after(20), s1)
      .record('suspectArrested', {}, after(30), s1);
    expect(suspects(victim)).toEqual({ s1: { status: 'sentenced', ...over } });
  });

  it('begins again with a charge after no further action, and the Right to Review is over', () => {
    const victim = PureCase.open().record('noFurtherAction', noFurtherAction, after(5), s1);
    expect(suspects(victim)).toEqual({ s1: { status: 'noFurtherAction', ended: true, rightToReview: true } });
    victim.record('suspectCharged', { how: 'charged' }, after(40), s1);
    expect(suspects(victim)).toEqual({ s1: { status: 'charged', ...ongoing } });
    expect(stage(victim)).toBe('court');
  });

  it('leaves court when a prosecution that was stopped is investigated again', () => {
    const victim = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(1), s1)
      .record('prosecutionStopped', { reason: 'discontinued' }, after(20), s1)
      .record('investigationReopened', {}, after(30), s1);
    expect(suspects(victim)).toEqual({ s1: { status: 'identified', ...ongoing } });
    expect(stage(victim)).not.toBe('court');
    expect(victim.openKinds()).not.toContain('askAvailability');
  });

  it('goes on after a jury was discharged, and after a retrial was ordered', () => {
    const victim = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(1), s1)
      .record('verdictGiven', { verdict: 'juryDischarged' }, after(60), s1);
    expect(suspects(victim)).toEqual({ s1: { status: 'charged', ...ongoing } });
    victim
      .record('verdictGiven', { verdict: 'guilty' }, after(90), s1)
      .record('sentencePassed', { sentences: ['imprisonment'] }, after(91), s1)
      .record('appealLodged', { against: 'conviction' }, after(100), s1)
      .record('appealDecided', { result: 'retrialOrdered' }, after(150), s1);
    expect(suspects(victim)).toEqual({ s1: { status: 'charged', ...ongoing } });
  });

  it.each([
    ['dismissed', { status: 'sentenced', ...over }],
    ['abandoned', { status: 'sentenced', ...over }],
    ['sentenceChanged', { status: 'sentenced', ...over }],
    ['convictionQuashed', { status: 'acquitted', ...over }],
    ['retrialOrdered', { status: 'charged', ...ongoing }],
  ] as const)('after an appeal that was decided as %s', (result, expected) => {
    const victim = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(1), s1)
      .record('sentencePassed', { sentences: ['imprisonment'] }, after(20), s1)
      .record('appealLodged', { against: 'both' }, after(30), s1);
    expect(suspects(victim)).toEqual({ s1: { status: 'appealing', ...ongoing } });
    expect(suspects(victim.record('appealDecided', { result }, after(60), s1))).toEqual({ s1: expected });
  });
});

describe('two suspects', () => {
  const both = () => PureCase.open({ suspects: ['s1', 's2'] });

  it('go separate ways, and the case is at court while one of them is', () => {
    const victim = both()
      .record('noFurtherAction', noFurtherAction, after(2), s2)
      .record('suspectCharged', { how: 'charged' }, after(3), s1);
    expect(suspects(victim)).toEqual({
      s1: { status: 'charged', ...ongoing },
      s2: { status: 'noFurtherAction', ended: true, rightToReview: true },
    });
    expect(stage(victim)).toBe('court');
    expect(victim.openKinds()).not.toContain('closeCase');
    victim.record('verdictGiven', { verdict: 'notGuilty' }, after(60), { ...s1, source: 'court' });
    expect(stage(victim)).toBe('closure');
    expect(victim.openKinds()).toContain('closeCase');
  });

  it('are not both convicted when the court names nobody and only one of them is there', () => {
    const victim = both()
      .record('noFurtherAction', noFurtherAction, after(2), s2)
      .record('suspectCharged', { how: 'charged' }, after(3), s1)
      .record('verdictGiven', { verdict: 'guilty' }, after(60), { source: 'court' })
      .record('sentencePassed', { sentences: ['imprisonment'] }, after(61), { source: 'court' })
      .record('appealLodged', { against: 'sentence' }, after(70), { source: 'court' })
      .record('appealDecided', { result: 'dismissed' }, after(90), { source: 'court' });
    expect(suspects(victim)).toEqual({
      s1: { status: 'sentenced', ...over },
      s2: { status: 'noFurtherAction', ended: true, rightToReview: true },
    });
  });

  it('are both meant by a fact that names nobody while both are investigated', () => {
    const victim = both().record('suspectReleasedUnderInvestigation', {}, after(2));
    expect(Object.values(suspects(victim)).map(({ status }) => status)).toEqual([
      'releasedUnderInvestigation',
      'releasedUnderInvestigation',
    ]);
  });

  it('stay where they are on a reopening that concerns the other', () => {
    const victim = both()
      .record('suspectBailed', { conditions: false }, after(2), s1)
      .record('noFurtherAction', noFurtherAction, after(3), s2)
      .record('investigationReopened', {}, after(9));
    expect(suspects(victim)).toEqual({
      s1: { status: 'bailed', ...ongoing },
      s2: { status: 'identified', ...ongoing },
    });
  });

  it('one dealt with out of court is investigated again only by name', () => {
    const victim = both()
      .record('outOfCourtResolution', { resolution: 'conditionalCaution' }, after(2), s1)
      .record('noFurtherAction', noFurtherAction, after(3), s2)
      .record('investigationReopened', {}, after(9));
    expect(suspects(victim).s1).toEqual({ status: 'outOfCourtResolution', ...over });
    victim.record('investigationReopened', {}, after(10), s1);
    expect(suspects(victim).s1).toEqual({ status: 'identified', ...ongoing });
  });
});

describe('a suspect whom nobody has named', () => {
  it('has a track all the same', () => {
    expect(suspects(PureCase.open().record('suspectArrested', {}, after(1)))).toEqual({
      unnamed: { status: 'arrested', ...ongoing },
    });
  });

  it('is the first who is named later, so that no unnamed suspect keeps the case open for ever', () => {
    const victim = PureCase.open()
      .record('suspectArrested', {}, after(1))
      .record('suspectCharged', { how: 'charged' }, after(3), s1)
      .record('verdictGiven', { verdict: 'notGuilty' }, after(60), s1);
    expect(suspects(victim)).toEqual({ s1: { status: 'acquitted', ...over } });
    expect(victim.openKinds()).toContain('closeCase');
  });

  it('can be sentenced by name though the charge named nobody', () => {
    const victim = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(1))
      .record('sentencePassed', { sentences: ['fine'] }, after(60), { ...s1, source: 'court' });
    expect(victim.careRecord.facts.at(-1)?.parked).toBeUndefined();
    expect(suspects(victim)).toEqual({ s1: { status: 'sentenced', ...over } });
  });

  it('is not invented by the reopening of an investigation that had no suspect', () => {
    const victim = PureCase.open()
      .record('investigationClosed', { reason: 'noSuspectIdentified' }, after(9))
      .record('investigationReopened', {}, after(40));
    expect(suspects(victim)).toEqual({});
    expect(victim.openKinds()).not.toContain('closeCase');
    victim.record('suspectCharged', { how: 'charged' }, after(50), s1);
    victim.record('verdictGiven', { verdict: 'notGuilty' }, after(90), s1);
    expect(victim.openKinds()).toContain('closeCase');
  });

  it('is named by an amendment of the report', () => {
    const victim = PureCase.open()
      .record('suspectBailed', { conditions: true }, after(1))
      .record('reportAmended', { amendment: 1, changed: ['suspects'], suspects: ['s1', 's2'] }, after(2));
    expect(suspects(victim)).toEqual({
      s1: { status: 'bailed', ...ongoing },
      s2: { status: 'identified', ...ongoing },
    });
  });
});

describe('a charge as part of another case', () => {
  it('brings this case to court under the number of that case', () => {
    const victim = PureCase.open().record('chargedInAnotherCase', { urn: '41ZZ0000226' }, after(4), s1);
    expect(suspects(victim)).toEqual({ s1: { status: 'charged', ...ongoing } });
    expect([...careState(victim.careRecord).urns]).toEqual(['41ZZ0000226']);
    expect(victim.openKinds()).toContain('tellVictim');
  });
});
