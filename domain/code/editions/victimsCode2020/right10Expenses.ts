import { sharing } from '../../sharing';
import { victims } from '../../whose';

/** To be paid expenses and have property returned. */
export const right10 = sharing(
  {
    right: 10,
    reference: 'Right 10',
    owedTo: 'victim',
    nature: 'duty',
  },
  [
    {
      id: 'c20-r10-expenses',
      event: 'a correctly completed claim for expenses',
      owed: "pay the victim's expenses as a witness",
      dutyHolder: 'prosecution',
      clockFrom: 'receipt',
      limit: { n: 10, unit: 'workingDays' },
      appliesTo: 'victims attending as prosecution witness',
      source: 'CPS Thames and Chiltern (2006 Code); carried into later editions: from general knowledge, unverified',
      confidence: 'medium',
      arises: { from: ['expensesClaimed'], roles: victims, metBy: ['expensesPaid'] },
    },
    {
      id: 'c20-r10-expenses-police',
      event: 'a claim for expenses is handed in at court or to the Witness Care Unit',
      owed: 'pass on the claim form with guidance',
      dutyHolder: 'police',
      clockFrom: 'happening',
      appliesTo: 'attending victims',
      source: 'no source gives a police payment limit',
      confidence: 'low',
    },
    {
      id: 'c20-r10-property',
      event: 'property is no longer needed as evidence',
      owed: 'return it to the victim without delay',
      dutyHolder: 'police',
      clockFrom: 'happening',
      exceptions: 'retained while needed for proceedings/appeal',
      appliesTo: 'victims whose property was seized',
      source: 'GOV.UK Right 10 title; detail from general knowledge, unverified',
      confidence: 'medium',
    },
  ]
);
