import { answersIn } from '../../answers/answers';
import { originOf } from '../../effectiveFacts';
import type { Fact } from '../../fact';
import { contactSchemeIn, isInScheme } from '../afterSentence/contactScheme';
import { noticesIn } from '../afterSentence/notices';
import type { Episode } from './episodes';

/**
 * Notices of release and parole for a victim in the Victim Contact Scheme. One that a person handed over is over, until
 * it is corrected: the scheme would go on with the wrong day.
 */
export function schemeNotices(facts: readonly Fact[], counted: readonly Fact[]): Episode[] {
  if (!isInScheme(contactSchemeIn(counted))) return [];
  const answers = answersIn(counted, facts);
  return noticesIn(counted).map((notice) => {
    const origin = originOf(notice, facts);
    const isHanded = (answers.get(origin) ?? []).some(
      ({ kind, source, recordedAt }) =>
        kind === 'noticeHandedToScheme' && source !== 'partner' && recordedAt >= notice.recordedAt
    );
    return {
      partner: 'victimContactScheme',
      ...{ origin, seq: notice.seq, byItself: true, agreed: true },
      standing: isHanded ? 'over' : 'wanted',
    };
  });
}
