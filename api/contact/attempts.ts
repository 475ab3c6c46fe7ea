import { z } from 'zod';
import type { Timeline } from '../../database/cases/caseEvents';
import type { Persons } from '../../database/people/persons';
import { conversationOfFacts } from '../../domain/care/conversationOfFacts';
import { caseShape } from '../cases/caseShape';
import { instantText } from '../http/answerShapes';
import { nextAttemptShape } from '../cases/taskShape';
import type { CasesInScope } from '../access/casesInScope';
import { advisedAttempt } from './taskAdvice';
import { endpoint, type Endpoint } from '../http/endpoint';
import { allFacts } from '../cases/timeline';
import { casePath } from '../http/values';

const attemptShape = z.object({
  fact: z.int(),
  at: instantText,
  channel: z.string(),
  result: z.string(),
  callBackAt: instantText.optional(),
});

const attemptsShape = z
  .object({
    caseId: z.string(),
    firstContact: caseShape.shape.firstContact,
    reachedAt: instantText.optional(),
    sinceReached: z.array(attemptShape).meta({ description: 'Attempts that failed since they were last reached.' }),
    next: nextAttemptShape.extend({ why: z.string() }).optional(),
  })
  .meta({ id: 'Attempts' });

/** Where the ladder of attempts stands, and its next rung. */
export function attempts(stores: { timeline: Timeline; persons: Persons }, cases: CasesInScope): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/attempts',
      summary: 'Attempts to reach the victim since the last success, and what to do next, not before when, and why',
      params: casePath,
      answers: { 200: { description: 'As the case stands.', schema: attemptsShape } },
      async handle(asked) {
        const summary = await cases.find(asked, asked.params.caseId);
        const { caseId, firstContact } = summary;
        const next = await advisedAttempt(stores, summary, asked.now);
        const { attempts: known } = conversationOfFacts(caseId, await allFacts(stores.timeline, caseId));
        const body = {
          caseId,
          ...(firstContact ? { firstContact } : {}),
          ...(known.reached ? { reachedAt: known.reached.at } : {}),
          sinceReached: known.tries.map(({ seq, ...each }) => ({ fact: seq, ...each })),
          ...(next ? { next } : {}),
        };
        return { status: 200, body };
      },
    }),
  ];
}
