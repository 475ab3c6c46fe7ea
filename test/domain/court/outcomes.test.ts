import type { CourtEvent } from '../../../domain/court/courtEvent';
import { newCourtRecord, takeIn } from '../../../domain/court/courtRecord';
import { pleaOf, sentenceOf, verdictOf } from '../../../domain/court/outcomes';
import { armstrong, barnes, said } from './courtBuilder';

const on = '2026-09-03';
const later = '2026-09-04';
const at = (hour: number) => `2026-09-04T${String(hour).padStart(2, '0')}:00:00.000Z`;
const offence = (offenceId: string, day = on) => ({ defendant: armstrong, offenceId, on: day });
const charged = (offenceId: string) => said('offenceCharged', { defendant: armstrong, offenceId }, at(1));
const plea = (offenceId: string, answer: 'guilty' | 'notGuilty' | 'noPlea') =>
  said('pleaEntered', { ...offence(offenceId), plea: answer }, at(2));
const verdict = (offenceId: string, result: 'guilty' | 'notGuilty' | 'juryDischarged' | 'removed', day = on) =>
  said('verdictGiven', { ...offence(offenceId, day), verdict: result }, at(3));
const ended = (offenceId: string, how: 'withdrawn' | 'dismissed' | 'noEvidenceOffered') =>
  said('offenceEnded', { ...offence(offenceId), how }, at(4));

const after = (...events: CourtEvent[]) => takeIn(newCourtRecord('c0', '01ZD0303208'), events);

describe('a defendant of several offences', () => {
  it.each([
    ['one admitted, one denied', [plea('o1', 'guilty'), plea('o2', 'notGuilty')], 'notGuilty'],
    ['both admitted', [charged('o1'), charged('o2'), plea('o1', 'guilty'), plea('o2', 'guilty')], 'guilty'],
    ['one admitted, nothing said yet to the other', [charged('o1'), charged('o2'), plea('o1', 'guilty')], 'noPlea'],
    ['one admitted, no plea taken to the other', [plea('o1', 'guilty'), plea('o2', 'noPlea')], 'noPlea'],
    [
      'the denied one was withdrawn',
      [plea('o1', 'guilty'), plea('o2', 'notGuilty'), ended('o2', 'withdrawn')],
      'guilty',
    ],
  ])('has one plea: %s', (_title, events, expected) => {
    expect(pleaOf(after(...events), armstrong)?.data).toEqual({ plea: expected });
  });

  it('pleads to an offence once, by whichever name a message calls them: the later word counts', () => {
    const named = { offenceId: 'o1', on, plea: 'notGuilty' as const, defendant: ['name-a'] };
    const both = [...armstrong, 'name-a'];
    const words = [
      said('pleaEntered', named, at(1)),
      said('pleaEntered', { ...named, defendant: both, plea: 'guilty' }, at(2)),
    ];
    expect(pleaOf(after(...words), both)?.data).toEqual({ plea: 'guilty' });
    expect(pleaOf(after(...words.reverse()), both)?.data).toEqual({ plea: 'guilty' });
  });

  it('has no plea where only another defendant has pleaded', () => {
    expect(pleaOf(after(plea('o1', 'guilty')), barnes)).toBeUndefined();
  });

  it.each([
    ['guilty of one of two', [verdict('o1', 'guilty'), verdict('o2', 'notGuilty')], { verdict: 'guilty' }],
    ['cleared of all', [verdict('o1', 'notGuilty'), verdict('o2', 'notGuilty')], { verdict: 'notGuilty' }],
    ['no verdict on one', [verdict('o1', 'notGuilty'), verdict('o2', 'juryDischarged')], { verdict: 'juryDischarged' }],
    ['taken back', [plea('o1', 'notGuilty'), verdict('o1', 'removed')], { verdict: 'setAside' }],
    ['one taken back, one cleared', [verdict('o1', 'removed'), verdict('o2', 'notGuilty')], { verdict: 'setAside' }],
    ['one taken back, one proved', [verdict('o1', 'removed'), verdict('o2', 'guilty')], { verdict: 'guilty' }],
    [
      'taken back and withdrawn',
      [charged('o1'), verdict('o1', 'removed'), ended('o1', 'withdrawn')],
      { reason: 'discontinued' },
    ],
    ['taken back, and still admitted', [plea('o1', 'guilty'), verdict('o1', 'removed')], undefined],
    ['dismissed', [charged('o1'), ended('o1', 'dismissed')], { verdict: 'notGuilty' }],
    ['no evidence offered', [charged('o1'), ended('o1', 'noEvidenceOffered')], { reason: 'noEvidenceOffered' }],
    ['withdrawn', [charged('o1'), ended('o1', 'withdrawn')], { reason: 'discontinued' }],
  ])('has one verdict: %s', (_title, events, expected) => {
    expect(verdictOf(after(...events), armstrong)?.data).toEqual(expected);
  });

  it('is not told to be cleared who has admitted another offence: the sentence is still to come', () => {
    expect(verdictOf(after(plea('o1', 'guilty'), verdict('o2', 'notGuilty')), armstrong)).toBeUndefined();
  });

  it('is not done while one of the offences goes on', () => {
    expect(verdictOf(after(charged('o1'), charged('o2'), ended('o1', 'withdrawn')), armstrong)).toBeUndefined();
  });

  it('has the verdict of the latest day', () => {
    const both = after(verdict('o1', 'juryDischarged'), verdict('o1', 'guilty', later));
    expect(verdictOf(both, armstrong)).toMatchObject({ data: { verdict: 'guilty' }, on: later });
  });

  it('hears all sentences as one, and not that of a charge which another took the place of', () => {
    const sentence = (offenceId: string, kind: 'imprisonment' | 'fine') =>
      said('sentencePassed', { ...offence(offenceId), court: 'crown', sentences: [kind] }, at(5));
    const altered = said('offenceCharged', { defendant: armstrong, offenceId: 'o3', replacesOffenceId: 'o2' }, at(1));
    const passed = after(altered, sentence('o1', 'fine'), sentence('o2', 'fine'), sentence('o3', 'imprisonment'));
    expect(sentenceOf(passed, armstrong)?.data).toMatchObject({ sentences: ['fine', 'imprisonment'], court: 'crown' });
  });
});
