import {
  calendarDays,
  isWitnessOnly,
  later,
  limitFromReceipt,
  movedLimit,
  nothing,
  oursSince,
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
  const { dueAt, from } = limitFromReceipt(view, calendarDays(days), notBefore);
  const limit = { dueAt, why: { rule: 'forceStandard', days, from } as const };
  const moved = movedLimit(view, 'force-victim-contract');
  return { tasks: [{ key: 'agreeVictimContract', kind: 'agreeVictimContract', ...(moved ?? limit) }] };
};
