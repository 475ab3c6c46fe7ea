import { pleaIn, verdictIn } from '../../../gateways/courts/courtWords';
import { offenceEvents } from '../../../gateways/courts/formats/offences';
import { sayings } from '../../../gateways/courts/reading';

describe('what a defendant answered', () => {
  it.each([
    ['GUILTY', 'guilty'],
    ['MCA_GUILTY', 'guilty'],
    ['CHANGE_TO_GUILTY_AFTER_SWORN_IN', 'guilty'],
    ['CHANGE_TO_NOT_GUILTY', 'notGuilty'],
    ['INDICATED_NOT_GUILTY', 'notGuilty'],
    ['Denies', 'notGuilty'],
    ['NO_PLEA', 'noPlea'],
    ['AUTREFOIS_CONVICT', undefined],
    ['UNFIT_TO_PLEAD', undefined],
  ])('%s is %s', (written, plea) => {
    expect(pleaIn(written)).toBe(plea);
  });
});

describe('what a jury or a bench found', () => {
  it.each([
    ['Guilty', 'guilty'],
    ['GUILTY_BY_JURY_CONVICTED', 'guilty'],
    ['Not guilty but guilty of a lesser or alternative offence', 'guilty'],
    ['Not guilty', 'notGuilty'],
    ['Not guilty by reason of insanity', 'notGuilty'],
    ['Acquitted', 'notGuilty'],
    ['No verdict', 'juryDischarged'],
    ['Jury discharged, unable to agree', 'juryDischarged'],
    ['Adjourned', undefined],
  ])('%s is %s', (written, verdict) => {
    expect(verdictIn(written)).toBe(verdict);
  });
});

describe('an offence in a message', () => {
  const issuedAt = '2027-03-30T09:00:00.000Z';
  const shared = { say: sayings('commonPlatform', issuedAt), issuedAt, isShared: true, court: 'magistrates' } as const;
  const said = (more: object) =>
    offenceEvents(['cp-1'], { id: 'o1', ...more }, false, shared).flatMap(({ kind, data }) =>
      kind === 'pleaEntered' ? [data.plea, data.on] : kind === 'verdictGiven' ? [data.verdict] : []
    );
  const indicatedPlea = { indicatedPleaValue: 'INDICATED_GUILTY', indicatedPleaDate: '2027-03-29' };

  it('is admitted by a plea that was indicated, until there is one', () => {
    expect(said({ indicatedPlea })).toEqual(['guilty', '2027-03-29']);
    expect(said({ indicatedPlea, plea: { pleaValue: 'NOT_GUILTY', pleaDate: '2027-03-30' } })).toEqual([
      'notGuilty',
      '2027-03-30',
    ]);
    expect(said({ indicatedPlea: { ...indicatedPlea, indicatedPleaValue: 'INDICATED_NOT_GUILTY' } })).toEqual([]);
  });

  it('has no verdict any more once it was deleted', () => {
    const verdict = { verdictDate: '2027-03-29', verdictType: { categoryType: 'GUILTY' } };
    expect(said({ verdict })).toEqual(['guilty']);
    expect(said({ verdict: { ...verdict, isDeleted: true } })).toEqual(['removed']);
  });
});
