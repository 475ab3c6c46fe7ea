import { sharing } from '../../sharing';
import { victims } from '../../whose';

/** To make a complaint about rights not being met. */
export const right12 = sharing(
  {
    right: 12,
    reference: 'Right 12',
    owedTo: 'victim',
    dutyHolder: 'serviceProvider',
    nature: 'duty',
    appliesTo: 'all victims',
  },
  [
    {
      id: 'c20-r12-complaint',
      event: 'a complaint that the Code was not followed',
      owed: 'reply in full, or acknowledge the complaint and say when the reply will come',
      clockFrom: 'receipt',
      limit: { n: 10, unit: 'workingDays' },
      source: '2013 rule: UK Parliament written answer; persistence in 2020 edition from general knowledge, unverified',
      confidence: 'medium',
      arises: { from: ['complaintMade'], roles: victims, metBy: ['complaintAnswered'] },
    },
    {
      id: 'c20-r12-phso',
      event: 'a final reply that leaves the victim unhappy',
      owed: 'tell the victim of the Parliamentary and Health Service Ombudsman',
      clockFrom: 'happening',
      exceptions:
        'referral through an MP historically; Victims and Prisoners Act 2024 s.27 amends route (commencement unverified)',
      source: 'UK Parliament written answer (2013); HMCTS complaints page',
      confidence: 'high',
    },
  ]
);
