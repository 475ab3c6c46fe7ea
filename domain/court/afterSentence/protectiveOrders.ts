import type { Fact } from '../../fact';
import { protectiveOrders, type ProtectiveOrder } from '../../facts/afterSentenceFacts';
import { inOrderOfHappening } from '../../happening';
import type { CalendarDay, Instant } from '../../time/londonTime';
import { isOfWhoAppealed, quashes } from './quashed';

/** An order that protects the victim, as the last word of a court left it. */
export interface OrderStanding {
  readonly order: ProtectiveOrder;
  readonly suspects: readonly string[];
  /** The fact that set it as it stands. */
  readonly seq: number;
  readonly knownAt: Instant;
  /** The last day on which it counts; absent where it lasts until another order. */
  readonly untilOn?: CalendarDay | undefined;
  readonly discharged?: true | undefined;
  /** A court made it with a sentence: it goes when the conviction does. */
  readonly ofSentence?: true | undefined;
  /** What was last decided about its end, and when that was recorded. */
  readonly review?:
    { readonly extension: Fact<'orderEndReviewed'>['data']['extension']; readonly at: Instant } | undefined;
}

/**
 * Orders by kind and by whom they bind; a fact that names nobody is about all. A sentence that is passed anew sets its
 * orders anew. `counted` are the facts that count.
 */
export function protectiveOrdersIn(counted: readonly Fact[]): OrderStanding[] {
  const orders = new Map<string, OrderStanding>();
  const set = (fact: Fact, order: ProtectiveOrder, untilOn: CalendarDay | undefined, ofSentence: boolean) => {
    const { seq, suspects = [], recordedAt: knownAt } = fact;
    const origin = ofSentence ? { ofSentence } : {};
    const standing = { order, suspects, seq, knownAt, ...(untilOn === undefined ? {} : { untilOn }), ...origin };
    orders.set(keyOf(order, suspects), standing);
  };
  const inOrder = inOrderOfHappening(counted);
  for (const fact of inOrder) {
    switch (fact.kind) {
      case 'sentencePassed':
        // An order that is named among the sentences alone stands too, though nobody said until when.
        for (const order of protectiveOrders)
          if (fact.data.sentences.some((each) => each === order)) set(fact, order, undefined, true);
        for (const { order, untilOn } of fact.data.orders ?? []) set(fact, order, untilOn, true);
        break;
      case 'orderMade':
        set(fact, fact.data.order, fact.data.untilOn, false);
        break;
      case 'orderVaried': {
        if (fact.data.mayBeDischarged) break;
        const varied = alsoOf(fact, fact.data.order, orders);
        const ofSentence = varied.some((key) => orders.get(key)?.ofSentence);
        for (const known of varied) orders.delete(known);
        set(fact, fact.data.order, fact.data.untilOn, ofSentence);
        break;
      }
      case 'orderDischarged':
        for (const key of alsoOf(fact, fact.data.order, orders)) change(orders, key, { discharged: true });
        break;
      case 'orderEndReviewed': {
        const review = { extension: fact.data.extension, at: fact.recordedAt };
        for (const key of alsoOf(fact, fact.data.order, orders)) change(orders, key, { review });
        break;
      }
      case 'appealDecided':
        if (!quashes(fact)) break;
        for (const [key, known] of orders)
          if (known.ofSentence && isOfWhoAppealed(known, fact, inOrder)) change(orders, key, { discharged: true });
        break;
      default:
        break;
    }
  }
  return [...orders.values()];
}

export type OrderState = 'inForce' | 'ended' | 'discharged';

export function stateOfOrder({ discharged, untilOn }: OrderStanding, today: CalendarDay): OrderState {
  if (discharged) return 'discharged';
  return untilOn !== undefined && untilOn < today ? 'ended' : 'inForce';
}

function keyOf(order: ProtectiveOrder, suspects: readonly string[]): string {
  return [order, ...[...suspects].sort()].join('|');
}

/** The orders that a fact can be about: of the same kind, and against one of the same people where both say whom. */
function alsoOf({ suspects = [] }: Fact, order: ProtectiveOrder, orders: ReadonlyMap<string, OrderStanding>): string[] {
  return [...orders].flatMap(([key, known]) => {
    const isOfSame =
      suspects.length === 0 || known.suspects.length === 0 || known.suspects.some((each) => suspects.includes(each));
    return known.order === order && isOfSame ? [key] : [];
  });
}

function change(orders: Map<string, OrderStanding>, key: string, more: Partial<OrderStanding>): void {
  const known = orders.get(key);
  if (known) orders.set(key, { ...known, ...more });
}
