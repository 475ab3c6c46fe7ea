import { isYouthSentence } from '../../court/afterSentence/sentenceKinds';
import type { Fact } from '../../fact';
import {
  isWitnessOnly,
  later,
  notPassed,
  nothing,
  oursSince,
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
 * is asked, and asked again. Silence: it stays asked; the victim has been told of the sentence itself all the same.
 */
export const youthJustice: Step = (view) => {
  if (isWitnessOnly(view)) return nothing;
  const { counted } = view.state;
  const sentence = counted.findLast(
    (fact): fact is Fact<'sentencePassed'> => fact.kind === 'sentencePassed' && isYouthSentence(fact)
  );
  if (!sentence || counted.some(({ kind }) => kind === 'youthJusticeAnswered')) return nothing;
  const asked = counted.findLast(({ kind }) => kind === 'youthJusticeAsked');
  if (asked) return chased(view, asked);
  const own = (from: string) => standardWorkingDays(view, askWorkingDays, from);
  const limit = notPassed(own, later(sentence.recordedAt, oursSince(view)), view);
  const key = `askYouthJusticeService:${sentence.seq}`;
  return { tasks: [{ key, kind: 'askYouthJusticeService', ...limit, about: [sentence.seq] }] };
};

function chased(view: CaseView, { seq, recordedAt }: Fact): StepPlan {
  const chasesAt = workingDays(view, answerWorkingDays)(later(recordedAt, oursSince(view)));
  if (view.now < chasesAt) return { tasks: [], wakeAt: [chasesAt] };
  const limit = standardWorkingDays(view, chaseWorkingDays, chasesAt);
  return { tasks: [{ key: `chaseYouthJusticeService:${seq}`, kind: 'chaseYouthJusticeService', ...limit }] };
}
