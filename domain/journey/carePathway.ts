import { isBusiness, isWitnessOnly, limitOfReport, nothing, standardDays, type Step } from './step';

/**
 * The decision on the care pathway, with a plan and an offer of support.
 * Silence: no pathway is assumed; until a person decides, referral stays open beside it.
 */
export const carePathway: Step = (view) => {
  if (view.state.pathway || isBusiness(view) || isWitnessOnly(view)) return nothing;
  const days = view.record.opening.standards.needsAssessmentDays;
  const limit = limitOfReport(view, 'pathwayChosen', (from) => standardDays(days, from));
  return { tasks: [{ key: 'choosePathway', kind: 'choosePathway', ...limit }] };
};
