import { z } from 'zod';
import { briefingOf, missingReasons } from '../../commands/briefing';
import type { Engine } from '../../commands/engine';
import { isInScope } from '../../database/store/scope';
import { soleCallerKinds } from '../../gateways/recordsSystem/recordsContract';
import { stages } from '../../domain/careRecord';
import { instantText } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { scopesOf } from '../access/scopes';
import { sentencePassedShape, sentencesOf } from '../court/sentences';
import { casePath } from '../http/values';
import { bailOf, bailShape } from './bailBriefing';

const fetched = { fetchedAt: instantText, ageMinutes: z.int(), isFresh: z.boolean() };
const text = z.string();
const marker = z.object({ kind: text, words: text.optional(), sinceOn: text.optional() });
const earlierCrime = z.object({ reference: text, role: text, offence: text, occurredOn: text.optional() });
const knownPerson = z.object({
  personReference: text,
  name: text,
  dateOfBirth: text.optional(),
  roles: z.array(text),
  warningMarkers: z.array(marker).nullable(),
  history: z.array(earlierCrime).nullable(),
});
const knownCrime = {
  reference: text,
  status: text,
  officerInCase: z.object({ workerReference: text, rank: text.optional() }).nullable(),
  links: z.array(z.object({ kind: text, reference: text })).nullable(),
  soleCallers: z
    .array(z.object({ kind: z.enum(soleCallerKinds), workerReference: text, name: text.optional() }))
    .nullable()
    .meta({ description: 'Who alone may call the victim; null where the system does not say.' }),
};

const briefingShape = z
  .object({
    caseId: z.string(),
    askedAt: instantText,
    crime: z.object({ ...fetched, ...knownCrime }).optional(),
    person: z
      .object({ ...fetched, known: knownPerson })
      .optional()
      .meta({ description: 'The victim, as recorded there.' }),
    suspects: z.object({ ...fetched, known: z.array(knownPerson) }).optional(),
    log: z
      .object({ ...fetched, entries: z.array(z.object({ entryId: text, at: instantText, by: text, text })) })
      .optional(),
    missing: z
      .array(z.object({ what: z.string(), because: z.enum(missingReasons), since: instantText.optional() }))
      .meta({ description: 'What is not shown, or not as of now, and why.' }),
    bail: z
      .array(bailShape)
      .optional()
      .meta({ description: 'What a court decided last about the bail of each defendant.' }),
    sentences: z
      .array(sentencePassedShape)
      .optional()
      .meta({ description: 'What the court decided, with what it means; the last sentence first.' }),
    earlierCases: z.array(
      z.object({
        caseId: z.string(),
        stage: z.enum(stages),
        ended: z.boolean(),
        offenceCategory: z.string(),
        openedAt: instantText,
        endedAt: instantText.optional(),
        firstContact: z.string().optional(),
      })
    ),
  })
  .meta({ id: 'Briefing' });

/** What is known before the first call: from the records system, with its time, and from our own earlier cases. */
export function briefings(engine: Engine, inScope: CasesInScope): Endpoint[] {
  const { cases } = engine.database;

  async function earlierCases(asked: Pick<Asked, 'caller' | 'roles'>, caseId: string, personId: string) {
    const scopes = scopesOf(asked);
    const found = await cases.casesOfPersons([personId], mostEarlierCases);
    return found
      .filter((each) => each.caseId !== caseId && scopes.some((scope) => isInScope(each, scope)))
      .sort((one, other) => (one.openedAt < other.openedAt ? 1 : -1))
      .map(({ caseId: id, stage, ended, offenceCategory, openedAt, endedAt, firstContact }) => ({
        caseId: id,
        stage,
        ended,
        offenceCategory,
        openedAt,
        ...(endedAt ? { endedAt } : {}),
        ...(firstContact ? { firstContact } : {}),
      }));
  }

  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/briefing',
      summary: 'What is known about the person and the suspects, fetched now; what is missing is said',
      params: casePath,
      answers: { 200: { description: 'Each part with the time at which it was fetched.', schema: briefingShape } },
      async handle(asked) {
        const about = await inScope.find(asked, asked.params.caseId);
        const { caseId, personId } = about;
        const [{ crime, people, log, person: known, suspects, missing }, earlier, passed, bail] = await Promise.all([
          briefingOf(engine, about, asked.now),
          earlierCases(asked, caseId, personId),
          sentencesOf(engine.database, about),
          bailOf(engine.database, caseId),
        ]);
        const timed = ({ fetchedAt, isFresh }: { fetchedAt: string; isFresh: boolean }) => ({
          fetchedAt,
          ageMinutes: Math.max(0, Math.floor((Date.parse(asked.now) - Date.parse(fetchedAt)) / 60_000)),
          isFresh,
        });
        const body = {
          caseId,
          askedAt: asked.now,
          ...(crime ? { crime: { ...timed(crime), ...crime.told } } : {}),
          ...(people && known ? { person: { ...timed(people), known } } : {}),
          ...(people && suspects.length > 0 ? { suspects: { ...timed(people), known: suspects } } : {}),
          ...(log ? { log: { ...timed(log), entries: log.told.slice(0, mostLogEntries) } } : {}),
          missing,
          ...(bail.length > 0 ? { bail } : {}),
          ...(passed.length > 0 ? { sentences: passed.map(({ shown }) => shown) } : {}),
          earlierCases: earlier,
        };
        return { status: 200, body };
      },
    }),
  ];
}

const mostEarlierCases = 200;
const mostLogEntries = 20;
