import { z } from 'zod';
import type { TimelineStores } from '../cases/timeline';
import * as care from '../../domain/care/conversationWords';
import { riskIn } from '../../domain/care/conversation';
import type { Fact } from '../../domain/fact';
import * as words from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import { endpoint, type Endpoint } from '../http/endpoint';
import { allFacts } from '../cases/timeline';
import { casePath } from '../http/values';

const text = z.string();
const level = z.enum([...words.needLevels, 'notAsked']);

const riskShape = z.object({
  level: z.enum(words.riskLevels),
  tool: z.enum(care.riskTools).optional(),
  toolVersion: text.optional(),
  assessedBy: z.enum(care.riskAssessors).optional(),
  reviewedBy: z.enum(care.riskAssessors).optional(),
  override: z.object({ toolLevel: z.enum(words.riskLevels), reason: z.enum(care.overrideReasons) }).optional(),
});

const interpreterShape = z.object({
  language: text,
  vetted: z.literal(true),
  fromSuspectsCircle: z.literal(false),
  vettedOn: text.optional(),
});

const assessmentShape = z
  .object({
    fact: z.int(),
    kind: z.enum(['needs', 'givingEvidence', 'risk', 'unchanged']),
    at: instantText,
    by: text,
    superseded: z.boolean(),
    needs: z.array(z.object({ category: z.enum(words.needCategories), level })).optional(),
    risk: riskShape.optional(),
    strengths: z.array(z.enum(care.strengths)).optional(),
    enhancedRightsGrounds: z.array(z.enum(words.enhancedRightsGrounds)).optional(),
    interpreter: interpreterShape.optional(),
    accessibility: z.array(z.enum(care.accessibilityNeeds)).optional(),
    intimidation: z.enum(words.needLevels).optional(),
    practical: z.array(z.enum(care.evidenceNeeds)).optional(),
  })
  .meta({ id: 'NeedsAssessment' });

const listShape = z.object({
  riskNotAssessed: z.boolean().meta({ description: 'Enhanced Rights, and nobody has assessed the risk.' }),
  items: z.array(assessmentShape),
});

/** What was found of needs and risk, each time that somebody looked; nothing is overwritten. */
export function needsAssessments(stores: TimelineStores, cases: CasesInScope): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/needs-assessments',
      summary: 'Every assessment of needs and risk, newest first; the earlier ones are kept',
      description: 'Every category is named: `notAsked` where the assessment does not speak of it.',
      params: casePath,
      answers: { 200: { description: 'All of them.', schema: listShape } },
      async handle(asked) {
        const { caseId, riskNotAssessed = false } = await cases.find(asked, asked.params.caseId);
        const facts = await allFacts(stores.timeline, caseId);
        return { status: 200, body: { riskNotAssessed, items: facts.flatMap(assessmentIn).reverse() } };
      },
    }),
  ];
}

function assessmentIn(fact: Fact): z.input<typeof assessmentShape>[] {
  const { seq, happenedAt: at, by, supersededBy } = fact;
  const about = { fact: seq, at, by, superseded: supersededBy !== undefined };
  switch (fact.kind) {
    case 'needsAssessed': {
      const { enhancedRightsGrounds, strengths, interpreter, accessibility } = fact.data;
      const found = { needs: everyCategory(fact.data.needs), risk: plain(riskIn(fact.data)) };
      return [
        {
          ...about,
          kind: 'needs',
          ...found,
          ...plain({ enhancedRightsGrounds, strengths, interpreter, accessibility }),
        },
      ];
    }
    case 'evidenceNeedsAssessed': {
      const { needs, risk, ...more } = fact.data;
      return [{ ...about, kind: 'givingEvidence', needs: everyCategory(needs), ...(risk ? { risk } : {}), ...more }];
    }
    case 'riskAssessed':
      return [{ ...about, kind: 'risk', risk: fact.data }];
    case 'needsUnchanged':
      return [{ ...about, kind: 'unchanged' }];
    default:
      return [];
  }
}

function everyCategory(needs: readonly { category: words.NeedCategory; level: care.NeedLevel }[]) {
  const levels = new Map(needs.map((need) => [need.category, need.level]));
  return words.needCategories.map((category) => ({ category, level: levels.get(category) ?? ('notAsked' as const) }));
}

function plain<T extends object>(data: T): T {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;
}
