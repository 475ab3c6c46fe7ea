import { sharing } from '../../sharing';
import { people, victims } from '../../whose';

/** To be referred to services that support victims, and to have support tailored to their needs. */
export const right4 = sharing(
  {
    right: 4,
    owedTo: 'victim',
    nature: 'duty',
  },
  [
    {
      id: 'c20-r4-needs',
      reference: 'Right 4',
      event: 'the crime report',
      owed: "assess the victim's needs, and whether Enhanced Rights apply",
      dutyHolder: 'police',
      clockFrom: 'happening',
      exceptions: 'depends on information victim chooses to give',
      appliesTo: 'all victims',
      source: "Bedfordshire PCC, Victims' Code rights series (Right 4)",
      confidence: 'high',
      arises: {
        from: 'report',
        roles: victims,
        personKinds: people,
        metBy: ['needsAssessed'],
        metByOfficer: ['needsAsked'],
      },
    },
    {
      id: 'c20-r4-referral',
      reference: 'Right 4',
      event: 'the crime report',
      owed: 'refer the victim to a support service and describe local services',
      dutyHolder: 'police',
      clockFrom: 'happening',
      limit: { n: 2, unit: 'workingDays' },
      exceptions:
        'victim may decline or self-refer; explicit consent expected for sexual/domestic/bereaved cases (from general knowledge, unverified)',
      appliesTo: 'all victims',
      source:
        "Bedfordshire PCC, Victims' Code rights series (Right 4); GOV.UK 'After a crime: your rights' (mirror copies) (2 days)",
      confidence: 'high',
      arises: {
        from: 'report',
        roles: victims,
        personKinds: people,
        metBy: ['referralMade', 'supportDeclined', 'signposted'],
        metByOfficer: ['referralMade'],
      },
    },
    {
      id: 'c20-r4-specialist',
      reference: 'Right 4',
      event: 'the decision that Enhanced Rights apply',
      owed: 'offer referral to specialist support and tell the victim about special measures',
      dutyHolder: 'police',
      clockFrom: 'happening',
      appliesTo: 'Enhanced Rights victims',
      source: 'Hampshire PCC and Bedfordshire PCC summaries',
      confidence: 'high',
    },
    {
      id: 'c20-r4-wcu-needs',
      reference: 'Right 4 / Right 8',
      event: 'it is known that the victim must give evidence',
      owed: 'carry out a separate, fuller assessment of needs before the trial',
      dutyHolder: 'witnessCareUnit',
      clockFrom: 'receipt',
      appliesTo: 'victims called as witnesses',
      source: "Bedfordshire PCC, Victims' Code rights series (Rights 4 and 8)",
      confidence: 'high',
    },
    {
      id: 'c20-r4-flo',
      reference: 'Right 4',
      event: 'a death caused by crime',
      owed: 'assign a Family Liaison Officer where appropriate and refer the family to the homicide service',
      dutyHolder: 'police',
      clockFrom: 'happening',
      appliesTo: 'bereaved close relatives',
      source: "NPCC thread on the 2021 Code; Hertfordshire Police 'What to expect from us'",
      confidence: 'medium',
    },
  ]
);
