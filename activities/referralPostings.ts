import { newestFact } from '../database/cases/newestFact';
import type { Database } from '../database/openDatabase';
import type { NewOutboxItem } from '../database/outbox';
import type { Fact } from '../domain/fact';
import type { ProjectedReferral, Projection } from '../domain/projection/projection';
import { isGoingOn } from '../domain/referrals/support';
import type { PartnerItem } from '../gateways/supportService/partnerItem';
import type { Posting } from './postings';

type Message = Pick<PartnerItem, 'message' | 'reason' | 'change'>;

/**
 * What leaves for support services: a referral that was made or accepted by a supervisor after it was parked; a referral
 * taken back by the victim, by their death or by a correction; safe ways of contact that have changed; and that the case
 * was handed over, or ended as no crime, while support goes on.
 */
export function referralPostings({
  timeline,
  supportServices,
}: Pick<Database, 'timeline' | 'supportServices'>): Posting {
  async function itemFor(sent: Sent, message: Message, fact: Fact, projection: Projection): Promise<NewOutboxItem> {
    const item = partnerItem(sent, message, fact, projection);
    const service = await supportServices.findService(item.content.forces, sent.supportService);
    const isByEmail = service !== undefined && service !== 'noDirectory' && service.route?.kind === 'secureEmail';
    return { ...item, kind: isByEmail ? 'secureEmail' : 'partnerReferral' };
  }

  /** A correction of the same news tells no service a second time. */
  async function caseChangeBy(fact: Fact, { summary: { caseId } }: Projection): Promise<PartnerItem['change']> {
    if (fact.kind !== 'handoverAcknowledged' && fact.kind !== 'noCrime') return undefined;
    const corrected = fact.supersedes === undefined ? undefined : await timeline.findFact(caseId, fact.supersedes);
    if (corrected?.kind === fact.kind) return undefined;
    if (fact.kind === 'noCrime') return { change: 'policeCaseEnded' };
    const asked = await newestFact(timeline, caseId, 'transferAsked');
    return asked && { change: 'handedOver', force: asked.data.force, team: asked.data.team };
  }

  return async (projection) => {
    const { caseId } = projection.summary;
    const idOf = async (fact: Fact): Promise<string> => {
      const corrected = fact.supersedes === undefined ? undefined : await timeline.findFact(caseId, fact.supersedes);
      return corrected ? idOf(corrected) : `${caseId}.r${fact.seq}`;
    };
    const items: NewOutboxItem[] = [];
    for (const fact of projection.facts) {
      const reviewed = fact.kind === 'eventReviewed' ? await timeline.findFact(caseId, fact.data.about) : undefined;
      const isAccepted = fact.kind === 'eventReviewed' && fact.data.decision === 'accepted';
      const counting = isAccepted ? reviewed : fact.parked ? undefined : fact;
      if (!counting) continue;
      const made = counting.kind === 'referralMade' ? await idOf(counting) : undefined;
      for (const { referral, ...message } of messagesOf(counting, projection.referrals, made)) {
        items.push(await itemFor(referral, message, fact, projection));
      }
      const change = await caseChangeBy(counting, projection);
      if (change) {
        for (const referral of projection.referrals.filter(reportsBack)) {
          items.push(await itemFor(referral, { message: 'caseChanged', change }, fact, projection));
        }
      }
      const before =
        counting.supersedes === undefined ? undefined : await timeline.findFact(caseId, counting.supersedes);
      if (before?.kind !== 'referralMade' || keepsService(counting, before)) continue;
      const gone = { referralId: await idOf(before), supportService: before.data.supportService };
      items.push(await itemFor(gone, { message: 'withdrawal', reason: 'sentInError' }, fact, projection));
    }
    return items;
  };
}

type Sent = Pick<ProjectedReferral, 'referralId' | 'supportService'>;

/** The anonymous notification is about nobody, and nobody reports back on it. */
function reportsBack({ state, recipient }: ProjectedReferral): boolean {
  return isGoingOn({ state }) && recipient !== 'dutyToNotify';
}

function keepsService(fact: Fact, before: Fact<'referralMade'>): boolean {
  return fact.kind === 'referralMade' && fact.data.supportService === before.data.supportService;
}

/** The messages that a fact causes. `made` is the id of the referral that it made. */
function messagesOf(
  fact: Fact,
  referrals: readonly ProjectedReferral[],
  made: string | undefined
): (Message & { readonly referral: Sent })[] {
  const send = (chosen: readonly Sent[], message: Message) => chosen.map((referral) => ({ ...message, referral }));
  const going = referrals.filter(isGoingOn);
  const named = 'referralId' in fact.data ? fact.data.referralId : undefined;
  const taken = referrals.filter(({ referralId, state }) => referralId === named && state === 'withdrawn');
  switch (fact.kind) {
    case 'referralMade':
      return send(
        referrals.filter(({ referralId }) => referralId === made),
        { message: 'referral' }
      );
    // A service that accepts late has not heard, or not read, that the victim took their consent back.
    case 'consentWithdrawn':
    case 'referralAccepted':
      return send(taken, { message: 'withdrawal', reason: 'consentWithdrawn' });
    case 'consentRefused': {
      const { supportService } = fact.data;
      const refused = referrals.filter((each) => each.supportService === supportService && each.state === 'withdrawn');
      return send(refused, { message: 'withdrawal', reason: 'consentWithdrawn' });
    }
    case 'victimDied':
      return send(going, { message: 'withdrawal', reason: 'victimDied' });
    case 'personChanged':
      return fact.data.changed.includes('contactPoints') ? send(going, { message: 'contactChanged' }) : [];
    case 'contactStopped':
    case 'contactStopLifted':
    case 'messageFailed':
      return send(going, { message: 'contactChanged' });
    default:
      return [];
  }
}

function partnerItem(
  { referralId, supportService }: Sent,
  { message, reason, change }: Message,
  { seq, by }: Fact,
  { summary: { caseId, personId, homeForce, investigatingForce } }: Projection
): Omit<NewOutboxItem, 'kind' | 'content'> & { readonly content: PartnerItem } {
  const forces = [...new Set([homeForce, investigatingForce])];
  const content: PartnerItem = {
    ...{ message, referralId, supportService, caseId, forces },
    ...(reason ? { reason } : {}),
    ...(change ? { change } : {}),
  };
  return {
    itemId: `${referralId}.${message}.${seq}`,
    system: supportService,
    caseId,
    personId,
    force: homeForce,
    by,
    about: { message, referralId },
    subjectId: personId,
    content,
  };
}
