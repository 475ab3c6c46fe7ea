import type { Fact } from '../fact';

/** Whether a message of this text left after a fact was known, and has neither failed nor been stopped since. */
export function messageLeft(counted: readonly Fact[], template: string, afterSeq: number): boolean {
  const failed = new Set(
    counted.flatMap((fact) =>
      fact.kind === 'messageFailed' || fact.kind === 'messageStopped' ? fact.data.messageId : []
    )
  );
  return counted.some(
    (fact) =>
      fact.kind === 'messageSent' &&
      fact.seq > afterSeq &&
      fact.data.template === template &&
      !failed.has(fact.data.messageId)
  );
}
