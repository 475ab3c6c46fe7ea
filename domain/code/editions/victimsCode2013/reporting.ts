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
    confidence: 'medium',
  },
  [
    {
      id: 'c13-info',
      right: 3,
      owed: 'give the victim written information, as a leaflet or a web link',
      limit: { n: 5, unit: 'workingDays' },
      source: 'Sussex Police / Ask the Police (leaflet in 5 working days)',
      arises: { from: 'report', roles: victims, metBy: [], metByOfficer: ['informationGiven'] },
    },
    {
      id: 'c13-referral',
      right: 4,
      owed: "pass the victim's details to victims' services",
      limit: { n: 2, unit: 'workingDays' },
      exceptions: 'older wording excluded vehicle crime and minor damage unless vulnerable/repeat/hate',
      source: 'Sussex Police / Ask the Police',
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
