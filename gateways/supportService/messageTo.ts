import { newestFact } from '../../database/cases/newestFact';
import type { PartnerMessage } from './contract';
import { safeContactOf } from './safeContact';
import type { Standing, Stores } from './standing';

type Going = Extract<Standing, { may: true }>;

/** What a support service is told: read at this moment, and no more than was agreed. */
export async function messageTo(
  { timeline }: Pick<Stores, 'timeline'>,
  { about, referral, person }: Going
): Promise<PartnerMessage> {
  const { referralId, supportService, recipient, basis, sentAt: madeAt } = referral;
  const { homeForce: force, owningTeam: team } = about;
  const contract = 'victim-case-service/referral/1' as const;
  const common = { contract, referralId, supportService, force, team, madeAt };
  const offence = about.offenceCategory as Extract<PartnerMessage, { offence: unknown }>['offence'];
  if (recipient === 'dutyToNotify') return { ...common, recipient, offence };
  const told = new Set(referral.shared);
  const assessed =
    told.has('needs') || told.has('risk') ? await newestFact(timeline, about.caseId, 'needsAssessed') : undefined;
  const { needs, riskLevel, riskTool } = assessed?.data ?? {};
  const victim = {
    ...(told.has('name') ? { name: person.name } : {}),
    ...(told.has('dateOfBirth') && person.dateOfBirth ? { dateOfBirth: person.dateOfBirth } : {}),
    ...(told.has('language') && person.language ? { language: person.language } : {}),
    ...(told.has('language') && person.interpreterNeeded ? { interpreterNeeded: true } : {}),
    ...(told.has('contact') ? { contact: safeContactOf(person) } : {}),
    ...(told.has('needs') && needs ? { needs: needs.filter(({ level }) => level !== 'none') } : {}),
    ...(told.has('risk') && riskLevel ? { risk: { level: riskLevel, ...(riskTool ? { tool: riskTool } : {}) } } : {}),
    ...(told.has('offence') ? { offence } : {}),
  };
  return { ...common, recipient, basis, victim };
}
