import { editions } from '../code/editions';
import type { Obligation } from '../code/obligation';
import { promisedUpdate } from '../code/promises';

export const areaNames = [
  'writtenAcknowledgement',
  'referral',
  'timelyUpdates',
  'personalStatementOffer',
  'releaseNotice',
] as const;
/** What police forces return each quarter about the Victims' Code, for the time being. */
export type AreaName = (typeof areaNames)[number];

const published = editions.filter(({ status }) => status !== 'draft').flatMap(({ obligations }) => obligations);
const telling = published.filter(({ arises }) => arises?.metBy === 'telling');

/** The obligations that each area counts, over all editions. News of release is news too: it counts in two areas. */
export const areas: Readonly<Record<AreaName, readonly string[]>> = {
  writtenAcknowledgement: ['c15-ack', 'c20-r3-ack'],
  referral: ['c13-referral', 'c15-referral', 'c20-r4-referral'],
  timelyUpdates: [...idsOf(telling), promisedUpdate],
  personalStatementOffer: ['c13-vps', 'c20-r7-offer'],
  releaseNotice: idsOf(telling.filter(({ arises }) => arises?.safety)),
};

const areasById = new Map<string, AreaName[]>();
for (const name of areaNames) {
  for (const id of areas[name]) areasById.set(id, [...(areasById.get(id) ?? []), name]);
}

export function areasOf(obligation: string): readonly AreaName[] {
  return areasById.get(obligation) ?? [];
}

function idsOf(obligations: readonly Obligation[]): string[] {
  return obligations.map(({ id }) => id);
}
