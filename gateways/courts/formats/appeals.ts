import type { CourtEventData, DefendantIds } from '../../../domain/court/courtEvent';
import { londonDay } from '../../../domain/time/londonTime';
import type { Said } from '../reading';
import { orderedOn, type Result } from '../results';
import { dayOf } from '../times';
import type { Shared } from './offences';

export interface Application {
  readonly type?: { readonly appealFlag?: boolean; readonly type?: string };
  readonly applicationReceivedDate?: string;
  readonly courtApplicationCases?: readonly { readonly prosecutionCaseId?: string }[];
  readonly subject?: { readonly masterDefendant?: { readonly defendantCase?: readonly { defendantId?: string }[] } };
  readonly judicialResults?: readonly Result[];
}

const results: readonly (readonly [RegExp, CourtEventData['appealDecided']['result']])[] = [
  [/abandoned|withdrawn/i, 'abandoned'],
  [/retrial/i, 'retrialOrdered'],
  [/sentence (varied|changed|reduced)|against sentence allowed|allowed.*sentence/i, 'sentenceChanged'],
  [/conviction quashed|against conviction allowed|appeal allowed/i, 'convictionQuashed'],
  [/dismissed|refused/i, 'dismissed'],
];

/** Appeals among the applications of a hearing: that one was lodged, and what became of it. */
export function appealEvents(
  applications: readonly Application[],
  caseId: string,
  defendants: readonly DefendantIds[],
  { say, issuedAt }: Shared
): Said[] {
  return applications.flatMap(
    ({ type, applicationReceivedDate, courtApplicationCases, subject, judicialResults = [] }) => {
      const isOfCase = (courtApplicationCases ?? []).some(({ prosecutionCaseId }) => prosecutionCaseId === caseId);
      const theirs = (subject?.masterDefendant?.defendantCase ?? []).map(
        ({ defendantId }) => `cp-${defendantId ?? ''}`
      );
      const defendant = defendants.find((ids) => ids.some((each) => theirs.includes(each)));
      if (!type?.appealFlag || !isOfCase || !defendant) return [];
      const events: Said[] = [];
      const on = dayOf(applicationReceivedDate);
      if (on) events.push(say('appealLodged', { defendant, against: against(type.type ?? ''), on }));
      const label = judicialResults.map((result) => result.label ?? '').join(' ');
      const found = results.find(([pattern]) => pattern.test(label));
      if (found) {
        const decidedOn = orderedOn(judicialResults) ?? londonDay(issuedAt);
        events.push(say('appealDecided', { defendant, result: found[1], on: decidedOn }));
      }
      return events;
    }
  );
}

function against(type: string): CourtEventData['appealLodged']['against'] {
  const [conviction, sentence] = [/conviction/i.test(type), /sentence/i.test(type)];
  if (conviction === sentence) return 'both';
  return conviction ? 'conviction' : 'sentence';
}
