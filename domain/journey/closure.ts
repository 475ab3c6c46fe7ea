import { courtMoneyIn, isOwed } from '../court/afterSentence/courtMoney';
import { inOrderOfHappening } from '../happening';
import { endOfDayAfter, justAfter, type Instant } from '../time/londonTime';
import { prosecutionReviews } from '../rights/prosecutionReviews';
import { tracksEnded } from '../tracks/suspectTracks';
import type { WantedTask } from '../task';
import { isWitnessOnly, later, oursSince, standardDays, standardWorkingDays, type CaseView, type Step } from './step';

/**
 * The end of the team's work: asked for once every suspect's track has ended, the time for appeals has
 * passed, compensation is settled and no decision is being reviewed, and never done by the clock alone.
 * A hand-over to another force ends the case when the other side has acknowledged it. Silence: the case stays open and
 * stays ours.
 */
export const closure: Step = (view) => {
  const tasks: WantedTask[] = [];
  const { transferAsked, tracks } = view.state;
  if (transferAsked) {
    const limit = standardWorkingDays(view, 1, later(transferAsked.at, oursSince(view)));
    tasks.push({ key: `acknowledgeHandover:${transferAsked.seq}`, kind: 'acknowledgeHandover', ...limit });
  }
  const ended = tracksEnded(tracks);
  if (!ended || isCompensationOwed(view) || isUnderReview(view)) return { tasks };
  const waitsUntil = appealsUntil(view);
  if (waitsUntil !== undefined && view.now < waitsUntil) return { tasks, wakeAt: [waitsUntil] };
  const from = later(later(ended.at, oursSince(view)), waitsUntil);
  const limit = standardDays(view.record.opening.standards.closureDays, from);
  tasks.push({ key: `closeCase:${ended.seq}`, kind: 'closeCase', ...limit });
  return { tasks };
};

/** Until when the last sentence may be appealed against or reviewed; a victim who has heard of it is not left before. */
function appealsUntil({ record: { opening }, state: { counted } }: CaseView): Instant | undefined {
  const days = opening.standards.closesAfterSentenceDays;
  const sentence = inOrderOfHappening(counted).findLast(({ kind }) => kind === 'sentencePassed');
  return days === undefined || !sentence ? undefined : justAfter(endOfDayAfter(sentence.happenedAt, days));
}

/** A decision that the victim has asked to be reviewed may still be taken back. */
function isUnderReview({ record, state: { counted } }: CaseView): boolean {
  const isOpen = prosecutionReviews(record, counted).some(
    ({ answerBy, answeredAt }) => answerBy !== undefined && answeredAt === undefined
  );
  if (isOpen) return true;
  const asked = counted.filter(({ kind }) => kind === 'rightToReviewAsked').length;
  return asked > counted.filter(({ kind }) => kind === 'rightToReviewDecided').length;
}

/** Whoever leaves it to the court says so, and the case need not wait for years. */
function isCompensationOwed(view: CaseView): boolean {
  if (view.record.opening.standards.closesAfterSentenceDays === undefined || isWitnessOnly(view)) return false;
  return courtMoneyIn(view.state.counted).some((money) => money.of === 'compensation' && isOwed(money));
}
