import { londonDayText } from '../../time/londonTime';
import type { ListedTrial } from './trialList';
import type { ReadinessItem } from './witnessWords';

/** What each item of the checklist is called at a meeting. */
export const itemWords: Readonly<Record<ReadinessItem, string>> = {
  witnessList: 'list of witnesses to attend',
  warned: 'told that they are needed',
  answer: 'has said that they can come',
  availability: 'dates to avoid, and whether this date is one',
  evidenceNeeds: 'fuller needs assessment',
  specialMeasures: 'special measures',
  interpreter: 'vetted interpreter',
  courtVisit: 'visit to the court',
  separateWaiting: 'separate waiting',
  companion: 'somebody to sit with them',
  witnessService: 'Witness Service',
  bookings: 'travel, childcare, care and accommodation',
  statement: 'statement refreshed',
  expenses: 'expenses and their form explained',
  personalStatement: 'Victim Personal Statement in its newest version',
  timeAtCourt: 'day and time at court',
};

const owner: Readonly<Record<string, string>> = {
  'witness-care-officer': 'Witness Care Unit',
  'officer-in-case': 'officer in the case',
  victimHub: 'Victim Hub',
  witnessService: 'Witness Service',
  prosecution: 'Crown Prosecution Service',
  court: 'court',
};

export function ownerWords(owes: string): string {
  return owner[owes] ?? owes;
}

/** The agenda of a meeting about several trials, in the order in which they are given. */
export function meetingAgenda(trials: readonly ListedTrial[], court: string | undefined): string {
  const heading = `Readiness meeting${court === undefined ? '' : ` at ${court}`}: ${trials.length === 1 ? '1 trial' : `${trials.length} trials`}`;
  return [heading, '', ...trials.map((trial) => agenda(trial))].join('\n');
}

/** Which days a trial is set for, in words: one, or the first and the last. */
export function trialDays({ on, untilOn }: Pick<ListedTrial, 'on' | 'untilOn'>): string {
  return untilOn === undefined || untilOn === on
    ? londonDayText(on)
    : `${londonDayText(on)} to ${londonDayText(untilOn)}`;
}

/** How long there is until the first day of a trial, in words. */
export function timeLeft({ daysLeft }: Pick<ListedTrial, 'daysLeft'>): string {
  if (daysLeft === 0) return 'now';
  return daysLeft === 1 ? '1 day left' : `${daysLeft} days left`;
}

/** The cases for which everything on the list that is missing for all is missing; undefined where nothing is. */
export function missingForAll({ missing, witnesses }: ListedTrial): readonly string[] | undefined {
  return missing.find(({ caseIds }) => caseIds.length === witnesses)?.caseIds;
}

/** The agenda of a readiness meeting, to print: what is missing, who owes it and for which cases. It names nobody. */
export function agenda(trial: ListedTrial): string {
  const { urns, witnesses, ready, missing } = trial;
  // Forty numbers under each point would hide the point that is about one witness.
  const all = missingForAll(trial);
  return [
    `Readiness meeting: trial of ${trialDays(trial)}, ${timeLeft(trial)}`,
    ...(urns.length === 0 ? [] : [`Prosecution: ${urns.join(', ')}`]),
    `${ready} of ${witnesses} witnesses have everything.`,
    ...(all === undefined ? [] : ['All of them:', ...inTwos(all)]),
    ...missing.flatMap(({ item, owes, caseIds }, place) => [
      '',
      `${place + 1}. ${itemWords[item][0]?.toUpperCase()}${itemWords[item].slice(1)}: ${ownerWords(owes)}, ${caseIds.length} of ${witnesses}`,
      ...(caseIds.length === witnesses ? ['   for all of them'] : inTwos(caseIds)),
      '   Decision: ______________________  Owner: ____________  By: ________',
    ]),
    ...(missing.length === 0 ? ['Nothing is missing.'] : []),
    '',
  ].join('\n');
}

function inTwos(caseIds: readonly string[]): string[] {
  return caseIds.flatMap((caseId, place) =>
    place % 2 === 0 ? [`   ${[caseId, ...caseIds.slice(place + 1, place + 2)].join('  ')}`] : []
  );
}
