import type { DefendantIds } from '../../../domain/court/courtEvent';
import { londonDay } from '../../../domain/time/londonTime';
import { text, type BailWords, type Said } from '../reading';
import { isWarrant, orderIn } from '../resultMeaning';
import { orderedOn, type Result } from '../results';
import { dayOf } from '../times';
import { subjectOf, type Application } from './appeals';
import type { Shared } from './offences';
import type { WholeHearing } from './wholeHearings';

type ProsecutionCase = NonNullable<WholeHearing['prosecutionCases']>[number];

/**
 * The cases of a hearing: those that it names, and those that only an application does, as where a defendant asks for
 * something after the sentence. Of these nobody but who the application is about is known.
 */
export function casesOf({ prosecutionCases, courtApplications }: WholeHearing): readonly ProsecutionCase[] {
  const named = prosecutionCases ?? [];
  const cases = new Map<string, ProsecutionCase>();
  for (const { courtApplicationCases, subject } of courtApplications ?? []) {
    for (const { prosecutionCaseId: id, prosecutionCaseIdentifier } of courtApplicationCases ?? []) {
      if (id === undefined || named.some((each) => each.id === id)) continue;
      const { defendantCase = [], masterDefendantId, personDefendant } = subject?.masterDefendant ?? {};
      const theirs = defendantCase
        .filter(({ caseId = id }) => caseId === id)
        .flatMap(({ defendantId }) => (defendantId ? [{ id: defendantId, masterDefendantId, personDefendant }] : []));
      const before = cases.get(id)?.defendants ?? [];
      const others = theirs.filter((each) => !before.some((known) => known.id === each.id));
      cases.set(id, { id, prosecutionCaseIdentifier, defendants: [...before, ...others] });
    }
  }
  return [...named, ...cases.values()];
}

/** The code of the application under section 3(8) of the Bail Act 1976, in the courts' list of offences and applications. */
const varyBail = 'BA76504';

/** Bail that was varied because somebody asked: the letter for where a defendant stays does not say so. */
export function bailVariations(
  applications: readonly Application[],
  caseId: string,
  defendants: readonly DefendantIds[],
  { say, issuedAt }: Shared
): Said[] {
  return applications.flatMap((application) => {
    const defendant = subjectOf(application, caseId, defendants);
    const granted = resultsThatVaryBail(application);
    if (!defendant || granted.length === 0) return [];
    return [say('bailDecided', { defendant, decision: 'varied', on: orderedOn(granted) ?? londonDay(issuedAt) })];
  });
}

/** The terms of bail that was varied, where they stand in what became of the application and nowhere else. */
export function variedBailWords(
  applications: readonly Application[],
  caseId: string,
  defendants: readonly DefendantIds[]
): BailWords[] {
  return applications.flatMap((application) => {
    const defendant = subjectOf(application, caseId, defendants);
    if (!defendant || resultsThatVaryBail(application).length === 0) return [];
    const results = (application.judicialResults ?? []).filter(({ isDeleted }) => !isDeleted);
    // A court's text says at least what its label does.
    const said = results.flatMap(({ label, resultText }) => {
      const words = text(resultText);
      return words === undefined || words === label?.trim() ? [] : [words];
    });
    return [...new Set(said)].map((words) => ({ defendant, text: words }));
  });
}

function resultsThatVaryBail({ type, judicialResults }: Application): Result[] {
  const isToVary = type?.code === varyBail || /\bvar(y|iation)\b.*\bbail\b/i.test(type?.type ?? '');
  if (!isToVary) return [];
  return (judicialResults ?? []).filter(
    ({ label = '', isDeleted }) => !isDeleted && /\b(granted|allowed|varied)\b/i.test(label) && !/\bnot\b/i.test(label)
  );
}

const granted = /\b(granted|allowed)\b/i;

/**
 * What was decided on applications about an order that protects somebody, by the words of the result, or of the
 * application where the result says no more than that it was granted; and warrants that were issued on one.
 */
export function applicationResults(
  applications: readonly Application[],
  caseId: string,
  defendants: readonly DefendantIds[],
  { say, issuedAt }: Shared
): Said[] {
  return applications.flatMap((application) => {
    const defendant = subjectOf(application, caseId, defendants);
    if (!defendant) return [];
    const results = (application.judicialResults ?? []).filter(({ isDeleted }) => !isDeleted);
    return results.flatMap((result): Said[] => {
      const on = dayOf(result.orderedDate) ?? londonDay(issuedAt);
      const { label = '' } = result;
      const isGranted = granted.test(label) && !/\bnot\b/i.test(label);
      const order = orderIn(result) ?? (isGranted ? orderIn({ label: application.type?.type ?? '' }) : undefined);
      const untilOn = dayOf(result.durationElement?.durationEndDate);
      return [
        ...(order ? [say('orderDecided', { defendant, ...order, on, untilOn })] : []),
        ...(isWarrant(result) ? [say('warrantIssued', { defendant, on })] : []),
      ];
    });
  });
}
