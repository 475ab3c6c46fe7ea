import type { NewOutboxItem } from '../../database/outbox';
import type { ProjectedArrangement } from '../../domain/court/witnesses/trialSummary';
import type { Projection } from '../../domain/projection/projection';
import type { VictimHubs } from './victimHub';

export interface HubOrderContent {
  readonly does: 'order' | 'cancel';
  readonly arrangement: ProjectedArrangement;
}

/**
 * An order for each arrangement that was asked for, the order anew for each that is booked for another court or time than
 * is set now, and a cancellation for each that nobody needs any more; also of a case that has ended. They follow from how the case stands, under ids of their own, so that each is sent once.
 */
export function hubOrders(hubs: VictimHubs) {
  return ({ summary, facts }: Projection): NewOutboxItem[] => {
    const { caseId, personId, investigatingForce: force, arrangements = [] } = summary;
    if (facts.length === 0 || !hubs(force)) return [];
    const by = facts.at(-1)?.by ?? '';
    return arrangements.flatMap((arrangement): NewOutboxItem[] => {
      const { arrangementId, arrangement: what, on, state, inVain, toChange } = arrangement;
      const does = inVain ? 'cancel' : state === 'asked' || toChange !== undefined ? 'order' : undefined;
      const anew = does === 'order' && toChange !== undefined ? `-${toChange}` : '';
      if (does === undefined) return [];
      const item = { caseId, personId, force, by, kind: 'hubOrder', system: 'victimHub', subjectId: personId } as const;
      const about = { arrangementId, arrangement: what, on, does };
      return [{ ...item, itemId: `hub-${does}-${arrangementId}${anew}`, about, content: { does, arrangement } }];
    });
  };
}
