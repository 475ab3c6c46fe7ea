import type { Edition } from '../obligation';

/**
 * Consulted on from 5 February to 30 April 2026 (CP 1502); no numbers of days were published, and nothing of it
 * counts.
 */
export const victimsCodeNext: Edition = {
  id: 'victims-code-next',
  scheme: 'victimsCode',
  title: "the draft of the next Victims' Code",
  status: 'draft',
  obligations: [
    {
      id: 'nc-needs',
      reference: 'proposal 1',
      event: 'a needs assessment',
      owed: 'follow new principles and training, give information on rights and look at the person',
      owedTo: 'victim',
      dutyHolder: 'police',
      nature: 'duty',
      clockFrom: 'happening',
      appliesTo: 'proposal',
      source: 'GOV.UK quick read; Policy Threads',
      confidence: 'high',
    },
    {
      id: 'nc-child',
      reference: 'proposal 2',
      event: 'the report of a victim aged 12 to 17',
      owed: 'be in direct contact with the child beside the parent or guardian, with a Code in words for children',
      owedTo: 'victim',
      dutyHolder: 'police',
      nature: 'duty',
      clockFrom: 'happening',
      appliesTo: 'proposal',
      source: "Mortons Solicitors; Local Government Legal; Today's Family Lawyer",
      confidence: 'high',
    },
    {
      id: 'nc-comms',
      reference: 'proposal 3',
      event: 'a milestone of the case',
      owed: 'tell the victim at the points that the new Code will name',
      owedTo: 'victim',
      dutyHolder: 'serviceProvider',
      nature: 'duty',
      clockFrom: 'happening',
      appliesTo: 'proposal; no day-counts could be read',
      source: 'Policy Threads; Domestic Abuse Commissioner',
      confidence: 'medium',
    },
    {
      id: 'nc-ptm',
      reference: 'proposal',
      event: 'the listing of a trial or pre-recording for rape or another serious sexual offence against an adult',
      owed: 'offer the victim a meeting before the trial',
      owedTo: 'victim',
      dutyHolder: 'prosecution',
      nature: 'duty',
      clockFrom: 'happening',
      appliesTo: 'proposal',
      source: 'written answer quoted on Beyond the Vote (2026)',
      confidence: 'high',
    },
  ],
};
