import type { FactKind } from '../fact';
import type { Role } from '../vocabulary';

/** Work that safety, updates, changes of life, matters and advice ask for. A rung may ask another role for the same. */
export const careTasks = {
  receiveConcern: {
    role: 'safeguarding-officer',
    outcomes: ['concernReceived'],
    asks: 'A safeguarding concern, to be taken on by whoever acts on it',
  },
  receiveSafetyReport: {
    role: 'officer-in-case',
    outcomes: ['safetyReportReceived'],
    asks: 'A victim’s report of a breach, of fear or of pressure, to be taken on by whoever acts on it',
  },
  receiveEvidence: {
    role: 'officer-in-case',
    outcomes: ['evidenceReceived'],
    asks: 'What the victim said that is evidence, to be received by the officer in the case',
  },
  recordDisclosedCrime: {
    role: 'victim-care-officer',
    outcomes: ['disclosedCrimeRecorded'],
    asks: 'A crime that the victim has disclosed, to be recorded as a crime report of its own',
  },
  receiveDisclosure: {
    role: 'officer-in-case',
    outcomes: ['disclosureReceived'],
    asks: 'A crime that the victim has disclosed, to be taken on by the officer in the case',
  },
  setLinesOfEnquiry: {
    role: 'officer-in-case',
    outcomes: ['enquiriesSet'],
    asks: 'The proportionate lines of enquiry into a disclosed crime',
  },
  secureEvidence: {
    role: 'officer-in-case',
    outcomes: ['evidenceSecured'],
    asks: 'Evidence of a disclosed crime that will be lost',
  },
  askOfficer: {
    role: 'officer-in-case',
    outcomes: ['officerAnswered'],
    asks: 'What the officer in the case has for the next update',
  },
  chaseOfficer: {
    role: 'supervisor',
    outcomes: ['officerAnswered'],
    asks: 'The officer in the case has not said what there is for the next update',
  },
  seekViews: {
    role: 'victim-care-officer',
    outcomes: ['viewsGiven', 'viewsNotSought'],
    asks: 'The victim’s views before a decision',
  },
  takeWithdrawalStatement: {
    role: 'officer-in-case',
    outcomes: ['withdrawalStatementTaken', 'supportGivenAgain'],
    asks: 'The statement of a victim who no longer supports the prosecution',
  },
  recordWithdrawalDecision: {
    role: 'officer-in-case',
    outcomes: ['withdrawalDecided', 'supportGivenAgain'],
    asks: 'The prosecution’s decision since the victim no longer supports it',
  },
  askAtEighteen: {
    role: 'victim-care-officer',
    outcomes: ['askedAtEighteen'],
    asks: 'What the victim, now 18, wants for themself',
  },
  arrangeRepresentative: {
    role: 'victim-care-officer',
    outcomes: ['representativeAppointed', 'capacityAssessed'],
    asks: 'Somebody to receive the rights of a victim who lacks capacity',
  },
  nameSeparateOfficer: {
    role: 'supervisor',
    outcomes: ['separateOfficerNamed'],
    asks: 'Another officer for the matter in which the victim is suspected',
  },
  arrangePrisonContact: {
    role: 'victim-care-officer',
    outcomes: ['prisonContactArranged', 'custodyChanged'],
    asks: 'A safe route to a victim in custody',
  },
  recordMatterAnswer: {
    role: 'victim-care-officer',
    outcomes: ['matterAnswered'],
    asks: 'What has become of something that the victim asked for',
  },
  offerPersonalStatement: {
    role: 'victim-care-officer',
    outcomes: ['personalStatementOffered', 'statementMade'],
    asks: 'The Victim Personal Statement, to be offered again',
  },
  askReading: {
    role: 'victim-care-officer',
    outcomes: ['statementReadingChosen'],
    asks: 'How the statement is to be read in court',
  },
  nameFamilyLiaison: {
    role: 'supervisor',
    outcomes: ['familyLiaisonNamed'],
    asks: 'The victim has died: an officer who is the way to the family',
  },
  tellOfDeath: {
    role: 'victim-care-officer',
    outcomes: ['deathTold'],
    asks: 'The victim has died: somebody whom it concerns, to be told before they write or call',
  },
  considerRelatives: {
    role: 'victim-care-officer',
    outcomes: ['relativeCaseOpened', 'relativesConsidered'],
    asks: 'The victim has died: whether relatives are to have cases of their own',
  },
  giveAdvice: {
    role: 'victim-care-officer',
    outcomes: ['adviceGiven'],
    asks: 'Advice that somebody has asked for',
  },
  chaseChallenge: {
    role: 'victim-care-officer',
    outcomes: ['challengeAnswered'],
    asks: 'The answer to a challenge raised for the victim',
  },
} as const satisfies Record<string, { role: Role; outcomes: readonly FactKind[]; asks: string }>;
