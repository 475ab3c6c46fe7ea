import { sharing } from '../../sharing';

/** To have the details of the crime recorded without unjustified delay. */
export const right2 = sharing(
  {
    right: 2,
    reference: 'Right 2',
    owedTo: 'victim',
    dutyHolder: 'police',
    nature: 'duty',
    clockFrom: 'happening',
    source: "Bedfordshire PCC, Victims' Code rights series (Right 2)",
    confidence: 'high',
  },
  [
    {
      id: 'c20-r2-record',
      event: 'the crime report',
      owed: 'take and record the details without unjustified delay',
      appliesTo: 'all victims',
    },
    {
      id: 'c20-r2-statement-warning',
      event: 'the victim is asked for a witness statement',
      owed: 'explain that a statement may lead to giving evidence in court',
      appliesTo: 'victims asked for a statement',
    },
    {
      id: 'c20-r2-interviews',
      event: 'it is decided to interview the victim',
      owed: 'keep interviews few and timely, with the same interviewer and adapted premises where possible',
      exceptions: 'tell the victim why if not possible',
      appliesTo: 'all victims',
    },
    {
      id: 'c20-r2-interviewer-gender',
      event: 'a victim of sexual or gender-based violence or domestic abuse asks',
      owed: 'let the victim choose the gender of the interviewer',
      exceptions: 'may be declined if it would prejudice the investigation',
      appliesTo: 'sexual violence, gender-based violence, domestic abuse',
    },
    {
      id: 'c20-r2-intermediary',
      event: 'it is seen that vulnerability may reduce the quality of evidence',
      owed: 'consider a registered intermediary and other help with giving evidence',
      appliesTo: 'under 18s; disability, disorder or impairment',
    },
    {
      id: 'c20-r2-contact',
      event: 'the victim comes to police premises',
      owed: 'prevent needless contact between the victim or family and the suspect',
      appliesTo: 'all victims',
    },
    {
      id: 'c20-r2-medical',
      event: 'a medical examination is found necessary',
      owed: 'keep examinations to a minimum and carry them out only with consent',
      appliesTo: 'all victims',
    },
  ]
);
