import type { CareRecord } from '../careRecord';
import type { CareState } from '../careState';
import { contactSchemeIn, type SchemeStanding } from '../court/afterSentence/contactScheme';
import { courtMoneyIn, type MoneyStanding } from '../court/afterSentence/courtMoney';
import { standingSentences } from '../court/afterSentence/quashed';
import { protectiveOrdersIn, type OrderStanding } from '../court/afterSentence/protectiveOrders';
import { undulyLenientWindow, type UndulyLenientWindow } from '../court/afterSentence/undulyLenientWindow';
import type { Fact, FactKind } from '../fact';
import { inOrderOfHappening } from '../happening';

/** What stands after a sentence, as a case shows it; what is not so is absent. */
export interface AfterSentenceDetails {
  readonly undulyLenient?: (UndulyLenientWindow & { readonly explained?: string | undefined }) | undefined;
  readonly contactScheme?: Omit<SchemeStanding, 'seq'> | undefined;
  readonly youthJustice?: string | undefined;
  readonly orders?: readonly (Pick<OrderStanding, 'order' | 'untilOn' | 'discharged'> & {
    readonly fact: number;
    readonly extension?: string | undefined;
  })[];
  readonly money?: readonly Omit<MoneyStanding, 'seq' | 'knownAt'>[];
}

export function afterSentenceDetailsOf(
  { calendar }: Pick<CareRecord, 'calendar'>,
  { counted }: Pick<CareState, 'counted'>
): AfterSentenceDetails | undefined {
  const inOrder = inOrderOfHappening(counted);
  const last = <K extends FactKind>(wanted: K) =>
    inOrder.findLast(({ kind }) => kind === wanted) as Fact<K> | undefined;
  const sentence = standingSentences(inOrder).at(-1);
  const window = sentence && undulyLenientWindow(sentence, calendar);
  const explained = last('undulyLenientExplained')?.data.answer;
  const scheme = contactSchemeIn(counted);
  const youth = last('youthJusticeAnswered')?.data.answer ?? (last('youthJusticeAsked') ? 'asked' : undefined);
  const orders = protectiveOrdersIn(counted).map(({ order, untilOn, discharged, seq: fact, review }) => ({
    order,
    fact,
    ...(untilOn === undefined ? {} : { untilOn }),
    ...(discharged ? { discharged } : {}),
    ...(review ? { extension: review.extension } : {}),
  }));
  const money = courtMoneyIn(counted).map(({ seq: _seq, knownAt: _knownAt, ...standing }) => standing);
  const details: AfterSentenceDetails = {
    ...(window ? { undulyLenient: { ...window, ...(explained ? { explained } : {}) } } : {}),
    ...(scheme ? { contactScheme: { state: scheme.state, at: scheme.at } } : {}),
    ...(youth ? { youthJustice: youth } : {}),
    ...(orders.length > 0 ? { orders } : {}),
    ...(money.length > 0 ? { money } : {}),
  };
  return Object.keys(details).length > 0 ? details : undefined;
}
