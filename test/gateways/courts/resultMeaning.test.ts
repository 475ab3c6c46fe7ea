import {
  endingIn,
  isBailVaried,
  isSending,
  isWarrant,
  orderIn,
  sentenceIn,
} from '../../../gateways/courts/resultMeaning';

describe('a warrant', () => {
  it.each([
    { cjsCode: '4576', label: 'Warrant for offence not backed for bail' },
    { cjsCode: '4577', label: 'Warrant' },
    { label: 'Warrant for arrest without bail' },
    { label: 'Bench warrant' },
  ])('for the defendant is one: %j', (result) => {
    expect(isWarrant(result)).toBe(true);
  });

  it.each([
    { cjsCode: '4586', label: 'Warrant for Arrest of Witness' },
    { label: 'Warrant for arrest of a witness' },
    { cjsCode: '4585', label: 'Warrant of arrest for parent or guardian' },
    { cjsCode: '4505', label: 'Warrant for Further Detention' },
    { label: 'Warrant for arrest withdrawn' },
    { cjsCode: '2509', label: 'Warrant not executed' },
  ])('for somebody else, or that is over, is never told as the defendant’s: %j', (result) => {
    expect(isWarrant(result)).toBe(false);
  });
});

describe('what passes no sentence though it names one', () => {
  it.each([
    { cjsCode: '3132', label: 'Interim Hospital Order' },
    { label: 'Interim hospital order' },
    { cjsCode: '3512', label: 'No Compensation Reasons' },
    { label: 'No compensation: reasons given' },
    { cjsCode: '1510', label: 'Imprisonment in default' },
    { cjsCode: '3075', label: 'Driving Disqualification Suspended Pending Appeal on Imposition' },
    { cjsCode: '4063', label: 'Conditional Discharge Breached' },
    { cjsCode: '3263', label: 'Restraining order - Vary/Discharge' },
    { label: 'Restraining order discharged' },
    { cjsCode: '3260', label: 'Restraining order on acquittal' },
  ])('%j', (result) => {
    expect(sentenceIn({ ...result, category: 'FINAL' })).toBeUndefined();
  });
});

describe('a step on the way is no sentence, whatever the court files it under', () => {
  it.each([
    { cjsCode: '4061', label: 'Remanded On Bail' },
    { cjsCode: '4574', label: 'Variation of Bail Conditions' },
    { label: 'Warrant for arrest without bail' },
    { label: 'Committed to Crown Court for sentence' },
  ])('%j', (result) => {
    expect(sentenceIn({ ...result, category: 'FINAL', isConvictedResult: true })).toBeUndefined();
  });
});

describe('a sentence whose words mislead', () => {
  it.each([
    [{ cjsCode: '1507', label: 'Suspended Sentence Implemented' }, 'imprisonment'],
    [{ label: 'Suspended sentence activated' }, 'imprisonment'],
    [{ cjsCode: '1003', label: 'Detained during HM Pleasure' }, 'lifeImprisonment'],
    [{ cjsCode: '1004', label: 'Restriction Order' }, 'hospitalOrderWithRestriction'],
    [{ cjsCode: '1035', label: 'Dismissed from HM Forces' }, 'otherwiseDealtWith'],
    [{ cjsCode: '1115', label: 'Suspended sentence order: operational period 18 months' }, 'suspendedImprisonment'],
  ] as const)('%j is %s', (result, sentence) => {
    expect(sentenceIn(result)).toBe(sentence);
    expect(endingIn(result)).toBeUndefined();
  });
});

describe('a charge that ends without a sentence', () => {
  it.each([
    [{ cjsCode: '2061', label: 'Proceedings Stayed' }, 'unableToProceed'],
    [{ label: 'Proceedings stayed' }, 'unableToProceed'],
    [{ cjsCode: '2065', label: 'Defendant Deceased' }, 'unableToProceed'],
    [{ cjsCode: '2064', label: 'Judge Rules No Case to Answer' }, 'dismissed'],
    [{ cjsCode: '2050', label: 'No Evidence Offered - Dismissed' }, 'noEvidenceOffered'],
    [{ cjsCode: '2060', label: 'Replaced With Another Offence' }, 'withdrawn'],
    [{ cjsCode: '2006', label: 'Dismissed' }, 'dismissed'],
  ] as const)('%j: %s', (result, how) => {
    expect(endingIn(result)).toBe(how);
    expect(sentenceIn({ ...result, category: 'FINAL', isConvictedResult: true })).toBeUndefined();
  });
});

describe('the way to the Crown Court', () => {
  it.each([
    { cjsCode: '4014', label: 'Commit to Crown Court for Sentence Unconditional Bail' },
    { cjsCode: '4560' },
    { label: 'Commit/Transfer/Send to Crown Court for Trial in Custody' },
    { label: 'Sent to Crown Court for trial on conditional bail' },
  ])('is told: %j', (result) => {
    expect(isSending(result)).toBe(true);
  });

  it('is not taken where the Crown Court is asked about bail alone', () => {
    expect(isSending({ cjsCode: '4593', label: 'Committed to Crown Court - bail app in murder case' })).toBe(false);
  });
});

describe('bail on other terms', () => {
  it.each([
    [{ cjsCode: '4574', label: 'Variation of Bail Conditions - Application by defendant' }, true],
    [{ label: 'Bail conditions varied' }, true],
    [{ label: 'Variation of bail refused' }, false],
    [{ cjsCode: '4530', label: 'Remand on Conditional Bail' }, false],
  ] as const)('%j: %s', (result, isVaried) => {
    expect(isBailVaried(result)).toBe(isVaried);
  });
});

describe('an order that protects, beside a sentence', () => {
  it.each([
    [{ cjsCode: '3260', label: 'Restraining Order Acquit - Protect from Harassment' }, 'restrainingOrder', 'made'],
    [{ label: 'Restraining order on acquittal' }, 'restrainingOrder', 'made'],
    [{ label: 'Restraining order varied' }, 'restrainingOrder', 'varied'],
    [{ label: 'Discharge of restraining order' }, 'restrainingOrder', 'discharged'],
    [{ label: 'Criminal behaviour order revoked' }, 'criminalBehaviourOrder', 'discharged'],
    [{ cjsCode: '3263', label: 'Restraining order - Vary/Discharge' }, 'restrainingOrder', 'changed'],
    [{ cjsCode: '3263' }, 'restrainingOrder', 'changed'],
    [{ cjsCode: '3326', label: 'Domestic Abuse Protection Order' }, 'domesticAbuseProtectionOrder', 'made'],
    [{ label: 'Stalking protection order' }, 'stalkingProtectionOrder', 'made'],
  ] as const)('%j: %s %s', (result, order, how) => {
    expect(orderIn(result)).toEqual({ order, how });
  });

  it.each([
    { cjsCode: '3047', label: 'Restraining order' },
    { label: 'Restraining order until further order or until it is varied or discharged' },
    {
      label:
        'Restraining order. The defendant must not contact the persons named in the schedule by any means. This order can be varied or discharged.',
    },
    { label: 'Application to vary restraining order refused' },
    { label: 'Interim stalking protection order' },
    { label: 'Imprisonment' },
  ])('is not seen where there is none, or where it is part of the sentence: %j', (result) => {
    expect(orderIn(result)).toBeUndefined();
  });
});
