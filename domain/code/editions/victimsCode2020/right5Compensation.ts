import { sharing } from '../../sharing';

/** To be provided with information about compensation. */
export const right5 = sharing(
  {
    right: 5,
    reference: 'Right 5',
    owedTo: 'victim',
    dutyHolder: 'police',
    nature: 'duty',
    clockFrom: 'happening',
    source: "Bedfordshire PCC, Victims' Code rights series (Right 5)",
    confidence: 'high',
  },
  [
    {
      id: 'c20-r5-court-comp',
      event: 'a report of loss, damage or injury',
      owed: 'explain how to ask for a court compensation order and what proof is needed',
      appliesTo: 'all victims',
    },
    {
      id: 'c20-r5-cics',
      event: 'a report of injury from a violent crime',
      owed: 'explain how to apply to the Criminal Injuries Compensation Scheme',
      appliesTo: 'injured victims of violent crime',
    },
  ]
);
