import { z } from 'zod';
import type { Cases } from '../../database/cases/cases';
import type { Persons } from '../../database/people/persons';
import type { Notes } from '../../database/cases/notes';
import { hasTimes, safeUntil } from '../../domain/contact/safeTimes';
import { channels } from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import type { CommandCalls } from '../http/commandCalls';
import { notSafe, passesWish, routeIn, verdictOn } from './contactVerdict';
import { endpoint, type Endpoint } from '../http/endpoint';
import { notFound } from '../http/errors';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { overrideBody } from './messageContract';
import { casePath } from '../http/values';

const callBody = z
  .strictObject({
    contactPointId: z.string().min(1).max(64),
    isSafetyNews: z.boolean().default(false).meta({ description: 'News of a release or of changed bail.' }),
    override: overrideBody.optional(),
  })
  .meta({ id: 'Call' });

const callShape = z
  .object({
    contactPointId: z.string(),
    channel: z.enum(channels),
    value: z.string(),
    representativeId: z.string().optional().meta({ description: 'Whose it is, where it is not their own.' }),
    whoMayAnswer: z.string().optional(),
    mayLeaveMessage: z.boolean().meta({ description: 'False unless they said that a message may be left.' }),
    instruction: z.string().optional(),
    safeUntil: instantText.optional().meta({ description: 'Absent where no times were agreed.' }),
  })
  .meta({ id: 'CallNow' });

const mostCases = 100;

interface Stores {
  readonly persons: Persons;
  readonly cases: Cases;
  readonly notes: Notes;
}

/** "Call now": the number, and how to use it, only where and when that is safe. */
export function calls({ persons, cases }: Stores, inScope: CasesInScope, commands: CommandCalls): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/calls',
      summary: 'Ask for the number to call now; refused where that is not safe',
      description:
        'An override is put on the record with its reason before the number is given, and so is a call with safety news to somebody who wants no contact.',
      params: casePath,
      body: callBody,
      idempotent: true,
      answers: { 200: { description: 'Call now.', schema: callShape } },
      async handle(asked) {
        const about = await inScope.find(asked, asked.params.caseId);
        const { contactPointId, override, isSafetyNews } = asked.body;
        const person = await persons.readPerson(about.personId);
        if (!person) throw notFound();
        const others = await cases.casesOfPersons([about.personId], mostCases);
        const attempt = { at: asked.now, isSafetyNews, overridden: override !== undefined };
        const verdict = verdictOn({ person, cases: others, about }, contactPointId, attempt);
        if (!verdict.may) throw notSafe(verdict);
        const found = routeIn({ person, cases: others, about }, contactPointId, asked.now);
        if (!found) throw notFound();
        const { route, representativeId } = found;
        const { channel, value, whoMayAnswer, mayLeaveMessage = false, instruction } = route;
        const isWishPassed = isSafetyNews && passesWish({ person, cases: others, about }, contactPointId, attempt);
        if (override || isWishPassed) {
          const data = { contactPointId, channel, reason: override?.reason ?? 'newsOfRelease' };
          await commands.carryOut(asked, {
            verb: 'recordEvent',
            status: 200,
            about,
            note: override?.note,
            order: ({ noteId }) => {
              const by = { source: sideOf(asked), now: asked.now, noteId };
              return { fact: newFact('safeContactOverridden', data, {}, by) };
            },
          });
        }
        const until = hasTimes(route) && !override ? { safeUntil: safeUntil(route, asked.now) } : {};
        const whose = representativeId === undefined ? {} : { representativeId };
        const how = { ...whose, ...(whoMayAnswer ? { whoMayAnswer } : {}), ...(instruction ? { instruction } : {}) };
        return { status: 200, body: { contactPointId, channel, value, mayLeaveMessage, ...how, ...until } };
      },
    }),
  ];
}
