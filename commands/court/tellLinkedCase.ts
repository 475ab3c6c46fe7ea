import type { NewCommand } from '../../database/cases/commands';
import { canonicalJson } from '../../database/encryption/searchHashes';
import type { Telling } from '../../domain/court/tellings';
import { instant } from '../../domain/time/londonTime';
import { carryOutCommand } from '../carryOutCommand';
import type { Engine } from '../engine';
import { service } from '../settleItem';
import { CaseMissing } from '../temporalFailures';
import { uuidOf } from '../uuidOf';

/**
 * Tells a case one thing that courts said. Answers with the code of its refusal, where it refuses for good. Throws
 * TemporalAway, CaseBusy or DatabaseAway where the answer is not known yet: the same telling is then safe to repeat.
 */
export async function tellLinkedCase(
  engine: Engine,
  courtCaseId: string,
  { caseId, heading, times, corrects, fact }: Telling
): Promise<string | undefined> {
  const idOf = (time: number) => uuidOf(`court ${courtCaseId} ${caseId} ${heading} ${time}`);
  const commandId = idOf(times);
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

function codeOf(body: unknown): string {
  const { code } = (body ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : 'refused';
}
