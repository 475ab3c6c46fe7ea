import type { NewFact } from '../../fact';
import { refuse, type Refusal } from '../../refusal';
import type { Task } from '../../task';

const words = { prosecution: 'the prosecution', listing: 'listing' } as const;

/** Why something sent to listing, or said by it, does not answer what the prosecution was to be sent; and the other way. */
export function otherRecipient(
  outcome: NewFact,
  { kind, recipient }: Pick<Task, 'kind' | 'recipient'>
): Refusal | undefined {
  if (recipient === undefined) return undefined;
  const field = outcome.kind === 'availabilitySent' ? 'to' : 'by';
  if (outcome.kind !== 'availabilitySent' && outcome.kind !== 'availabilityAcknowledged') return undefined;
  const named = outcome.kind === 'availabilitySent' ? outcome.data.to : outcome.data.by;
  if (named === recipient) return undefined;
  return refuse(
    'outcomeDoesNotAnswerTask',
    `This ${kind} task is about ${words[recipient]}: ${field} must be ${recipient}. There is another for ${words[named]} where one is needed.`
  );
}
