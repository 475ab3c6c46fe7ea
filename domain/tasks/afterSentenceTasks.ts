import type { FactKind } from '../fact';
import type { Role } from '../vocabulary';

/** Work that a sentence leaves behind it, to its end. */
export const afterSentenceTasks = {
  explainUndulyLenient: {
    role: 'witness-care-officer',
    outcomes: ['undulyLenientExplained'],
    asks: 'The Unduly Lenient Sentence scheme and its last day, to be explained with the sentence',
  },
  referToContactScheme: {
    role: 'witness-care-officer',
    outcomes: ['victimContactSchemeReferred', 'victimContactSchemeDeclined'],
    asks: 'The Victim Contact Scheme: the referral, unless the victim does not want it',
  },
  chaseContactScheme: {
    role: 'witness-care-officer',
    outcomes: [
      'victimContactSchemeReceived',
      'victimLiaisonMade',
      'victimContactSchemeReferred',
      'victimContactSchemeDeclined',
      'victimContactSchemeNotTaken',
    ],
    asks: 'The Victim Contact Scheme has not said that it has the referral, or what changed since',
  },
  handToContactScheme: {
    role: 'witness-care-officer',
    outcomes: ['noticeHandedToScheme'],
    asks: 'A notice of release or parole, to be handed to the Victim Contact Scheme',
  },
  askYouthJusticeService: {
    role: 'witness-care-officer',
    outcomes: ['youthJusticeAsked', 'youthJusticeAnswered'],
    asks: 'A sentence of somebody under 18: the Youth Justice Service is to be asked to tell the victim about it',
  },
  chaseYouthJusticeService: {
    role: 'witness-care-officer',
    outcomes: ['youthJusticeAnswered', 'youthJusticeAsked'],
    asks: 'The Youth Justice Service has not said whether it tells the victim',
  },
  reviewOrderEnd: {
    role: 'victim-care-officer',
    outcomes: ['orderEndReviewed', 'orderVaried'],
    asks: 'An order that protects the victim is about to end: tell them, plan for their safety, and ask whether to extend it',
  },
  recordOrderExtension: {
    role: 'victim-care-officer',
    outcomes: ['orderVaried', 'orderEndReviewed'],
    asks: 'What the court decided on extending an order that protects the victim',
  },
  tellOtherNews: {
    role: 'witness-care-officer',
    outcomes: ['victimTold', 'victimNotTold'],
    asks: 'News of an escape, an order, money or parole, that must reach the person',
  },
  checkCourtMoney: {
    role: 'witness-care-officer',
    outcomes: ['courtMoneyPaid', 'courtMoneyUnchanged', 'courtMoneyDefaulted', 'courtMoneyEnded'],
    asks: 'What has been paid of the money that the court ordered',
  },
} as const satisfies Record<string, { role: Role; outcomes: readonly FactKind[]; asks: string }>;
