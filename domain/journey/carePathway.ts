import { calendarDays, isBusiness, isWitnessOnly, limitFromReceipt, nothing, type Step } from './step';

/**
 * The decision on the care pathway, with a plan and an offer of support.
 * Silence: no pathway is assumed; until a person decides, referral stays open beside it.
 */
export const carePathway: Step = (view) => {
  if (view.state.pathway || isBusiness(view) || isWitnessOnly(view)) return nothing;
  const days = view.record.opening.standards.needsAssessmentDays;
  const { dueAt, from } = limitFromReceipt(view, calendarDays(days));
  return {
    tasks: [{ key: 'choosePathway', kind: 'choosePathway', dueAt, why: { rule: 'forceStandard', days, from } }],
  };
};
