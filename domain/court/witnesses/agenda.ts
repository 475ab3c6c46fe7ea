import { londonDayText } from '../../time/londonTime';
import type { ListedTrial } from './trialList';
import type { ReadinessItem } from './witnessWords';

/** What each item of the checklist is called at a meeting. */
export const itemWords: Readonly<Record<ReadinessItem, string>> = {
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

/** The agenda of a readiness meeting, to print: what is missing, who owes it and for which cases. It names nobody. */
export function agenda({ on, daysLeft, urns, witnesses, ready, missing }: ListedTrial): string {
  const left = daysLeft === 1 ? '1 day left' : `${daysLeft} days left`;
  return [
    `Readiness meeting: trial of ${londonDayText(on)}, ${left}`,
    urns.length === 0 ? '' : `Prosecution: ${urns.join(', ')}`,
    `${ready} of ${witnesses} witnesses have everything.`,
    '',
    ...missing.flatMap(({ item, owes, caseIds }, place) => [
      `${place + 1}. ${itemWords[item][0]?.toUpperCase()}${itemWords[item].slice(1)}: ${ownerWords(owes)}, ${caseIds.length} of ${witnesses}`,
      ...caseIds.map(
        (caseId) => `   [ ] ${caseId}    Decision: ______________________  Owner: ____________  By: ________`
      ),
    ]),
    ...(missing.length === 0 ? ['Nothing is missing.'] : []),
    '',
  ]
    .filter((line, place) => line !== '' || place > 1)
    .join('\n');
}
