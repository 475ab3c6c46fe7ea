import fc from 'fast-check';
import type { FactData } from '../../../domain/fact';
import { pathwayProposed } from '../../../domain/care/conversationRules';
import { proposePathway, type PathwaySubject } from '../../../domain/care/pathwayProposal';
import { defaultPathwayRules } from '../../../domain/care/pathwayRules';
import * as words from '../../../domain/vocabulary';
import { mayComplete } from '../../../domain/mayCarryOut';
import { aFact, PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const level = fc.constantFrom(...words.needLevels);
const subjects: fc.Arbitrary<PathwaySubject> = fc.record({
  personKind: fc.constantFrom(...words.personKinds),
  tier: fc.constantFrom(...words.tiers),
  offence: fc.constantFrom(...words.offenceCategories),
  circumstances: fc.subarray([...words.circumstances], { maxLength: 3 }),
  needs: fc.option(
    fc
      .tuple(...words.needCategories.map(() => level))
      .map((levels) => words.needCategories.map((category, index) => ({ category, level: levels[index] ?? 'none' }))),
    { nil: undefined }
  ),
  risk: fc.constantFrom(...words.riskLevels),
  interpreter: fc.boolean(),
});
const rank = (pathway: (typeof words.pathways)[number]) => words.pathways.indexOf(pathway);
const propose = (subject: PathwaySubject) => proposePathway(subject, defaultPathwayRules);

describe('the pathway that is proposed', () => {
  it('always has a reason, and the first reason asks for it', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const { pathway, reasons, provisional } = propose(subject);
        expect(reasons[0]?.pathway).toBe(pathway);
        expect(provisional).toBe(subject.needs === undefined);
      })
    );
  });

  it('never falls because a need or the risk is greater, or because more is known', () => {
    fc.assert(
      fc.property(subjects, fc.nat(9), fc.constantFrom(...words.circumstances), (subject, index, more) => {
        const before = rank(propose(subject).pathway);
        const needs = subject.needs?.map((need, at) => (at === index ? { ...need, level: 'high' as const } : need));
        expect(rank(propose({ ...subject, needs }).pathway)).toBeGreaterThanOrEqual(before);
        expect(rank(propose({ ...subject, risk: 'high' }).pathway)).toBeGreaterThanOrEqual(before);
        expect(rank(propose({ ...subject, tier: 'enhanced' }).pathway)).toBeGreaterThanOrEqual(before);
        const circumstances = [...subject.circumstances, more];
        expect(rank(propose({ ...subject, circumstances }).pathway)).toBeGreaterThanOrEqual(before);
      })
    );
  });

  it('suggests help for every need that is medium or high, none of it twice', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const actions = propose(subject).help.map(({ action }) => action);
        expect(new Set(actions).size).toBe(actions.length);
        for (const { category, level: found } of subject.needs ?? []) {
          if (found !== 'medium' && found !== 'high') continue;
          expect(actions).toEqual(expect.arrayContaining([...defaultPathwayRules.help.by[category]]));
        }
      })
    );
  });

  it('says why in the words of an officer: that safety is a need, and not that it is high', () => {
    const needs = [
      { category: 'safety', level: 'high' },
      { category: 'familyFriendsAndChildren', level: 'medium' },
    ] as const;
    const victim = PureCase.open();
    victim.complete('assessNeeds', 'needsAssessed', { needs: [...needs], riskLevel: 'standard' }, after(1));
    expect(pathwayProposed(victim.careRecord).help).toEqual([
      { action: 'safetyPlanning', because: 'a high need: safety' },
      { action: 'homeSecurity', because: 'a high need: safety' },
      { action: 'childrenServices', because: 'a medium need: family, friends and children' },
    ]);
  });

  it.each([
    ['a burglary with no needs', {}, 'universal'],
    ['a hate crime', { circumstances: ['hateCrime'] }, 'enhanced'],
    ['a rape', { offence: { category: 'sexualOffence' } }, 'specialist'],
    ['a bereaved relative', { personKind: 'bereavedRelative' }, 'specialist'],
  ] as const)('for %s', (_, opening, pathway) => {
    expect(pathwayProposed(PureCase.open(opening).careRecord)).toMatchObject({ pathway, provisional: true });
  });

  it('is specialist where the risk at home is high', () => {
    const victim = PureCase.open({ circumstances: ['domesticAbuse'] });
    const high = { needs: [], riskLevel: 'high', enhancedRightsGrounds: ['intimidated'] } as const;
    victim.complete('assessNeeds', 'needsAssessed', high as unknown as FactData['needsAssessed'], after(1));
    expect(pathwayProposed(victim.careRecord)).toMatchObject({ pathway: 'specialist', provisional: false });
  });
});

describe('the person who decides the pathway', () => {
  const assessed: FactData['needsAssessed'] = {
    needs: [{ category: 'safety', level: 'high' }],
    riskLevel: 'standard',
    enhancedRightsGrounds: [],
  };
  const decided: FactData['pathwayChosen'] = { pathway: 'universal', support: 'undecided', plan: [] };
  const known = () => PureCase.open().complete('assessNeeds', 'needsAssessed', assessed, after(1));

  function refusalOf(victim: PureCase, data: FactData['pathwayChosen']) {
    const { taskId } = victim.openTask('choosePathway');
    const outcome = aFact('pathwayChosen', data, after(2), { source: 'team' });
    return mayComplete(victim.careRecord, { commandId: 'c', by: 'officer-1', taskId, outcome });
  }

  it('takes what is proposed without a reason', () => {
    expect(refusalOf(known(), { ...decided, pathway: 'enhanced' })).toBeUndefined();
  });

  it('is refused another one without a reason, and told what is proposed and why', () => {
    expect(refusalOf(known(), decided)).toEqual({
      code: 'differenceWithoutReason',
      because: 'The rules propose the enhanced pathway (at least one need is high). Say why it is not taken.',
    });
  });

  it('may differ with a reason, and the record says what was proposed', () => {
    const victim = known().complete(
      'choosePathway',
      'pathwayChosen',
      { ...decided, differsBecause: 'victimsWish' },
      after(2)
    );
    expect(victim.careRecord.facts.at(-1)?.data).toMatchObject({
      pathway: 'universal',
      proposed: 'enhanced',
      differsBecause: 'victimsWish',
    });
  });

  it('is held to nothing before the needs were assessed', () => {
    expect(refusalOf(PureCase.open({ circumstances: ['hateCrime'] }), decided)).toBeUndefined();
  });
});
