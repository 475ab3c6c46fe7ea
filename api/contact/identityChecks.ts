import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { uuidOf } from '../../commands/uuidOf';
import type { Timeline } from '../../database/cases/caseEvents';
import { identityTriesADay, type IdentityTries } from '../../database/contact/identityTries';
import type { Persons } from '../../database/people/persons';
import type { SecurityQuestions } from '../../database/contact/securityQuestions';
import { conversationOfFacts } from '../../domain/care/conversationOfFacts';
import { londonDay } from '../../domain/time/londonTime';
import { commandAnswerShape, instantText } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import type { CommandCalls } from '../http/commandCalls';
import { endpoint, type Endpoint } from '../http/endpoint';
import { Problem } from '../http/errors';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { mostSecurityQuestions } from '../people/personContract';
import { allFacts } from '../cases/timeline';
import { casePath } from '../http/values';

const checkBody = z
  .strictObject({
    question: z.int().min(1).max(mostSecurityQuestions).meta({ description: 'Its number in the list, from 1.' }),
    answer: z.string().trim().min(1).max(200),
  })
  .meta({ id: 'IdentityCheck' });

const triesLeft = z.int().meta({ description: `Wrong answers that the day has room for, of ${identityTriesADay}.` });
const resultShape = commandAnswerShape
  .extend({ result: z.enum(['passed', 'failed']), triesLeft })
  .meta({ id: 'IdentityCheckResult' });

const questionsShape = z.object({
  questions: z.array(z.object({ number: z.int(), question: z.string() })),
  triesLeft,
  lastPassedAt: instantText.optional(),
});

interface Stores {
  readonly securityQuestions: SecurityQuestions;
  readonly identityTries: IdentityTries;
  readonly timeline: Timeline;
  readonly persons: Pick<Persons, 'idsOf'>;
}

/** Whether somebody on the phone is who they say, before anything is shared. Answers are never shown to anybody. */
export function identityChecks(stores: Stores, cases: CasesInScope, commands: CommandCalls): Endpoint[] {
  const { securityQuestions, identityTries, persons } = stores;

  async function idsOf(personId: string): Promise<[string, ...string[]]> {
    const [first = personId, ...others] = await persons.idsOf(personId);
    return [first, ...others];
  }

  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/identity-checks',
      summary: 'The questions to ask before anything is shared, without their answers',
      params: casePath,
      answers: { 200: { description: 'As of now.', schema: questionsShape } },
      async handle(asked) {
        const { caseId, personId } = await cases.find(asked, asked.params.caseId);
        const ids = await idsOf(personId);
        const [questions, left, facts] = await Promise.all([
          securityQuestions.questionsOf(ids),
          identityTries.triesLeft(ids, londonDay(asked.now)),
          allFacts(stores.timeline, caseId),
        ]);
        const lastPassedAt = conversationOfFacts(caseId, facts).identityPassedAt;
        const body = {
          questions: questions.map((question, index) => ({ number: index + 1, question })),
          triesLeft: left,
          ...(lastPassedAt ? { lastPassedAt } : {}),
        };
        return { status: 200, body };
      },
    }),
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/identity-checks',
      summary: 'Check an answer; after three wrong ones in a day no more are taken that day',
      params: casePath,
      body: checkBody,
      idempotent: true,
      answers: { 201: { description: 'Checked, and on the record.', schema: resultShape } },
      async handle(asked) {
        const about = await cases.find(asked, asked.params.caseId);
        const ids = await idsOf(about.personId);
        const { question, answer } = asked.body;
        const { caller, key, now } = asked;
        const today = londonDay(now);
        const tryId = key === undefined ? randomUUID() : uuidOf(`identity check ${caller.id} ${key}`);
        const questions = await securityQuestions.questionsOf(ids);
        if (question > questions.length) {
          throw new Problem('noSuchQuestion', 'The person has set no such security question.');
        }
        // Taken before the answer is looked at, so that many at once are no more tries than one after the other.
        if (!(await identityTries.takeTry(ids, today, tryId, now))) {
          throw new Problem(
            'identityChecksUsedUp',
            'Three answers were wrong today. No more are taken until tomorrow.'
          );
        }
        const passed = (await securityQuestions.isAnswer(ids, question, answer)) === true;
        const result = passed ? 'passed' : 'failed';
        const answered = await commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 201,
          about,
          order: () => ({ fact: newFact('identityChecked', { result }, {}, { source: sideOf(asked), now }) }),
        });
        if (passed) await identityTries.giveBack(ids, today, tryId);
        const left = await identityTries.triesLeft(ids, today);
        return { ...answered, body: { ...(answered.body as object), result, triesLeft: left } };
      },
    }),
  ];
}
