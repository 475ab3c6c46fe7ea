import { isYouthSentence } from '../../court/afterSentence/sentenceKinds';
import { standingSentences } from '../../court/afterSentence/quashed';
import type { Fact } from '../../fact';
import { inOrderOfHappening } from '../../happening';
import {
  isWitnessOnly,
  later,
  nothing,
  oursSince,
  ownLimit,
  standardWorkingDays,
  workingDays,
  type CaseView,
  type Step,
  type StepPlan,
} from '../step';

const askWorkingDays = 2;
const answerWorkingDays = 10;
const chaseWorkingDays = 1;

/**
 * The Youth Justice Service tells a victim how a sentence of somebody under 18 goes, and offers restorative justice: it
 * is asked, and asked again, also where the question did not reach it. Silence: it stays asked; the victim has been told
 * of the sentence itself all the same.
 */
export const youthJustice: Step = (view) => {
  if (isWitnessOnly(view)) return nothing;
  const { counted } = view.state;
  const sentence = standingSentences(inOrderOfHappening(counted)).findLast(isYouthSentence);
  if (!sentence || counted.some(({ kind }) => kind === 'youthJusticeAnswered')) return nothing;
  const asked = counted.findLast((fact) => fact.kind === 'youthJusticeAsked' || missedIt(fact));
  if (asked?.kind === 'youthJusticeAsked') return chased(view, asked);
  const own = (from: string) => standardWorkingDays(view, askWorkingDays, from);
  const limit = ownLimit(view, own, (asked ?? sentence).recordedAt);
  const key = `askYouthJusticeService:${(asked ?? sentence).seq}`;
  return { tasks: [{ key, kind: 'askYouthJusticeService', ...limit, about: [sentence.seq] }] };
};

function missedIt({ kind, data }: Fact): boolean {
  return kind === 'courtPartnerNotReached' && data.partner === 'youthJusticeService';
}

function chased(view: CaseView, { seq, recordedAt }: Fact): StepPlan {
  const chasesAt = workingDays(view, answerWorkingDays)(later(recordedAt, oursSince(view)));
  if (view.now < chasesAt) return { tasks: [], wakeAt: [chasesAt] };
  const limit = standardWorkingDays(view, chaseWorkingDays, chasesAt);
  return { tasks: [{ key: `chaseYouthJusticeService:${seq}`, kind: 'chaseYouthJusticeService', ...limit }] };
}
