import { calendarDays, isBusiness, limitFromReceipt, movedLimit, nothing, type Step } from './step';

/**
 * The needs assessment: needs, risk and the grounds for Enhanced Rights.
 * Silence: until it is done the case keeps the tier proposed at intake, and the task goes on ageing in the list.
 */
export const needsAssessment: Step = (view) => {
  if (view.state.needs || isBusiness(view)) return nothing;
  const days = view.record.opening.standards.needsAssessmentDays;
  const { dueAt, from } = limitFromReceipt(view, calendarDays(days));
  const limit = { dueAt, why: { rule: 'forceStandard', days, from } as const };
  return {
    tasks: [{ key: 'assessNeeds', kind: 'assessNeeds', ...(movedLimit(view, 'force-needs-assessment') ?? limit) }],
  };
};
