import { endOfDayAfter } from '../../../domain/time/londonTime';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { takeStock } from '../../../domain/takeStock';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { openOf } from '../openOf';

const noContact = { stance: 'wantsContact', answer: 'no' } as const;

/** A witness assessed and left alone: nothing else is open. */
function leftAlone(): PureCase {
  const witness = PureCase.open({ role: 'witness' }).record('stanceChanged', noContact, after(1));
  const needs = { needs: [], riskLevel: 'standard', enhancedRightsGrounds: [] } as const;
  return witness.complete(
    'assessNeeds',
    'needsAssessed',
    { ...needs, needs: [], enhancedRightsGrounds: [] },
    after(1, 1)
  );
}

describe('a wish for no contact', () => {
  it('does not let the case fall silent: within half a year somebody looks whether it still stands', () => {
    const witness = leftAlone();
    expect(witness.openKinds()).toEqual([]);
    const { wakeAt } = takeStock(witness.careRecord, after(2));
    expect(witness.at(wakeAt ?? '').openTask('reviewContactWish')).toMatchObject({
      dueAt: endOfDayAfter(after(1), 182),
      why: { rule: 'forceStandard', limit: { n: 182, unit: 'calendarDays' }, from: after(1) },
    });
  });

  it('silence: it stands, and the look stays open', () => {
    const witness = leftAlone().at(after(500));
    expect(witness.openKinds()).toEqual(['reviewContactWish']);
    expect(summaryOf(witness.careRecord).stances).toEqual({ wantsContact: 'no' });
  });

  it('that still stands is looked at again half a year later', () => {
    const witness = leftAlone().at(after(181));
    witness.complete('reviewContactWish', 'stanceChanged', noContact, after(181));
    expect(witness.openKinds()).toEqual([]);
    expect(witness.at(after(362)).openTask('reviewContactWish').dueAt).toBe(endOfDayAfter(after(181), 182));
  });

  it('that is given up brings updates back', () => {
    const witness = leftAlone().at(after(181));
    witness.complete('reviewContactWish', 'stanceChanged', { ...noContact, answer: 'yes' }, after(181));
    expect(openOf(witness.at(after(207)), 'reviewContactWish', 'giveVictimUpdate')).toEqual(['giveVictimUpdate']);
  });

  it('is what the look is about, whichever stance the answer names', () => {
    const witness = leftAlone().at(after(181));
    witness.complete('reviewContactWish', 'stanceChanged', { stance: 'wantsSupport', answer: 'no' }, after(181));
    expect(summaryOf(witness.careRecord).stances).toEqual({ wantsContact: 'no' });
  });

  it('given as the answer to the first call is looked at too', () => {
    const victim = PureCase.open();
    victim.complete('makeFirstContact', 'contactImpossible', { reason: 'declined' }, after(0, 3));
    expect(victim.at(after(180)).openTask('reviewContactWish').dueAt).toBe(endOfDayAfter(after(0), 182));
  });
});
