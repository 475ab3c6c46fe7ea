import { sharing } from '../../sharing';
import { people, victims } from '../../whose';

/** To make a Victim Personal Statement. */
export const right7 = sharing(
  {
    right: 7,
    owedTo: 'victim',
    dutyHolder: 'police',
    nature: 'duty',
    clockFrom: 'happening',
  },
  [
    {
      id: 'c20-r7-info',
      reference: 'Right 7',
      event: 'the crime report',
      owed: 'explain what a Victim Personal Statement is and how to make one',
      appliesTo: 'all victims',
      source: "Bedfordshire PCC, Victims' Code rights series (Right 7)",
      confidence: 'high',
    },
    {
      id: 'c20-r7-offer',
      reference: 'Right 7',
      event: "the victim's statement or the charge of a suspect",
      owed: 'offer the victim the chance to make a Victim Personal Statement',
      exceptions: '2006-2013 practice tied offer to the evidential statement',
      appliesTo: 'all victims, bereaved relatives',
      source:
        "Bedfordshire PCC, Victims' Code rights series (Right 7); Stalwart Solicitors note (timing made flexible, e.g. at charge)",
      confidence: 'high',
      arises: {
        from: ['statementTaken', 'suspectCharged'],
        once: true,
        roles: victims,
        personKinds: people,
        metBy: ['personalStatementOffered'],
      },
    },
    {
      id: 'c20-r7-read',
      reference: 'Right 7',
      event: 'a Victim Personal Statement',
      owed: 'record whether the victim wants it read aloud and by whom, supply a copy on request and allow a further statement',
      exceptions: 'court decides whether and which parts are read; only after guilty plea/finding',
      appliesTo: 'victims with VPS',
      source: "Bedfordshire PCC, Victims' Code rights series (Right 7)",
      confidence: 'high',
    },
    {
      id: 'c20-r7-bis',
      reference: 'Right 7 / business section',
      event: 'the statement of a business or the charge of a suspect',
      owed: 'offer the business the chance to make an Impact Statement for Business through its named contact',
      appliesTo: 'organisations with a named contact',
      source: 'Cumbria Police (business impact form); Wiltshire PCC; pdfslide copy of MoJ summary',
      confidence: 'medium',
      arises: {
        once: true,
        from: ['statementTaken', 'suspectCharged'],
        roles: victims,
        personKinds: ['business'],
        metBy: ['personalStatementOffered'],
      },
    },
  ]
);
