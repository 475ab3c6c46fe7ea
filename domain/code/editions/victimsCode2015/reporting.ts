import { sharing } from '../../sharing';
import { victims } from '../../whose';

export const reporting = sharing(
  {
    reference: 'Ch 2 Pt A s1',
    event: 'the crime report',
    owedTo: 'victim',
    dutyHolder: 'police',
    nature: 'duty',
    clockFrom: 'happening',
    appliesTo: 'all victims',
    confidence: 'high',
  },
  [
    {
      id: 'c15-ack',
      right: 3,
      owed: 'acknowledge the report in writing',
      exceptions: 'risk of harm',
      source: "GOV.UK 'Revising the Victims' Code' outcome; Martin Partington blog",
      arises: { from: 'report', roles: victims, metBy: ['reportAcknowledged'], metByOfficer: ['acknowledgementGiven'] },
    },
    {
      id: 'c15-info',
      right: 3,
      owed: 'give the victim written information on what to expect',
      limit: { n: 5, unit: 'workingDays' },
      source: 'Ask the Police Q622',
      arises: { from: 'report', roles: victims, metBy: [], metByOfficer: ['informationGiven'] },
    },
    {
      id: 'c15-referral',
      right: 4,
      owed: "pass the victim's details to victims' services",
      limit: { n: 2, unit: 'workingDays' },
      exceptions: 'victim objects; consent for sexual/domestic/bereaved cases (from general knowledge, unverified)',
      source: 'Ask the Police Q622',
      arises: {
        from: 'report',
        roles: victims,
        personKinds: ['person', 'bereavedRelative'],
        metBy: ['referralMade', 'supportDeclined', 'signposted'],
        metByOfficer: ['referralMade'],
      },
    },
  ]
);
