import type { NewCommand, StoredAnswer } from '../database/cases/commands';
import type { CommandAnswer } from '../domain/careRecord';
import type { Refusal } from '../domain/refusal';
import { refusalStatuses } from './refusalStatuses';

/** What came of a command: the case's answer, or why it refused. */
export type Outcome = { readonly answer: CommandAnswer } | { readonly refused: Refusal };

/** The answer that HTTP gives, now and at every repetition: the case's own, or the refusal's status with the refusal. */
export function storedAnswer({ successStatus }: Pick<NewCommand, 'successStatus'>, outcome: Outcome): StoredAnswer {
  if ('answer' in outcome) return { status: successStatus, body: outcome.answer };
  return { status: refusalStatuses[outcome.refused.code], body: outcome.refused };
}
