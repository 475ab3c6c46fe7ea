import type { CareRecord } from '../../careRecord';
import type { CareState } from '../../careState';
import { originOf } from '../../effectiveFacts';
import type { Fact } from '../../fact';

/** What a Victim Liaison Officer must hear of a sentence that is being served. */
export type Notice = Fact<'releasePlanned' | 'paroleNotified'>;

export function noticesIn(counted: readonly Fact[]): Notice[] {
  return counted.filter((fact): fact is Notice => fact.kind === 'releasePlanned' || fact.kind === 'paroleNotified');
}

/** Whether a notice was handed to the Victim Contact Scheme; one that was corrected has the receipt of the first, until
 * its new day did not reach the scheme. */
export function isAnswered(
  notice: Notice,
  { record, state }: { readonly record: Pick<CareRecord, 'facts'>; readonly state: Pick<CareState, 'answers'> }
): boolean {
  const answers = state.answers.get(originOf(notice, record.facts)) ?? [];
  const last = answers.findLast(({ kind }) => kind === 'noticeHandedToScheme' || kind === 'courtPartnerNotReached');
  return last?.kind === 'noticeHandedToScheme';
}
