import { z } from 'zod';
import { casesToTell } from '../../commands/casesToTell';
import type { Engine } from '../../commands/engine';
import { wakeMessages } from '../../commands/queueItem';
import { tellCase } from '../../commands/tellCase';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { NewFact } from '../../domain/fact';
import { contactStopReasons } from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound } from '../http/errors';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { casePath } from '../http/values';

const stopBody = z.strictObject({ reason: z.enum(contactStopReasons) }).meta({ id: 'ContactStop' });
const liftBody = z
  .strictObject({ reason: z.enum(['safeAgain', 'stoppedInError', 'victimAsked']) })
  .meta({ id: 'ContactStopLifted' });
const stopShape = z.object({
  stopped: z.boolean(),
  reason: z.string().optional(),
  at: instantText.optional(),
  cases: z.int().meta({ description: 'Cases that were told: open ones, and ended ones in which support goes on.' }),
  messagesWaiting: z.int().meta({ description: 'Messages that were waiting, and look again at once.' }),
});

/** Stop-all: from this moment nothing is sent to a person in any case, also of what is queued already. */
export function contactStops(engine: Engine, inScope: CasesInScope): Endpoint[] {
  const { persons } = engine.database;

  async function tellAll(asked: Asked, about: CaseSummary, fact: NewFact) {
    const messagesWaiting = await wakeMessages(engine, about.personId);
    const toTell = await casesToTell(engine.database, [about.personId], [about]);
    const origin = `${fact.kind} ${about.personId} ${asked.now}`;
    for (const { caseId } of toTell) await tellCase(engine, { origin, caseId, by: asked.caller.id, fact });
    return { cases: toTell.length, messagesWaiting };
  }

  return [
    endpoint({
      method: 'put',
      path: '/cases/{caseId}/person/contact-stop',
      summary: 'Stop all contact with the person, in every case of theirs, at once',
      params: casePath,
      body: stopBody,
      answers: { 200: { description: 'Stopped.', schema: stopShape } },
      async handle(asked) {
        const about = await inScope.find(asked, asked.params.caseId);
        const { reason } = asked.body;
        const stop = { reason, by: asked.caller.id, at: asked.now };
        if (!(await persons.stopContact(about.personId, stop))) throw notFound();
        const fact = newFact('contactStopped', { reason }, {}, { source: sideOf(asked), now: asked.now });
        return { status: 200, body: { stopped: true, reason, at: asked.now, ...(await tellAll(asked, about, fact)) } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/person/contact-stop/lifting',
      summary: 'Let contact with the person go on; what was stopped stays unsent',
      params: casePath,
      body: liftBody,
      answers: { 200: { description: 'Contact goes on.', schema: stopShape } },
      async handle(asked) {
        const about = await inScope.find(asked, asked.params.caseId);
        const { reason } = asked.body;
        if (!(await persons.stopContact(about.personId, undefined))) throw notFound();
        const fact = newFact('contactStopLifted', { reason }, {}, { source: sideOf(asked), now: asked.now });
        return { status: 200, body: { stopped: false, ...(await tellAll(asked, about, fact)) } };
      },
    }),
  ];
}
