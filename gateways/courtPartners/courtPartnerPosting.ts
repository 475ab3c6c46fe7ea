import type { Database } from '../../database/openDatabase';
import { factsOf } from '../../database/cases/factsOf';
import type { NewOutboxItem } from '../../database/outbox';
import type { CourtReferral } from '../../domain/court/partners/courtPartner';
import { courtReferrals } from '../../domain/court/partners/courtReferrals';
import type { Fact, FactKind } from '../../domain/fact';
import type { Projection } from '../../domain/projection/projection';
import type { CourtPartnerRoutes } from './courtPartnerClient';
import type { CourtPartnerItem } from './courtPartnerItem';

/** Facts that change what a partner must know of somebody whom it was told of. */
const ofAnyone: readonly FactKind[] = ['contactStopped', 'contactStopLifted', 'messageFailed', 'handoverAcknowledged'];
const changing: Readonly<Record<CourtReferral['partner'], ReadonlySet<FactKind>>> = {
  witnessService: new Set([
    ...ofAnyone,
    'hearingListed',
    'hearingMoved',
    'hearingVacated',
    'witnessRequired',
    'witnessReleased',
    'witnessCalledFor',
  ]),
  victimContactScheme: new Set([...ofAnyone, 'sentencePassed']),
  youthJusticeService: new Set([...ofAnyone, 'sentencePassed']),
};

type Before = Pick<CourtPartnerItem, 'does' | 'fact'>;

/**
 * What the partners of the court stage are to be sent for what a case has learnt: a referral or a notice that is asked for,
 * what changed of one that they have, and what is to be taken back. It follows from how the case stands.
 */
export function courtPartnerPosting(
  { timeline, outbox }: Pick<Database, 'timeline' | 'outbox'>,
  routes: CourtPartnerRoutes
) {
  return async ({ summary, facts }: Projection): Promise<NewOutboxItem[]> => {
    const fact = facts.at(-1)?.seq;
    if (fact === undefined) return [];
    const { caseId, personId, investigatingForce: force, visibleTo } = summary;
    const all = await factsOf(timeline, caseId);
    const known = courtReferrals(all, summary);
    if (known.length === 0) return [];
    const asking = asksOf(facts);
    const items = await outbox.itemsOfCase(caseId, 'courtPartner');
    const by = facts.at(-1)?.by ?? '';
    return known.flatMap((referral): NewOutboxItem[] => {
      const { referralId, partner, subject, seq, standing, byItself } = referral;
      // Who is known to the force, or to everybody, is referred by a person alone.
      if (!routes(force, partner) || (byItself && visibleTo !== undefined)) return [];
      const before = items
        .filter(({ about }) => about.referralId === referralId)
        .map(({ about }) => ({ does: about.does as Before['does'], fact: Number(about.fact) }))
        .filter((each) => each.fact < fact)
        .sort((one, other) => one.fact - other.fact);
      const does = wanted(referral, before.at(-1), asking.has(seq), facts);
      if (!does) return [];
      const reason = standing === 'wanted' || standing === 'over' ? undefined : standing;
      const content: CourtPartnerItem = {
        does,
        referralId,
        partner,
        subject,
        seq,
        fact,
        ...(reason ? { reason } : {}),
      };
      const about = { does, referralId, partner, subject, fact: String(fact) };
      const item = { kind: 'courtPartner', system: partner, caseId, personId, force, by } as const;
      return [{ ...item, itemId: `court-${referralId}-${does}-${fact}`, about, subjectId: personId, content }];
    });
  };
}

/** The facts that ask now: the new ones, and those that a person has accepted. */
function asksOf(facts: readonly Fact[]): ReadonlySet<number> {
  return new Set(facts.flatMap((fact) => (fact.kind === 'eventReviewed' ? [fact.seq, fact.data.about] : [fact.seq])));
}

function wanted(
  { standing, partner, subject }: CourtReferral,
  before: Before | undefined,
  isAsked: boolean,
  facts: readonly Fact[]
): CourtPartnerItem['does'] | undefined {
  if (standing === 'over') return undefined;
  if (standing !== 'wanted') return before && before.does !== 'withdraw' ? 'withdraw' : undefined;
  if (isAsked || before?.does === 'withdraw') return 'refer';
  return before && subject === 'referral' && facts.some((fact) => changes(fact, partner)) ? 'change' : undefined;
}

function changes(fact: Fact, partner: CourtReferral['partner']): boolean {
  if (fact.parked) return false;
  if (fact.kind === 'personChanged') return true;
  // The case hears of its own dates by many facts; the last word on each is what goes out.
  return changing[partner].has(fact.kind) || fact.kind === 'eventReviewed' || fact.supersedes !== undefined;
}
