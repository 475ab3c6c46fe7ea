import { standingOf } from '../../../../domain/code/standing';
import { endOfLondonDay } from '../../../../domain/time/londonTime';
import { careState } from '../../../../domain/careState';
import { ledger } from '../../../../domain/code/ledger';
import type { FactData } from '../../../../domain/fact';
import { PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';

const s1 = { suspects: ['s1'] };
const charged = () => PureCase.open().record('suspectCharged', { how: 'charged' }, after(4), s1);
const inScope = { sentences: ['imprisonment'], court: 'crown', undulyLenientScope: true } as const;
const sentenced = () =>
  charged().record('sentencePassed', { ...inScope, sentences: ['imprisonment'] }, after(30), {
    ...s1,
    source: 'court',
  });

const standing = ({ careRecord }: PureCase, obligation: string, now = after(31)) => {
  const duty = ledger(careRecord, careState(careRecord)).find((each) => each.obligation === obligation);
  return duty && standingOf(duty, now);
};

describe('a sentence that may be unduly lenient', () => {
  it('has the scheme and its last day explained by the same day as the sentence is told, and telling alone is not enough', () => {
    const victim = sentenced();
    const telling = victim.careRecord.tasks.find(({ kind, about }) => kind === 'tellVictim' && about?.includes(2));
    expect(victim.openTask('explainUndulyLenient')).toMatchObject({ dueAt: telling?.dueAt, about: [2] });
    victim.record('victimTold', { channel: 'phone', about: [2] }, after(30, 2));
    expect(victim.openKinds()).toContain('explainUndulyLenient');
    expect(standing(victim, 'c20-r9-uls')).toBe('open');
    victim.complete('explainUndulyLenient', 'undulyLenientExplained', { answer: 'willAsk' }, after(30, 3));
    expect(victim.openKinds()).not.toContain('explainUndulyLenient');
    expect(standing(victim, 'c20-r9-uls')).toBe('met');
  });

  it('is explained while there is time to ask, where the court tells of it when the window is about to close', () => {
    // Passed on Thursday 2 April: the last day is Thursday 30 April.
    const toldAt = (now: string) =>
      charged()
        .record('sentencePassed', { ...inScope, sentences: ['imprisonment'] }, after(30), {
          ...s1,
          ...{ source: 'court', receivedAt: now, now },
        })
        .openTask('explainUndulyLenient').dueAt;
    expect(toldAt('2026-04-29T14:00:00.000Z')).toBe('2026-04-29T18:00:00.000Z');
    expect(toldAt('2026-04-30T08:00:00.000Z')).toBe('2026-04-30T12:00:00.000Z');
    expect(toldAt('2026-04-30T14:30:00.000Z')).toBe('2026-04-30T16:00:00.000Z');
    expect(toldAt('2026-04-30T16:30:00.000Z')).toBe(endOfLondonDay('2026-05-01'));
    expect(toldAt('2026-04-20T14:00:00.000Z')).toBe(endOfLondonDay('2026-04-21'));
  });

  it.each<[FactData['undulyLenientExplained']['answer'], string]>([
    ['didNotWantToHear', 'declined'],
    ['couldNotBeTold', 'missedWithGoodReason'],
  ])('that could not be explained because of %s counts as %s', (answer, as) => {
    const victim = sentenced().record('undulyLenientExplained', { answer }, after(30, 3));
    expect(standing(victim, 'c20-r9-uls')).toBe(as);
  });

  it('may be asked about until the last of 28 days, weekends and holidays among them, and no longer', () => {
    const victim = sentenced();
    const { dueBy } = ledger(victim.careRecord, careState(victim.careRecord)).find(
      ({ obligation }) => obligation === 'uls-28'
    ) as { dueBy: string };
    expect(dueBy).toBe(endOfLondonDay('2026-04-30'));
    expect(standing(victim, 'uls-28', after(59))).toBe('lapsed');
    expect(standing(victim.record('undulyLenientAsked', { by: 'victim' }, after(40)), 'uls-28', after(59))).toBe('met');
  });

  it('is no question after a sentence of magistrates', () => {
    const fined = charged().record('sentencePassed', { sentences: ['fine'], court: 'magistrates' }, after(30), s1);
    expect(fined.openKinds()).not.toContain('explainUndulyLenient');
  });
});
