import type { CourtEventData, Sentence } from '../../domain/court/courtEvent';
import type { OrderResult } from './resultMeaning';

/**
 * Results by the code that all criminal justice systems of England and Wales share, as Common Platform, Libra and the
 * Standard Prosecutor Interface send it. A code that is not here is read by its words.
 */
export const sentenceByCode: Readonly<Record<string, Sentence>> = {
  1002: 'imprisonment',
  1003: 'lifeImprisonment',
  1004: 'hospitalOrderWithRestriction',
  1007: 'imprisonment',
  1008: 'hospitalOrder',
  1015: 'fine',
  1017: 'absoluteDischarge',
  1018: 'conditionalDischarge',
  1022: 'imprisonment',
  1024: 'imprisonment',
  1034: 'otherwiseDealtWith',
  1035: 'otherwiseDealtWith',
  1073: 'imprisonment',
  1081: 'detentionAndTraining',
  1088: 'hospitalOrder',
  1089: 'suspendedImprisonment',
  1097: 'referralOrder',
  1114: 'imprisonment',
  1115: 'suspendedImprisonment',
  1116: 'communityOrder',
  1134: 'suspendedImprisonment',
  1141: 'youthRehabilitationOrder',
  1142: 'youthRehabilitationOrder',
  1143: 'youthRehabilitationOrder',
  1177: 'criminalBehaviourOrder',
  1179: 'sexualHarmPreventionOrder',
  1507: 'imprisonment',
  3007: 'drivingDisqualification',
  3012: 'compensation',
  3047: 'restrainingOrder',
  3056: 'confiscation',
  3070: 'drivingDisqualification',
  3071: 'drivingDisqualification',
  3072: 'drivingDisqualification',
  3073: 'drivingDisqualification',
  3074: 'drivingDisqualification',
  3081: 'restrainingOrder',
};

/** What names a sentence and is none: interim orders, disqualification put off, custody in default of a payment. */
export const notFinal: ReadonlySet<string> = new Set([
  '1178',
  '1181',
  '1509',
  '1510',
  '3016',
  '3075',
  '3076',
  '3096',
  '3132',
  '3136',
  '3258',
  '3512',
  '4063',
  '4582',
]);

export const endedByCode: Readonly<Record<string, CourtEventData['offenceEnded']['how']>> = {
  1001: 'unableToProceed',
  2006: 'dismissed',
  2008: 'leftOnFile',
  2050: 'noEvidenceOffered',
  2051: 'withdrawn',
  2053: 'discontinued',
  2060: 'withdrawn',
  2061: 'unableToProceed',
  2063: 'withdrawn',
  2064: 'dismissed',
  2065: 'unableToProceed',
  2082: 'unableToProceed',
  2091: 'noEvidenceOffered',
  2097: 'unableToProceed',
  2103: 'unableToProceed',
  2503: 'unableToProceed',
  3026: 'leftOnFile',
  4010: 'withdrawn',
};

export const orderByCode: Readonly<Record<string, OrderResult>> = {
  3260: { order: 'restrainingOrder', how: 'made' },
  3263: { order: 'restrainingOrder', how: 'changed' },
  3307: { order: 'stalkingProtectionOrder', how: 'made' },
  3326: { order: 'domesticAbuseProtectionOrder', how: 'made' },
};

/** Warrants for the arrest of a defendant; 4585 is for a parent, 4586 for a witness. */
export const warrantCodes: ReadonlySet<string> = new Set(['4575', '4576', '4577']);

/** Committals, transfers and sendings to the Crown Court; 4593 is about bail alone. */
export const sendingCodes: ReadonlySet<string> = new Set([
  ...['4001', '4014', '4015', '4016', '4017', '4020', '4021', '4025', '4048', '4053', '4054', '4057', '4504'],
  ...['4558', '4559', '4560', '4561', '4562', '4563', '4564', '4565', '4567', '4570', '4571'],
]);
