import type { DemandRung } from '../../answers/demands';
import type { ToldOfDeath } from '../../care/careWords';
import { stillToTellOfDeath } from '../../care/death';
import type { AfterDeathStandards } from '../../careRecord';
import type { Fact, FactKind } from '../../fact';
import { endingsOf } from '../../tracks/caseEnd';
import type { Role } from '../../vocabulary';
import { askedInTurn, type Asked } from './askedInTurn';
import { later, nothing, type CaseView, type Step } from '../step';

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

/** What brings each of them into the case: who came after the death is told from then. */
const broughtInBy: Readonly<Record<ToldOfDeath, readonly FactKind[]>> = {
  officerInCase: ['reportAmended'],
  supportServices: ['referralMade'],
  familyLiaison: ['familyLiaisonNamed'],
  witnessCareUnit: ['suspectCharged'],
  prosecution: ['suspectCharged'],
  representatives: ['representativeAppointed'],
};

function toTell(
  { record, state }: CaseView,
  { tell }: AfterDeathStandards,
  { seq, recordedAt }: Fact<'victimDied'>
): Asked[] {
  const before = state.counted.filter((fact) => fact.seq < seq);
  const hadEnded = endingsOf(before, record.facts).end !== undefined;
  const concerns = (told: ToldOfDeath) =>
    told === 'supportServices' || (!hadEnded && (told !== 'familyLiaison' || state.familyLiaison !== undefined));
  return stillToTellOfDeath(state)
    .filter(concerns)
    .map((told) => ({
      key: `death:${seq}:tell:${told}`,
      rungs: asked(tell, 'victim-care-officer', 'supervisor'),
      from: state.counted
        .filter(({ kind }) => broughtInBy[told].includes(kind))
        .reduce((from, each) => later(from, each.recordedAt), recordedAt),
      task: { kind: 'tellOfDeath', told, about: [seq] },
    }));
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
