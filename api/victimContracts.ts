import { z } from 'zod';
import type { Timeline } from '../database/caseEvents';
import type { CaseSummary } from '../domain/caseSummary';
import type { FactData } from '../domain/fact';
import { commandAnswerShape, instantText } from './answers';
import type { CasesInScope } from './casesInScope';
import type { CommandCalls } from './commandCalls';
import { endpoint, type Asked, type Endpoint } from './endpoint';
import { notFound, Problem } from './errors';
import { careFacts } from './facts/careFacts';
import { newFact } from './facts/factContracts';
import { sideOf } from './facts/side';
import { etag, requiredVersion } from './preconditions';
import { casePath, freeText, instantValue } from './values';

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
  })
  .meta({ id: 'VictimContract' });

/** What was agreed with the victim about updates: channel, timing, frequency. Its version is the fact it rests on. */
export function victimContracts(
  stores: { timeline: Timeline },
  cases: CasesInScope,
  commands: CommandCalls
): Endpoint[] {
  return [
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
        const told = await stores.timeline.findFact(caseId, fact);
        const agreed = told?.kind === 'victimContractAgreed';
        const terms: Partial<FactData['victimContractAgreed']> = agreed ? told.data : {};
        const body = { caseId, agreed, agreedAt, fact, everyDays, ...terms };
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
        return commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 200,
          about,
          note,
          order: ({ noteId }) => {
            const by = { source: sideOf(asked), now: asked.now, noteId };
            return { fact: newFact('victimContractAgreed', data, { happenedAt }, by) };
          },
          precondition: () => mustMatch(asked, about),
        });
      },
    }),
  ];
}

function mustMatch(asked: Asked<unknown>, { victimContract }: CaseSummary): void {
  if (!victimContract) return;
  if (requiredVersion(asked, victimContract.fact) !== victimContract.fact) {
    throw new Problem('preconditionFailed', 'Another Victim Contract was agreed since you read it. Read it again.');
  }
}
