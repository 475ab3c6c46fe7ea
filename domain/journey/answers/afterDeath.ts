import type { DemandRung } from '../../answers/demands';
import type { ToldOfDeath } from '../../care/careWords';
import { stillToTellOfDeath } from '../../care/death';
import type { AfterDeathStandards, CareRecord } from '../../careRecord';
import { careState, type CareState } from '../../careState';
import type { Fact } from '../../fact';
import type { Instant } from '../../time/londonTime';
import { endingsOf } from '../../tracks/caseEnd';
import type { Role } from '../../vocabulary';
import { askedInTurn, type Asked } from './askedInTurn';
import { nothing, type CaseView, type Step } from '../step';

/**
 * What a death leaves to people: an officer who is the way to the family, everybody who must hear of it before they
 * write or call, and whether relatives are to have cases of their own. Silence: the next rung is asked, the last stays
 * asked. A case that heard of the death from another one of the same person asks only for those whom it concerns itself.
 */
export const afterDeath: Step = (view) => {
  const promised = view.record.opening.standards.afterDeath;
  const death = view.state.counted.findLast((fact): fact is Fact<'victimDied'> => fact.kind === 'victimDied');
  if (view.state.end?.kind !== 'victimDied' || !death || !promised) return nothing;
  const family = death.data.knownFromAnotherCase ? [] : familyAsked(view, promised, death.seq);
  const plans = [...toTell(view, promised, death), ...family.map((each) => ({ ...each, from: death.recordedAt }))].map(
    (each) => askedInTurn(each, view)
  );
  return { tasks: plans.flatMap(({ tasks }) => tasks), wakeAt: plans.flatMap(({ nextAt }) => nextAt ?? []) };
};

type Wanted = Omit<Asked, 'from'>;

function toTell({ record, state }: CaseView, { tell }: AfterDeathStandards, { seq }: Fact<'victimDied'>): Asked[] {
  const before = state.counted.filter((fact) => fact.seq < seq);
  const hadEnded = endingsOf(before, record.facts).end !== undefined;
  return concernedBy(state, hadEnded).map((told) => ({
    key: `death:${seq}:tell:${told}`,
    rungs: asked(tell, 'victim-care-officer', 'supervisor'),
    from: concernedSince(told, record, seq, hadEnded),
    task: { kind: 'tellOfDeath', told, about: [seq] },
  }));
}

function concernedBy(state: CareState, hadEnded: boolean): ToldOfDeath[] {
  const isConcerned = (told: ToldOfDeath) =>
    told === 'supportServices' || (!hadEnded && (told !== 'familyLiaison' || state.familyLiaison !== undefined));
  return stillToTellOfDeath(state).filter(isConcerned);
}

/** Who came into the case after the death is told from then, whatever brought them: a charge, another prosecution, a new trial. */
function concernedSince(told: ToldOfDeath, { opening, facts }: CareRecord, death: number, hadEnded: boolean): Instant {
  const wasConcerned = (count: number) =>
    concernedBy(careState({ opening, facts: facts.slice(0, count) }), hadEnded).includes(told);
  let first = facts.length;
  while (first > death && wasConcerned(first - 1)) first -= 1;
  return (facts[first - 1] as Fact).recordedAt;
}

function familyAsked({ state }: CaseView, promised: AfterDeathStandards, seq: number): Wanted[] {
  const wanted: Wanted[] = [];
  if (state.familyLiaison === undefined) {
    const rungs = asked(promised.nameFamilyLiaison, 'supervisor', 'duty-inspector');
    wanted.push({ key: `death:${seq}:familyLiaison`, rungs, task: { kind: 'nameFamilyLiaison', about: [seq] } });
  }
  if (state.relativeCases.size === 0 && !state.relativesConsidered) {
    const rungs = asked(promised.considerRelatives, 'victim-care-officer', 'supervisor');
    wanted.push({ key: `death:${seq}:relatives`, rungs, task: { kind: 'considerRelatives', about: [seq] } });
  }
  return wanted;
}

function asked(within: DemandRung['within'], ...roles: Role[]): DemandRung[] {
  return roles.map((role) => ({ to: [role], within }));
}
