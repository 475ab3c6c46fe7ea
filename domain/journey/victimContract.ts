import {
  isWitnessOnly,
  later,
  limitOfReport,
  nothing,
  oursSince,
  standardDays,
  wantsNoContact,
  type Step,
} from './step';

/**
 * The Victim Contract: how, when and how often the victim wants to hear.
 * Silence: the force's default frequency runs until one is agreed.
 */
export const victimContract: Step = (view) => {
  if (view.state.contract || wantsNoContact(view) || isWitnessOnly(view)) return nothing;
  const days = view.record.opening.standards.victimContractDays;
  const notBefore = later(oursSince(view), view.state.contactResumed?.at);
  const limit = limitOfReport(view, 'victimContractAgreed', (from) => standardDays(days, from), notBefore);
  return { tasks: [{ key: 'agreeVictimContract', kind: 'agreeVictimContract', ...limit }] };
};
