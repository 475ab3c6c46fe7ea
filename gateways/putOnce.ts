import { z } from 'zod';
import { AnswerNotUnderstood, callSystem, pathOf, SystemAway, understood, type SystemAddress } from './systemCall';

interface PutUnderOurId<Unknown extends string> {
  /** Parts of the path; the last is our id. */
  readonly at: readonly string[];
  readonly body: unknown;
  /** What 404 means there: which thing it does not know. */
  readonly unknown: Unknown;
}

/** What a system answers that has it: a page or another body of somebody in between does not name it. */
const putReceipt = z.object({ id: z.string() });

/**
 * Puts something into another system under an id of ours: the same again changes nothing there. It has it once it names
 * that id. Throws SystemAway, also while our key is not accepted: that is mended at the other side or in our settings; and
 * AnswerNotUnderstood where the answer is of nobody who keeps to the contract.
 */
export async function putOnce<Unknown extends string>(
  address: SystemAddress,
  { at, body, unknown }: PutUnderOurId<Unknown>
): Promise<'taken' | Unknown | 'anotherUnderThisId' | 'refused'> {
  const { status, answer } = await callSystem(address, { method: 'PUT', path: pathOf(...at), body });
  if (status >= 200 && status < 300) {
    const { id } = understood(putReceipt, answer);
    if (id === at.at(-1)) return 'taken';
  }
  if (status < 400) throw new AnswerNotUnderstood('The answer is not as agreed');
  switch (status) {
    case 404:
      return unknown;
    case 409:
      return 'anotherUnderThisId';
    case 401:
    case 403:
      throw new SystemAway(`It answers ${status}`);
    default:
      return 'refused';
  }
}
