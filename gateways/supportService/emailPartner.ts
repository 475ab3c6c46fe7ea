import type { SecureEmail } from '../secureEmail/secureEmail';
import {
  caseChange,
  contactChange,
  partnerMessage,
  withdrawal,
  type CaseChange,
  type PartnerMessage,
  type SafeContact,
} from './contract';
import type { PartnerAnswer, PartnerClient } from './partnerClient';

/** A support service that takes referrals by secure e-mail; subjects say nothing of anybody. */
export function emailPartner(address: string, email: SecureEmail): PartnerClient {
  async function once(subject: string, lines: readonly string[], reference: string): Promise<PartnerAnswer> {
    const known = await email.find(reference);
    if (known === undefined) await email.send({ to: address, subject, body: lines.join('\n'), reference });
    return stateOf(known ?? 'sending');
  }

  return {
    async find(_referralId, keys) {
      let found: PartnerAnswer = { state: 'unknown' };
      for (const key of keys) {
        const state = await email.find(key);
        if (state !== undefined && found.state !== 'has') found = stateOf(state);
      }
      return found;
    },
    async refer(message, key) {
      return once('OFFICIAL-SENSITIVE: a referral', referralLines(partnerMessage.parse(message)), key);
    },
    async changeContact(referralId, contact, key) {
      const lines = contactLines(contactChange.parse({ referralId, contact }).contact);
      const text = [`Referral: ${referralId}`, '', 'Do not use the earlier ways of contact again.', ...lines];
      return once('OFFICIAL-SENSITIVE: a referral has changed', text, key);
    },
    async changeCase(referralId, change, key) {
      const text = [`Referral: ${referralId}`, '', caseLine(caseChange.parse(change))];
      return once('OFFICIAL-SENSITIVE: a referral has changed', text, key);
    },
    async withdraw(referralId, reason, key) {
      const said = withdrawal.parse({ referralId, reason });
      const text = [
        `Referral: ${said.referralId}`,
        `Reason: ${said.reason}`,
        '',
        'It is withdrawn. Stop, and delete it.',
      ];
      return once('OFFICIAL-SENSITIVE: a referral is withdrawn', text, key);
    },
  };
}

function stateOf(state: 'sending' | 'delivered' | 'failed'): PartnerAnswer {
  return { state: state === 'delivered' ? 'has' : state };
}

function referralLines(message: PartnerMessage): string[] {
  const { referralId, recipient, force, team, madeAt } = message;
  const head = [
    `Referral: ${referralId}`,
    `To: ${message.supportService}, as ${recipient}`,
    `From: ${force}, ${team}, ${madeAt}`,
  ];
  if (message.recipient === 'dutyToNotify') return [...head, `Offence: ${message.offence}`];
  const { name, dateOfBirth, language, interpreterNeeded, contact, needs, risk, offence } = message.victim;
  return [
    ...head,
    `Basis: ${message.basis}`,
    '',
    ...(name ? [`Name: ${name}`] : []),
    ...(dateOfBirth ? [`Date of birth: ${dateOfBirth}`] : []),
    ...(language ? [`Language: ${language}${interpreterNeeded ? ', interpreter needed' : ''}`] : []),
    ...(contact ? contactLines(contact) : []),
    ...(needs ? needs.map(({ category, level }) => `Need: ${category}, ${level}`) : []),
    ...(risk ? [`Risk: ${risk.level}${risk.tool ? ` (${risk.tool})` : ''}`] : []),
    ...(offence ? [`Offence: ${offence}`] : []),
  ];
}

function caseLine(change: CaseChange): string {
  return change.change === 'handedOver'
    ? `The case has been handed over. Report to ${change.team} of ${change.force} from now on. Support goes on.`
    : 'The police case has ended. Support goes on for as long as it is wanted.';
}

/** The ways of contact that are safe, as lines of an e-mail. */
export function contactLines({ points, throughTeam }: SafeContact): string[] {
  if (throughTeam) return ['Contact: no way is known to be safe; ask the team that referred them.'];
  return points.map(({ channel, value, days, from, to, mayLeaveMessage, whoMayAnswer, instruction }) => {
    const when = [days?.join(' '), from && to ? `${from} to ${to}` : undefined].filter(Boolean).join(', ');
    const message = mayLeaveMessage ? 'a message may be left' : 'leave no message';
    return `Safe ${channel}: ${value} (${[when || 'any time', message, whoMayAnswer && `may answer: ${whoMayAnswer}`, instruction].filter(Boolean).join('; ')})`;
  });
}
