import { z } from 'zod';
import type { Engine } from '../../commands/engine';
import { newestFact } from '../../database/cases/newestFact';
import type { ListedService } from '../../database/referrals/supportServices';
import { londonDay } from '../../domain/time/londonTime';
import { needsConsent, referralProposals as proposalsFor, type Referable } from '../../domain/referrals/referralRules';
import { fitsWish } from '../../domain/referrals/supportService';
import { needCategories, referralBases, referralRecipients } from '../../domain/vocabulary';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { CasesInScope } from '../access/casesInScope';
import { endpoint, type Endpoint } from '../http/endpoint';
import { ageOf } from './referralChecks';
import { casePath } from '../http/values';

const text = z.string();
const service = z.object({ code: text, name: text });

const proposalsShape = z
  .object({
    consentRequired: z.boolean(),
    because: text.optional().meta({ description: 'Who is asked for explicit consent, where it is required.' }),
    isChild: z.boolean().optional().meta({ description: 'Absent where nobody has said how old they are.' }),
    items: z.array(
      z.object({
        recipient: z.enum(referralRecipients),
        bases: z.array(z.enum(referralBases)),
        because: text,
        services: z.array(service).meta({ description: 'Open services of the directory that take such referrals.' }),
      })
    ),
    signposting: z
      .array(service.extend({ needs: z.array(z.enum(needCategories)) }))
      .meta({ description: 'Where to point somebody who declines support, by their needs and language.' }),
  })
  .meta({ id: 'ReferralProposals' });

/** To whom the victim of a case may well be referred, and why: a proposal, for a person to decide. */
export function referralProposals({ database }: Pick<Engine, 'database'>, cases: CasesInScope): Endpoint[] {
  /** Needs and risk as they were last assessed. */
  async function assessed(caseId: string): Promise<Pick<Referable, 'needs' | 'riskLevel'>> {
    const last = await newestFact(database.timeline, caseId, 'needsAssessed');
    return last ? { needs: last.data.needs, riskLevel: last.data.riskLevel } : { needs: [] };
  }

  async function servicesFor({ homeForce, investigatingForce }: CaseSummary): Promise<ListedService[]> {
    const own = await database.supportServices.servicesOf(homeForce);
    const other = homeForce === investigatingForce ? [] : await database.supportServices.servicesOf(investigatingForce);
    return [...own, ...other.filter(({ code }) => !own.some((each) => each.code === code))].filter(({ open }) => open);
  }

  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/referral-proposals',
      summary: 'To whom the victim may be referred or pointed, on what basis, and why',
      params: casePath,
      answers: { 200: { description: 'What the law asks for first, then specialists.', schema: proposalsShape } },
      async handle(asked) {
        const about = await cases.find(asked, asked.params.caseId);
        const [person, needs, services] = await Promise.all([
          database.persons.readPerson(about.personId),
          assessed(about.caseId),
          servicesFor(about),
        ]);
        const age = ageOf(person, londonDay(asked.now));
        const victim: Referable = {
          offence: { category: about.offenceCategory as Referable['offence']['category'] },
          circumstances: about.circumstances as Referable['circumstances'],
          personKind: about.personKind,
          isChild: age === undefined ? about.circumstances.includes('childVictim') : age === 'child',
          tier: about.tier,
          ...needs,
        };
        const who = needsConsent(victim);
        const items = proposalsFor(victim).map((proposal) => ({
          ...proposal,
          services: services.filter((each) => fitsWish(each, proposal)).map(named),
        }));
        const wanted = victim.needs.filter(({ level }) => level !== 'none').map(({ category }) => category);
        const signposting = services
          .filter((each) => fitsWish(each, { language: person?.language }) && helps(each, wanted))
          .map((each) => ({ ...named(each), needs: [...each.needs] }));
        const because = who === undefined ? {} : { because: `Explicit consent is needed of ${who}.` };
        const isChild = age === undefined ? {} : { isChild: victim.isChild };
        return {
          status: 200,
          body: { consentRequired: who !== undefined, ...because, ...isChild, items, signposting },
        };
      },
    }),
  ];
}

function named({ code, name }: ListedService) {
  return { code, name };
}

/** Whether a service helps with one of the needs, or with any. Where nobody has assessed any, every service may help. */
function helps({ needs }: ListedService, wanted: readonly string[]): boolean {
  return needs.length === 0 || wanted.length === 0 || needs.some((need) => wanted.includes(need));
}
