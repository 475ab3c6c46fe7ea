import { changesNeeds } from '../care/changedNeeds';
import { conversationOf } from '../forceStandards';
import type { WantedTask } from '../task';
import { isBusiness, nothing, ownLimit, standardHours, standardWorkingDays, type CaseView, type Step } from './step';

/**
 * Needs are looked at again when circumstances change; a risk that nobody assessed is asked for where the person has
 * Enhanced Rights; and whoever is to give evidence has a fuller assessment of their own. Earlier ones stay on record.
 * Silence: each stays open, and the earlier assessment counts on.
 */
export const reassessment: Step = (view) => {
  if (isBusiness(view)) return nothing;
  return { tasks: [...lookedAtAgain(view), ...riskUnknown(view), ...toGiveEvidence(view)] };
};

function lookedAtAgain(view: CaseView): WantedTask[] {
  const { needs, needsLookedAt: looked, counted, tier } = view.state;
  if (!needs || !looked) return [];
  const change = counted.find(
    (fact) => changesNeeds(fact) && (fact.happenedAt > looked.at || fact.recordedAt > recordedAt(view, looked.seq))
  );
  if (!change) return [];
  const days = conversationOf(view.record.opening.standards).reassessWorkingDays[tier.tier];
  const own = (from: string) => standardWorkingDays(view, days, from);
  const limit = ownLimit(view, own, change.recordedAt);
  // One look answers for all that has changed since the last one, also when part of it is corrected.
  const key = `reassessNeeds:since:${looked.seq}`;
  return [{ key, kind: 'reassessNeeds', ...limit, about: [change.seq] }];
}

function recordedAt({ record }: CaseView, seq: number): string {
  return record.facts[seq - 1]?.recordedAt ?? '';
}

function riskUnknown(view: CaseView): WantedTask[] {
  const { risk, needs, tier } = view.state;
  if (!needs || !risk || risk.level !== 'notAssessed' || tier.tier !== 'enhanced') return [];
  const hours = conversationOf(view.record.opening.standards).assessRiskHours;
  const limit = ownLimit(view, (from) => standardHours(hours, from), risk.at);
  return [{ key: `assessRisk:${risk.seq}`, kind: 'assessRisk', ...limit }];
}

function toGiveEvidence(view: CaseView): WantedTask[] {
  const { toGiveEvidence: required, evidenceNeeds } = view.state;
  if (!required || evidenceNeeds) return [];
  const days = conversationOf(view.record.opening.standards).evidenceNeedsWorkingDays;
  const own = (from: string) => standardWorkingDays(view, days, from);
  const limit = ownLimit(view, own, required.at);
  return [{ key: 'assessEvidenceNeeds', kind: 'assessEvidenceNeeds', ...limit, about: [required.seq] }];
}
