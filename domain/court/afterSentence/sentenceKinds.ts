import type { Fact } from '../../fact';
import type { Sentence } from '../courtEvent';

/** Sentences that are served in custody at once. */
export const custodial: ReadonlySet<Sentence> = new Set<Sentence>([
  'imprisonment',
  'lifeImprisonment',
  'extendedImprisonment',
  'detentionAndTraining',
]);

export const hospital: ReadonlySet<Sentence> = new Set<Sentence>(['hospitalOrder', 'hospitalOrderWithRestriction']);

/** Disposals that courts have for somebody under 18 alone. */
const forYouth: ReadonlySet<Sentence> = new Set<Sentence>([
  'detentionAndTraining',
  'referralOrder',
  'youthRehabilitationOrder',
]);

/** Whether the Youth Justice Service has the sentence: it tells the victim how it goes. */
export function isYouthSentence({ data }: Fact<'sentencePassed'>): boolean {
  return data.court === 'youth' || data.sentences.some((each) => forYouth.has(each));
}
