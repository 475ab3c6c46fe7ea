import { dutySentence } from './code/dutySentence';
import { editionById, obligationById } from './code/editions';
import { londonText } from './londonTime';
import type { DueReason, TaskKind } from './task';

const asks: Readonly<Record<TaskKind, string>> = {
  makeFirstContact: 'First contact with the victim',
  reviewMissedFirstContact: 'A supervisor is to look into a first contact that did not happen in time',
  assessNeeds: 'The needs assessment',
  choosePathway: 'The decision on the care pathway',
  makeReferral: 'Referral to a support service',
  chaseReferral: 'The support service has not answered the referral',
  signpost: 'Signposting to other help',
  agreeVictimContract: 'The Victim Contract',
  giveVictimUpdate: 'The next update to the victim',
  reviewContactWish: 'Whether the wish for no contact still stands',
  tellVictim: 'News that must reach the victim',
  explainMissedDuty: 'A supervisor is to say why a duty was not met in time',
  reviewEvent: 'An event that cannot be as it was told waits for a decision',
  askAvailability: 'Dates to avoid for court',
  screenSpecialMeasures: 'Screening for special measures',
  referSpecialMeasures: 'Special measures are to be referred to the prosecution',
  recordSpecialMeasuresApplication: 'The prosecution is to say whether it applies for special measures',
  recordSpecialMeasuresDecision: "The court's decision on special measures",
  acknowledgeHandover: 'The hand-over to another force is to be acknowledged',
  closeCase: 'Every suspect’s track has ended; the case may be closed',
};

/** Why a task is due when it is, in one sentence with London times. */
export function whyDue(kind: TaskKind, why: DueReason): string {
  const subject = asks[kind];
  const from = londonText(why.from);
  switch (why.rule) {
    case 'firstContact':
      return why.lateArrival
        ? `${subject}: within ${why.hours} hours of the case reaching us on ${from}; the limit from receipt had passed before.`
        : `${subject}: within ${why.hours} hours of the report's receipt on ${from}.`;
    case 'forceStandard':
      return `${subject}: within ${days(why.days)} of ${from}, a standard of the force.`;
    case 'forceWorkingDays':
      return `${subject}: within ${workingDays(why.days)} of ${from}, a standard of the force.`;
    case 'workingDays':
      return `${subject}: within ${workingDays(why.days)} of ${from} (Victims' Code 2020${rightOf(why.reference)}).`;
    case 'victimContract':
      return `${subject}: every ${eachDays(why.days)} under the Victim Contract, counted from ${from}.`;
    case 'defaultContract':
      return `${subject}: every ${eachDays(why.days)} by the force's default, counted from ${from}.`;
    case 'duty':
      return dutySentence(why.fixed, obligationById(why.fixed.obligation), editionById(why.fixed.edition).title, {
        earlier: why.earlier,
        pause: why.pause,
      });
    case 'missed':
      return `${subject}: the time passed on ${from}.`;
  }
}

/** What follows "every". */
function eachDays(count: number): string {
  return count === 1 ? 'day' : `${count} days`;
}

function workingDays(count: number): string {
  return count === 1 ? 'one working day' : `${count} working days`;
}

/** The Right that a row of the table of timescales belongs to: `c20-r6-arrest` is of Right 6. */
function rightOf(reference: string): string {
  const right = /^c20-r(\d+)-/.exec(reference)?.[1];
  return right === undefined ? '' : `, Right ${right}`;
}

function days(count: number): string {
  return count === 1 ? 'one day' : `${count} days`;
}
