import type { CourtEvent } from '../courtEvent';
import { wordsOn, type CourtRecord } from '../courtRecord';
import { newestOfEach } from '../register';
import { sameOffences, type SameOffences } from './sameOffence';

export type ByOffence = 'pleaEntered' | 'verdictGiven' | 'sentencePassed' | 'offenceEnded' | 'offenceCharged';

/** The newest word on each of a defendant's offences; a charge that may be another's again is none of its own. */
export function ofDefendant<K extends ByOffence>(
  record: CourtRecord,
  kind: K,
  ids: readonly string[]
): CourtEvent<K>[] {
  const { doubtful } = offencesOf(record, ids);
  return newestOfEach(allOfDefendant(record, kind, ids), ({ data }) => data.offenceId).filter(
    ({ data }) => kind !== 'offenceCharged' || !doubtful.has(data.offenceId)
  );
}

/**
 * What was said of a defendant's offences, by whichever of their ids and under whichever id its sender knows the offence:
 * each word names the id under which the offence counts. Words on an offence that another took the place of do not count.
 */
export function allOfDefendant<K extends ByOffence>(
  record: CourtRecord,
  kind: K,
  ids: readonly string[]
): CourtEvent<K>[] {
  const replaced = new Set(wordsOn(record, 'offenceCharged').map(({ data }) => data.replacesOffenceId));
  const { countsAs } = offencesOf(record, ids);
  return theirs(record, kind, ids)
    .map((word) => {
      const offenceId = countsAs.get(word.data.offenceId);
      return offenceId === undefined ? word : ({ ...word, data: { ...word.data, offenceId } } as CourtEvent<K>);
    })
    .filter(({ data }) => !replaced.has(data.offenceId));
}

/**
 * The sentences of a defendant as their money is added up: compensation for an offence that may be one of another
 * sender's is left out once that sender has told the compensation for any of those.
 */
export function withMoneyOnce(
  record: CourtRecord,
  ids: readonly string[],
  passed: readonly CourtEvent<'sentencePassed'>[]
): CourtEvent<'sentencePassed'>[] {
  const { doubtful } = offencesOf(record, ids);
  return passed.map((each) => {
    const among = doubtful.get(each.data.offenceId) ?? [];
    const isTold = passed.some(({ data }) => data.compensationPence !== undefined && among.includes(data.offenceId));
    if (!isTold) return each;
    const { compensationPence: _again, ...data } = each.data;
    return { ...each, data };
  });
}

function offencesOf(record: CourtRecord, ids: readonly string[]): SameOffences {
  return sameOffences(newestOfEach(theirs(record, 'offenceCharged', ids), ({ data }) => data.offenceId));
}

function theirs<K extends ByOffence>(record: CourtRecord, kind: K, ids: readonly string[]): CourtEvent<K>[] {
  return wordsOn(record, kind).filter(({ data }) => data.defendant.some((id) => ids.includes(id)));
}
