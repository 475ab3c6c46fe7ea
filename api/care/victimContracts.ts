import { z } from 'zod';
import { agreedTerms } from '../../database/cases/agreedTerms';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { newsTopics, quietTimes } from '../../domain/care/conversationWords';
import type { Fact } from '../../domain/fact';
import { standardsOf } from '../../domain/forceStandards';
import { commandAnswerShape, instantText, pageOf } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import type { CommandCalls } from '../http/commandCalls';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { fitOf, type FactStores } from '../cases/factFits';
import { notFound, Problem } from '../http/errors';
import { careFacts } from '../facts/careFacts';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { etag, requiredVersion } from '../http/preconditions';
import { allFacts } from '../cases/timeline';
import { casePath, freeText, instantValue } from '../http/values';

const contractBody = careFacts.victimContractAgreed
  .extend({ happenedAt: instantValue.optional(), note: freeText.optional() })
  .meta({ id: 'VictimContractTerms' });

const contractShape = z
  .object({
    caseId: z.string(),
    agreed: z.boolean().meta({ description: "False where the force's default was kept." }),
    agreedAt: instantText,
    fact: z.int(),
    everyDays: z.int(),
    channel: z.string().optional(),
    days: z.array(z.string()).optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    hearAbout: z.array(z.enum(newsTopics)).optional(),
    inQuietTimes: z.enum(quietTimes).optional(),
    mayAlsoTell: z.array(z.string()).optional(),
    agreedWith: z.enum(['victim', 'representative']).optional(),
  })
  .meta({ id: 'VictimContract' });

const versionShape = contractShape.extend({
  by: z.string(),
  current: z.boolean(),
  corrected: z.boolean().meta({ description: 'Another one was put in its place because it was wrong.' }),
});

/** What was agreed with the victim about updates: channel, timing, frequency. Its version is the fact it rests on. */
export function victimContracts(stores: FactStores, cases: CasesInScope, commands: CommandCalls): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/victim-contract/versions',
      summary: 'Every Victim Contract that was agreed, newest first; none is overwritten',
      params: casePath,
      answers: { 200: { description: 'All of them.', schema: pageOf(versionShape) } },
      async handle(asked) {
        const about = await cases.find(asked, asked.params.caseId);
        const facts = await allFacts(stores.timeline, about.caseId);
        const items = facts.flatMap((fact) => versionIn(fact, about)).reverse();
        return { status: 200, body: { items } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/victim-contract',
      summary: 'The Victim Contract that counts now',
      params: casePath,
      etag: true,
      answers: { 200: { description: 'The Victim Contract; 404 until there is one.', schema: contractShape } },
      async handle(asked) {
        const { caseId, victimContract } = await cases.find(asked, asked.params.caseId);
        if (!victimContract) throw notFound();
        const { agreedAt, fact, everyDays } = victimContract;
        const terms = await agreedTerms(stores.timeline, { caseId, victimContract });
        const body = { caseId, agreed: terms !== undefined, agreedAt, fact, everyDays, ...terms };
        return { status: 200, body, headers: etag(fact) };
      },
    }),
    endpoint({
      method: 'put',
      path: '/cases/{caseId}/victim-contract',
      summary: 'Agree a Victim Contract, or another one; then If-Match is needed',
      params: casePath,
      body: contractBody,
      ifMatch: 'optional',
      idempotent: true,
      answers: { 200: { description: 'Agreed.', schema: commandAnswerShape } },
      async handle(asked) {
        const about = await cases.find(asked, asked.params.caseId);
        const { happenedAt, note, ...data } = asked.body;
        const mustFit = await fitOf(stores, about, {
          kind: 'victimContractAgreed',
          data,
          pointer: '',
          at: happenedAt ?? asked.now,
        });
        return commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 200,
          about,
          note,
          order: ({ noteId }) => {
            const by = { source: sideOf(asked), now: asked.now, noteId };
            return { fact: newFact('victimContractAgreed', data, { happenedAt }, by) };
          },
          precondition: () => {
            mustFit();
            mustMatch(asked, about);
          },
        });
      },
    }),
  ];
}

function versionIn(fact: Fact, { caseId, investigatingForce, victimContract }: CaseSummary) {
  if (fact.kind !== 'victimContractAgreed' && fact.kind !== 'victimContractDefaultKept') return [];
  const { seq, happenedAt: agreedAt, by, supersededBy } = fact;
  const agreed = fact.kind === 'victimContractAgreed';
  const terms = agreed ? fact.data : { everyDays: standardsOf(investigatingForce).updateEveryDays };
  const version = { caseId, agreed, agreedAt, fact: seq, by, current: victimContract?.fact === seq };
  return [{ ...version, corrected: supersededBy !== undefined, ...terms }];
}

function mustMatch(asked: Asked<unknown>, { victimContract }: CaseSummary): void {
  if (!victimContract) return;
  if (requiredVersion(asked, victimContract.fact) !== victimContract.fact) {
    throw new Problem('preconditionFailed', 'Another Victim Contract was agreed since you read it. Read it again.');
  }
}
