import type { NewCommand } from '../../database/cases/commands';
import { canonicalJson } from '../../database/encryption/searchHashes';
import type { Telling } from '../../domain/court/tellings';
import type { NewFact } from '../../domain/fact';
import { instant } from '../../domain/time/londonTime';
import { carryOutCommand } from '../carryOutCommand';
import type { Engine } from '../engine';
import { service } from '../settleItem';
import { bailWordsIn } from './bailWords';
import { isKnownStop } from './knownStop';
import { CaseMissing } from '../temporalFailures';
import { uuidOf } from '../uuidOf';

/**
 * Tells a case one thing that courts said. Answers with the code of its refusal, where it refuses for good. Throws
 * TemporalAway, CaseBusy or DatabaseAway where the answer is not known yet: the same telling is then safe to repeat.
 */
export async function tellLinkedCase(
  engine: Engine,
  courtCaseId: string,
  telling: Telling
): Promise<string | undefined> {
  if (await isKnownStop(engine, telling)) return undefined;
  const { caseId, heading, times, corrects } = telling;
  const idOf = (time: number) => uuidOf(`court ${courtCaseId} ${caseId} ${heading} ${time}`);
  const commandId = idOf(times);
  const fact = await withWords(engine, telling, commandId);
  const correctsCommand = corrects === undefined ? {} : { correctsCommand: idOf(corrects) };
  const fingerprint = engine.database.hash('commandContent', canonicalJson({ commandId, kind: fact.kind })) ?? '';
  const command: NewCommand = {
    commandId,
    caseId,
    verb: 'recordEvent',
    payload: { commandId, by: service, fact, ...correctsCommand },
    caller: service,
    fingerprint,
    successStatus: 201,
  };
  const answered = await carryOutCommand(engine, command, instant(Date.now())).catch((error: unknown) => {
    // The engine has lost the case: the others are not kept waiting, and somebody is shown that it was not told.
    if (error instanceof CaseMissing) return 'caseMissing' as const;
    throw error;
  });
  if (answered === 'caseMissing') return answered;
  if (answered === 'keyReused') throw new RangeError('The command of a telling stands for that telling alone');
  const { status, body } = answered.answer;
  return status < 400 ? undefined : codeOf(body);
}

/** With the court's own words as a note, kept under an id of this telling before the case hears of it. */
async function withWords(engine: Engine, { caseId, fact, wordsIn }: Telling, commandId: string): Promise<NewFact> {
  const text = wordsIn && (await bailWordsIn(engine, wordsIn));
  if (text === undefined) return fact;
  const about = await engine.database.cases.findCase(caseId);
  if (!about) return fact;
  const noteId = `note:court ${commandId}`;
  const { personId } = about;
  await engine.database.notes.keepNote({ noteId, personId, caseId, text, by: service, at: fact.happenedAt });
  return { ...fact, noteId };
}

function codeOf(body: unknown): string {
  const { code } = (body ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : 'refused';
}
