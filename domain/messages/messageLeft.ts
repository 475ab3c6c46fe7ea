import type { Fact } from '../fact';

/**
 * Whether a message of this text left after a fact was known, and has neither failed nor been stopped since, nor is
 * without a word that it arrived for longer than somebody can wait for it.
 */
export function messageLeft(counted: readonly Fact[], template: string, afterSeq: number): boolean {
  const unsure = unconfirmedMessages(counted);
  return leftAfter(counted, template, afterSeq).some(({ data }) => !unsure.has(data.messageId));
}

/** Whether somebody may have read it, also where nobody has said that it arrived. */
export function mayHaveArrived(counted: readonly Fact[], template: string, afterSeq: number): boolean {
  return leftAfter(counted, template, afterSeq).length > 0;
}

/** The messages of which nobody has said in time that they arrived, each with the fact that says so. */
export function unconfirmedMessages(counted: readonly Fact[]): Map<string, Fact<'messageUnconfirmed'>> {
  const unsure = new Map<string, Fact<'messageUnconfirmed'>>();
  for (const fact of counted) if (fact.kind === 'messageUnconfirmed') unsure.set(fact.data.messageId, fact);
  for (const fact of counted) if (fact.kind === 'messageArrived') unsure.delete(fact.data.messageId);
  return unsure;
}

function leftAfter(counted: readonly Fact[], template: string, afterSeq: number): Fact<'messageSent'>[] {
  const failed = new Set(
    counted.flatMap((fact) =>
      fact.kind === 'messageFailed' || fact.kind === 'messageStopped' ? fact.data.messageId : []
    )
  );
  return counted.filter(
    (fact): fact is Fact<'messageSent'> =>
      fact.kind === 'messageSent' &&
      fact.seq > afterSeq &&
      fact.data.template === template &&
      !failed.has(fact.data.messageId)
  );
}
