import type { Fact } from '../../fact';
import { inOrderOfHappening } from '../../happening';
import { custodial, hospital } from './sentenceKinds';

/**
 * Whether a decision ends the custody that somebody was in, so that they leave the court by the door: an acquittal, a case
 * that is stopped, a sentence that is not served in custody, a conviction that is quashed. Nobody says "bail" then.
 */
export function endsCustody(fact: Fact, counted: readonly Fact[]): boolean {
  if (!freesBy(fact)) return false;
  const inOrder = inOrderOfHappening(counted);
  const before = inOrder.slice(0, inOrder.indexOf(fact)).filter((each) => isOfSame(each, fact));
  return before.reduce((isHeld, each) => heldAfter(each) ?? isHeld, false);
}

function freesBy(fact: Fact): boolean {
  if (fact.kind === 'verdictGiven') return fact.data.verdict === 'notGuilty';
  if (fact.kind === 'appealDecided') return fact.data.result === 'convictionQuashed';
  return fact.kind === 'prosecutionStopped' || (fact.kind === 'sentencePassed' && !isServedInside(fact));
}

/** Whether somebody is held once this has happened; undefined where it says nothing of that. */
function heldAfter(fact: Fact): boolean | undefined {
  switch (fact.kind) {
    case 'courtBailDecided':
    case 'rearrestHeard':
      return fact.data.decision === 'remanded';
    case 'sentencePassed':
      return isServedInside(fact);
    case 'custodyTimeLimitAnswered':
      return fact.data.answer === 'released' ? false : undefined;
    case 'escapeReported':
      return false;
    default:
      return freesBy(fact) ? false : undefined;
  }
}

function isServedInside({ data }: Fact<'sentencePassed'>): boolean {
  return data.sentences.some((each) => custodial.has(each) || hospital.has(each));
}

export function isOfSame({ suspects: some }: Fact, { suspects: others }: Fact): boolean {
  return !some?.length || !others?.length || some.some((each) => others.includes(each));
}
