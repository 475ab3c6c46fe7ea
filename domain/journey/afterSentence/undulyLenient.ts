import { answers, limitOf, nothing, isWitnessOnly, type Step } from '../step';

/**
 * Telling of a sentence is not explaining what can be asked for within 28 days that nobody can extend: that has a task
 * of its own beside it. Silence: the duty stays owed and shows as overdue; the window passes by itself.
 */
export const undulyLenient: Step = (view) => {
  if (isWitnessOnly(view)) return nothing;
  const owed = view.duties.filter((duty) => answers('undulyLenientExplained', duty) && !duty.settled);
  return {
    tasks: owed.flatMap((duty) => {
      const limit = duty.missedBeforeIntake ? undefined : limitOf(duty);
      if (!limit) return [];
      const key = `explainUndulyLenient:${duty.seq}`;
      return [{ key, kind: 'explainUndulyLenient' as const, ...limit, about: [duty.seq], duty: duty.id }];
    }),
  };
};
