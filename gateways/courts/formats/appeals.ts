import type { CourtEventData, DefendantIds } from '../../../domain/court/courtEvent';
import { londonDay } from '../../../domain/time/londonTime';
import type { Said } from '../reading';
import { orderedOn, type Result } from '../results';
import { dayOf } from '../times';
import type { Shared } from './offences';
import type { PersonDefendant } from './bail';

export interface Application {
  readonly type?: { readonly appealFlag?: boolean; readonly type?: string; readonly code?: string };
  readonly applicationReceivedDate?: string;
  readonly courtApplicationCases?:
    | readonly {
        readonly prosecutionCaseId?: string;
        readonly prosecutionCaseIdentifier?: { readonly caseURN?: string };
      }[]
    | null;
  readonly subject?: {
    readonly masterDefendant?: {
      readonly masterDefendantId?: string;
      readonly personDefendant?: PersonDefendant;
      readonly defendantCase?: readonly { readonly defendantId?: string; readonly caseId?: string }[];
    };
  };
  readonly judicialResults?: readonly Result[] | null;
}

const leave = /(leave|permission|extension of time)\b.*\bappeal/i;
const refused = /refused|dismissed|not (granted|given)/i;
const granted = /granted|given|allowed/i;

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
  return applications.flatMap((application) => {
    const { type, applicationReceivedDate, judicialResults } = application;
    const defendant = subjectOf(application, caseId, defendants);
    if (!type?.appealFlag || !defendant) return [];
    const events: Said[] = [];
    const on = dayOf(applicationReceivedDate);
    const of = against(type.type ?? '');
    const ordered = (judicialResults ?? []).filter(({ isDeleted }) => !isDeleted);
    const label = ordered.map((result) => result.label ?? '').join(' ');
    if (on) events.push(say('appealLodged', { defendant, against: of, on, ...leaveIn(type.type ?? '', label) }));
    const result = resultOf(label, of, type.type);
    if (result) {
      const decidedOn = orderedOn(ordered) ?? londonDay(issuedAt);
      events.push(say('appealDecided', { defendant, result, on: decidedOn }));
    }
    return events;
  });
}

/** Whether permission is asked for, and given: it decides nothing of the appeal itself. */
function leaveIn(type: string, label: string): Pick<CourtEventData['appealLodged'], 'leave'> {
  if (isOfLeave(type, label) && granted.test(label) && !refused.test(label)) return { leave: 'granted' };
  if (!leave.test(type)) return {};
  return { leave: /out of time|extension of time/i.test(type) ? 'soughtOutOfTime' : 'sought' };
}

/** A result that names no appeal is that of what was asked for. */
function isOfLeave(type: string, label: string): boolean {
  return leave.test(label) || (leave.test(type) && !/\bappeal\b/i.test(label));
}

/** An appeal against the sentence alone leaves the conviction as it is, however its result is worded. */
function resultOf(
  label: string,
  of: CourtEventData['appealLodged']['against'],
  type = ''
): CourtEventData['appealDecided']['result'] | undefined {
  if (isOfLeave(type, label)) return refused.test(label) ? 'leaveRefused' : undefined;
  const [, result] = results.find(([pattern]) => pattern.test(label)) ?? [];
  return of === 'sentence' && result === 'convictionQuashed' ? 'sentenceChanged' : result;
}

/** Which defendant of a case an application is about; undefined where it is about another case. */
export function subjectOf(
  { courtApplicationCases, subject }: Application,
  caseId: string,
  defendants: readonly DefendantIds[]
): DefendantIds | undefined {
  const isOfCase = (courtApplicationCases ?? []).some(({ prosecutionCaseId }) => prosecutionCaseId === caseId);
  const theirs = (subject?.masterDefendant?.defendantCase ?? []).map(({ defendantId }) => `cp-${defendantId ?? ''}`);
  return isOfCase ? defendants.find((ids) => ids.some((each) => theirs.includes(each))) : undefined;
}

function against(type: string): CourtEventData['appealLodged']['against'] {
  const [conviction, sentence] = [/conviction/i.test(type), /sentence/i.test(type)];
  if (conviction === sentence) return 'both';
  return conviction ? 'conviction' : 'sentence';
}
