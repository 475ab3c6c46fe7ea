import { sharing } from '../../sharing';

/** To be able to understand and to be understood. */
export const right1 = sharing(
  {
    right: 1,
    reference: 'Right 1',
    owedTo: 'victim',
    nature: 'duty',
    clockFrom: 'happening',
    appliesTo: 'all victims',
    source: "Bedfordshire PCC, Victims' Code rights series (Right 1)",
    confidence: 'high',
  },
  [
    {
      id: 'c20-r1-understand',
      event: 'any contact with the victim',
      owed: 'use plain words, check that both sides understand, and adapt to the victim',
      dutyHolder: 'serviceProvider',
    },
    {
      id: 'c20-r1-language',
      event: 'the victim is found to have little English or a communication need',
      owed: 'give free interpreting when the victim reports, is interviewed or gives evidence, and translate or read out essential documents',
      dutyHolder: 'police',
      exceptions: 'only documents essential to the step; oral translation may substitute',
    },
    {
      id: 'c20-r1-supporter',
      event: 'the victim asks to have a supporter',
      owed: 'let the victim bring a companion of their choice, or give reasons for a refusal',
      dutyHolder: 'police',
      exceptions: 'may be refused if it could harm investigation or prosecution',
    },
  ]
);
