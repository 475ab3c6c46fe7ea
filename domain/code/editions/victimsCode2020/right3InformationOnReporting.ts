import { sharing } from '../../sharing';
import { victims } from '../../whose';

/** To be provided with information when reporting the crime. */
export const right3 = sharing(
  {
    right: 3,
    reference: 'Right 3',
    owedTo: 'victim',
    dutyHolder: 'police',
    nature: 'duty',
    clockFrom: 'happening',
    appliesTo: 'all victims',
    confidence: 'high',
  },
  [
    {
      id: 'c20-r3-ack',
      event: 'the crime report',
      owed: "acknowledge the report in writing, with the basic details of the offence, the crime reference and the officer's contact details",
      exceptions: 'if writing would put the victim at risk (e.g. domestic abuse) use a safe route',
      source:
        "Bedfordshire PCC, Victims' Code rights series (Right 3); GOV.UK Victims' Code page (updated 10 Jun 2024)",
      arises: { from: 'report', roles: victims, metBy: ['reportAcknowledged'], metByOfficer: ['acknowledgementGiven'] },
    },
    {
      id: 'c20-r3-info',
      event: 'the crime report',
      owed: 'say where to find information on the process, rights, compensation, and medical and specialist help',
      exceptions: '2020 edition carries no day-count that could be confirmed; 2013/2015 used 5 working days',
      source: "Bedfordshire PCC, Victims' Code rights series (Right 3)",
      arises: { from: 'report', roles: victims, metBy: [], metByOfficer: ['informationGiven'] },
    },
    {
      id: 'c20-r3-rj',
      event: 'the crime report or the identification of the offender',
      owed: 'tell the victim about Restorative Justice and how to take part locally',
      source: "Bedfordshire PCC, Victims' Code rights series (Right 3)",
    },
  ]
);
