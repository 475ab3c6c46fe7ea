import type { FactKind } from '../fact';
import { editions } from './editions';

const news: ReadonlySet<string> = new Set(
  editions.flatMap(({ obligations }) =>
    obligations.flatMap(({ arises }) => (arises?.metBy === 'telling' && arises.from !== 'report' ? arises.from : []))
  )
);

/** Whether some edition owes the victim or a witness news of such a fact. */
export function isNews(kind: FactKind): boolean {
  return news.has(kind);
}
