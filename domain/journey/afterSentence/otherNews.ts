import { contactSchemeIn, isInScheme } from '../../court/afterSentence/contactScheme';
import { protectiveOrdersIn, stateOfOrder } from '../../court/afterSentence/protectiveOrders';
import { quashes } from '../../court/afterSentence/quashed';
import type { Fact, FactKind } from '../../fact';
import { inOrderOfHappening } from '../../happening';
import type { WantedTask } from '../../task';
import { londonDay } from '../../time/londonTime';
import {
  isWitnessOnly,
  ownLimit,
  standardHours,
  standardWorkingDays,
  wantsNoContact,
  type CaseView,
  type Step,
} from '../step';

const escapeHours = 1;
const safetyHours = 4;
const otherwiseWorkingDays = 1;

/**
 * News for which the law gives no number: an escape, a custody time limit that let somebody out, an order that is made,
 * changed or gone, money in default, and parole where no Victim Liaison Officer tells it. An escape is told within the
 * hour, less protection than before within hours, night or day, also to who wants no contact: a person decides how.
 * Silence: it stays asked.
 */
export const otherNews: Step = (view) => {
  const { counted, told } = view.state;
  const isSilent = wantsNoContact(view);
  const inScheme = isInScheme(contactSchemeIn(counted));
  const tasks = counted.flatMap((fact): WantedTask[] => {
    if (told.has(fact.seq) || !isTold(fact, inScheme)) return [];
    const isOut = letsOutUnseen(fact);
    // A witness is told who is out, and nothing of orders and money that are not for them.
    if (isWitnessOnly(view) && !isOut) return [];
    const isSafety = isOut || lessensProtection(fact, counted);
    if (isSilent && !isSafety) return [];
    const limit = limitFor(fact, isSafety, view);
    return [{ key: `tellOtherNews:${fact.seq}`, kind: 'tellOtherNews', ...limit, about: [fact.seq] }];
  });
  return { tasks };
};

function isTold(fact: Fact, inScheme: boolean): boolean {
  return fact.kind === 'paroleNotified' ? !inScheme : letsOutUnseen(fact) || toldToVictims.has(fact.kind);
}

const toldToVictims: ReadonlySet<FactKind> = new Set<FactKind>([
  'orderMade',
  'orderVaried',
  'orderDischarged',
  'confiscationOrdered',
  'courtMoneyDefaulted',
  'courtMoneyEnded',
  'undulyLenientDecided',
  'victimContactSchemeNotTaken',
]);

/** Somebody is out, and no decision of a court on bail says so. */
export function letsOutUnseen({ kind, data }: Fact): boolean {
  if (kind === 'escapeReported') return true;
  return kind === 'custodyTimeLimitAnswered' && 'answer' in data && data.answer === 'released';
}

/** An order that is discharged, also by a conviction that is quashed, may be, or ends sooner than it did. */
export function lessensProtection(fact: Fact, counted: readonly Fact[]): boolean {
  if (fact.kind === 'orderDischarged') return true;
  if (quashes(fact)) return endsOrders(fact, counted);
  if (fact.kind !== 'orderVaried') return false;
  const { order, untilOn, mayBeDischarged } = fact.data;
  if (mayBeDischarged) return true;
  const before = protectiveOrdersIn(
    counted.filter((each) => each.happenedAt < fact.happenedAt && each.seq !== fact.seq)
  );
  return before.some(
    (each) => each.order === order && untilOn !== undefined && (each.untilOn === undefined || untilOn < each.untilOn)
  );
}

function endsOrders(appeal: Fact, counted: readonly Fact[]): boolean {
  const inOrder = inOrderOfHappening(counted);
  const place = inOrder.indexOf(appeal);
  const today = londonDay(appeal.happenedAt);
  const inForce = (facts: readonly Fact[]) =>
    protectiveOrdersIn(facts).filter((order) => stateOfOrder(order, today) === 'inForce').length;
  return inForce(inOrder.slice(0, place + 1)) < inForce(inOrder.slice(0, place));
}

function limitFor({ kind, recordedAt }: Fact, isSafety: boolean, view: CaseView) {
  const own = (from: string) =>
    isSafety
      ? standardHours(kind === 'escapeReported' ? escapeHours : safetyHours, from)
      : standardWorkingDays(view, otherwiseWorkingDays, from);
  return ownLimit(view, own, recordedAt);
}
