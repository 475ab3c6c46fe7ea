import { dutySentence } from './code/dutySentence';
import { limitText } from './code/dutyWords';
import { editionById, obligationById } from './code/editions';
import { londonDayText, londonText } from './time/londonTime';
import { afterSentenceTasks } from './tasks/afterSentenceTasks';
import { careTasks } from './tasks/careTasks';
import { courtTasks } from './tasks/courtTasks';
import { witnessTasks } from './tasks/witnessTasks';
import type { DueReason, TaskKind } from './task';

const asks: Readonly<Record<TaskKind, string>> = {
  makeFirstContact: 'First contact with the victim',
  reviewMissedFirstContact: 'A supervisor is to look into a first contact that did not happen in time',
  assessNeeds: 'The needs assessment',
  choosePathway: 'The decision on the care pathway',
  makeReferral: 'Referral to a support service',
  chaseReferral: 'The support service has not answered the referral',
  passOnReferral:
    'A referral, or what changed of it, could not be sent to the support service: pass it on, or refer elsewhere',
  referModernSlavery: 'Modern slavery: the National Referral Mechanism, or the Duty to Notify',
  signpost: 'Signposting to other help',
  agreeVictimContract: 'The Victim Contract',
  findSafeChannel: 'Another safe way to reach them, since every known one has failed',
  acknowledgeReport: 'The written acknowledgement of the report, by a safe route',
  explainAgain: 'What was explained and not understood is to be explained again',
  reassessNeeds: 'Circumstances have changed; the needs are to be looked at again',
  assessRisk: 'The risk to somebody with Enhanced Rights, which nobody has assessed',
  assessEvidenceNeeds: 'The fuller needs assessment of somebody who is to give evidence',
  followUpPlanAction: 'An action of the care plan whose day has passed',
  giveVictimUpdate: 'The next update to the victim',
  reviewContactWish: 'Whether the wish for no contact still stands',
  tellVictim: 'News that must reach the victim',
  explainMissedDuty: 'A supervisor is to say why a duty was not met in time',
  reviewUnsentMessage: 'A message that did not reach the victim',
  answerVictim: 'An answer to what the victim wrote',
  reviewEvent: 'An event that cannot be as it was told waits for a decision',
  acknowledgeHandover: 'The hand-over to another force is to be acknowledged',
  closeCase: 'Every suspect’s track has ended; the case may be closed',
  ...asksOf(careTasks),
  ...asksOf(courtTasks),
  ...asksOf(afterSentenceTasks),
  ...asksOf(witnessTasks),
};

function asksOf<Kind extends TaskKind>(tasks: Readonly<Record<Kind, { readonly asks: string }>>): Record<Kind, string> {
  const sentences = Object.entries<{ readonly asks: string }>(tasks).map(([kind, { asks: sentence }]) => [
    kind,
    sentence,
  ]);
  return Object.fromEntries(sentences) as Record<Kind, string>;
}

/** Why a task is due when it is, in one sentence with London times. */
export function whyDue(kind: TaskKind, why: DueReason): string {
  const subject = asks[kind];
  const from = londonText(why.from);
  switch (why.rule) {
    case 'forceStandard': {
      const passed = why.passedBefore ? '; the limit from receipt had passed before the case came here' : '';
      return `${subject}: within ${limitText(why.limit)} of ${from}, a standard of the force${passed}.`;
    }
    case 'duty':
      return dutySentence(why.fixed, obligationById(why.fixed.obligation), editionById(why.fixed.edition).title, {
        earlier: why.earlier,
        pause: why.pause,
      });
    case 'day':
      return `${subject}: before ${londonDayText(why.on)}, a date on record.`;
    case 'missed':
      return `${subject}: the time passed on ${from}.`;
  }
}
