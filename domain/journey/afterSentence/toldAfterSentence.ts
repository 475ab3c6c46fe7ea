import { contactSchemeIn, isInScheme } from '../../court/afterSentence/contactScheme';
import { protectiveOrdersIn } from '../../court/afterSentence/protectiveOrders';
import type { Fact } from '../../fact';
import type { WantedTask } from '../../task';
import {
  isWitnessOnly,
  later,
  notPassed,
  nothing,
  oursSince,
  standardHours,
  standardWorkingDays,
  wantsNoContact,
  type CaseView,
  type Step,
} from '../step';

const safetyHours = 4;
const otherwiseWorkingDays = 1;

/**
 * News after a sentence for which the law gives no number: an order that is made, changed or gone, money in default, and
 * parole where no Victim Liaison Officer tells it. Less protection than before is told within hours, also to who wants no
 * contact: a person decides how. Silence: it stays asked.
 */
export const toldAfterSentence: Step = (view) => {
  if (isWitnessOnly(view)) return nothing;
  const { counted, told } = view.state;
  const isSilent = wantsNoContact(view);
  const inScheme = isInScheme(contactSchemeIn(counted));
  const tasks = counted.flatMap((fact): WantedTask[] => {
    if (told.has(fact.seq) || !isTold(fact, inScheme)) return [];
    const isSafety = lessensProtection(fact, counted);
    if (isSilent && !isSafety) return [];
    return [
      {
        key: `tellAfterSentence:${fact.seq}`,
        kind: 'tellAfterSentence',
        ...limitFor(fact, isSafety, view),
        about: [fact.seq],
      },
    ];
  });
  return { tasks };
};

function isTold({ kind }: Fact, inScheme: boolean): boolean {
  switch (kind) {
    case 'orderMade':
    case 'orderVaried':
    case 'orderDischarged':
    case 'confiscationOrdered':
    case 'courtMoneyDefaulted':
    case 'courtMoneyEnded':
    case 'undulyLenientDecided':
      return true;
    case 'paroleNotified':
      return !inScheme;
    default:
      return false;
  }
}

/** An order that is discharged, or that ends sooner than it did. */
export function lessensProtection(fact: Fact, counted: readonly Fact[]): boolean {
  if (fact.kind === 'orderDischarged') return true;
  if (fact.kind !== 'orderVaried') return false;
  const { order, untilOn } = fact.data;
  const before = protectiveOrdersIn(
    counted.filter((each) => each.happenedAt < fact.happenedAt && each.seq !== fact.seq)
  );
  return before.some(
    (each) => each.order === order && untilOn !== undefined && (each.untilOn === undefined || untilOn < each.untilOn)
  );
}

function limitFor({ recordedAt }: Fact, isSafety: boolean, view: CaseView) {
  const own = (from: string) =>
    isSafety ? standardHours(safetyHours, from) : standardWorkingDays(view, otherwiseWorkingDays, from);
  return notPassed(own, later(recordedAt, oursSince(view)), view);
}
