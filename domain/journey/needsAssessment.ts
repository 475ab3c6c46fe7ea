import { isBusiness, limitOfReport, nothing, standardDays, type Step } from './step';

/**
 * The needs assessment: needs, risk and the grounds for Enhanced Rights.
 * Silence: until it is done the case keeps the tier proposed at intake, and the task goes on ageing in the list.
 */
export const needsAssessment: Step = (view) => {
  if (view.state.needs || isBusiness(view)) return nothing;
  const days = view.record.opening.standards.needsAssessmentDays;
  const limit = limitOfReport(view, 'needsAssessed', (from) => standardDays(days, from));
  return { tasks: [{ key: 'assessNeeds', kind: 'assessNeeds', ...limit }] };
};
