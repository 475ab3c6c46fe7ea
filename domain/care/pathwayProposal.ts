import type { CareState } from '../careState';
import type { NeedLevel, RiskLevel } from './conversationWords';
import { needWords } from './needWords';
import type { Pathway, PathwayCondition, PathwayRules, PlannedHelp } from './pathwayRules';
import { needLevels, pathways, type Circumstance, type NeedCategory, type PersonKind, type Tier } from '../vocabulary';

/** What a proposal rests on. */
export interface PathwaySubject {
  readonly personKind: PersonKind;
  readonly tier: Tier;
  readonly offence: string;
  readonly circumstances: readonly Circumstance[];
  /** Undefined while nobody has assessed them. */
  readonly needs: readonly { readonly category: NeedCategory; readonly level: NeedLevel }[] | undefined;
  readonly risk: RiskLevel;
  readonly interpreter: boolean;
}

export interface PathwayProposal {
  readonly pathway: Pathway;
  /** Needs were not assessed yet: it rests on the circumstances alone. */
  readonly provisional: boolean;
  readonly reasons: readonly { readonly rule: string; readonly pathway: Pathway; readonly because: string }[];
  readonly help: readonly { readonly action: PlannedHelp; readonly because: string }[];
}

type Assessed = Pick<CareState, 'risk' | 'interpreter'> & {
  readonly needs?: { readonly needs: PathwaySubject['needs'] } | undefined;
};

export function subjectOf(
  personKind: PersonKind,
  tier: Tier,
  offence: string,
  circumstances: readonly Circumstance[],
  { needs, risk, interpreter }: Assessed
): PathwaySubject {
  return {
    personKind,
    tier,
    offence,
    circumstances,
    needs: needs?.needs,
    risk: risk?.level ?? 'notAssessed',
    interpreter: interpreter !== undefined,
  };
}

/** The highest pathway that a rule asks for, with every rule that spoke, and the kinds of help that the needs suggest. */
export function proposePathway(subject: PathwaySubject, { rules, help }: PathwayRules): PathwayProposal {
  const spoke = rules.filter(({ when }) => holds(when, subject));
  const pathway = highest(spoke.map((rule) => rule.pathway));
  const reasons = spoke
    .filter((rule) => rule.pathway === pathway)
    .concat(spoke.filter((rule) => rule.pathway !== pathway))
    .map(({ id, pathway: asked, because }) => ({ rule: id, pathway: asked, because }));
  const none = { rule: 'nothingMore', pathway, because: 'nothing that is known asks for more' } as const;
  const suggested = new Map<PlannedHelp, string>();
  for (const { category, level } of subject.needs ?? []) {
    if (!isAtLeast(level, help.atLeast)) continue;
    for (const action of help.by[category])
      if (!suggested.has(action)) suggested.set(action, `a ${level} need: ${needWords[category]}`);
  }
  if (subject.interpreter) suggested.set('interpreter', 'an interpreter is needed');
  return {
    pathway,
    provisional: subject.needs === undefined,
    reasons: reasons.length > 0 ? reasons : [none],
    help: [...suggested].map(([action, because]) => ({ action, because })),
  };
}

function holds(when: PathwayCondition, subject: PathwaySubject): boolean {
  const { circumstances, offences, personKinds, tier, riskAtLeast, needs } = when;
  if (circumstances && !circumstances.some((each) => subject.circumstances.includes(each))) return false;
  if (offences && !offences.some((each) => each === subject.offence)) return false;
  if (personKinds && !personKinds.includes(subject.personKind)) return false;
  if (tier && tier !== subject.tier) return false;
  if (riskAtLeast && riskRank(subject.risk) < riskRank(riskAtLeast)) return false;
  if (!needs) return true;
  return (subject.needs ?? []).filter(({ level }) => isAtLeast(level, needs.atLeast)).length >= needs.count;
}

function highest(asked: readonly Pathway[]): Pathway {
  return [...pathways].reverse().find((pathway) => asked.includes(pathway)) ?? 'universal';
}

function isAtLeast(level: NeedLevel, least: NeedLevel): boolean {
  return needLevels.indexOf(level) >= needLevels.indexOf(least);
}

/** Not assessed is no risk that anybody has found: it is made visible elsewhere, and proposes nothing. */
function riskRank(level: RiskLevel): number {
  return (['notAssessed', 'standard', 'medium', 'high'] as const).indexOf(level);
}
