import { hearingKind } from '../../../gateways/courts/hearingKind';

describe('a trial, to which witnesses come,', () => {
  it.each([
    'Trial',
    'TRIAL',
    'For Trial (Floater)',
    'Trial (Part Heard)',
    'Trial (Fixed for this Week)',
    'Trial of Issue / Newton hearing',
    'Newton',
    ...['TRL', 'TFL', 'TBK', 'TPH', 'TWC', 'TIS', 'trl'],
  ])('is one: %s', (words) => {
    expect(hearingKind(words)).toBe('trial');
  });

  it.each([
    'Pre Trial Review',
    'Pre-Trial Review',
    'PTR',
    'Application to Vacate Trial Date',
    'Application to vacate trial',
    'For Mention and to Fix trial date',
    'Mode Of Trial',
    'Committal for Trial, S6(1)',
    'Plea & Trial Preparation',
    'Trial readiness hearing',
    'For Application to Terminate Restriction Order',
    'TRA',
  ])('is not what only speaks of one: %s', (words) => {
    expect(hearingKind(words)).not.toBe('trial');
  });

  it('is known by its letters where the words say nothing', () => {
    expect(hearingKind('', 'TFW')).toBe('trial');
    expect(hearingKind(undefined, 'TRL')).toBe('trial');
    expect(hearingKind('For Application to Terminate Restriction Order', 'TRA')).toBe('other');
  });
});

describe('other hearings', () => {
  it.each([
    ['For Appeal against Conviction and Sentence', 'appeal'],
    ['ACN', 'appeal'],
    ['For Mention (Appellant to Attend)', 'other'],
    ['For Sentence (Officer to Attend)', 'sentence'],
    ['SOA', 'sentence'],
    ['Committal for Sentence', 'sentence'],
    ['For Application under the Drug Trafficking Act 1994, and Sentence', 'sentence'],
    ['Breach of Suspended Sentence', 'other'],
    ['For Application to Vary Bail Conditions', 'bailHearing'],
    ['Breach of Bail', 'bailHearing'],
    ['BLA', 'bailHearing'],
    ['Plea and Trial Preparation', 'pleaAndTrialPreparation'],
    ['Further Plea & Trial Preparation', 'pleaAndTrialPreparation'],
    ['PTPH', 'pleaAndTrialPreparation'],
    ['First hearing', 'firstHearing'],
    ['For Juror to Show Cause', 'other'],
  ])('%s is %s', (words, kind) => {
    expect(hearingKind(words)).toBe(kind);
  });
});
