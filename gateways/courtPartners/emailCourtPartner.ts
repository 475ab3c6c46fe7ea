import type { SecureEmail } from '../secureEmail/secureEmail';
import { contactLines } from '../supportService/emailPartner';
import type { CourtPartnerAnswer, CourtPartnerClient } from './courtPartnerClient';
import { courtReferralMessage, courtWithdrawal, type CourtReferralMessage } from './courtPartnerContract';

/** A partner that takes secure e-mail; subjects say nothing of anybody, and a person records what is answered. */
export function emailCourtPartner(address: string, email: SecureEmail): CourtPartnerClient {
  async function once(subject: string, lines: readonly string[], reference: string): Promise<CourtPartnerAnswer> {
    const known = await email.find(reference);
    if (known === undefined) await email.send({ to: address, subject, body: lines.join('\n'), reference });
    return { state: stateOf(known ?? 'sending') };
  }

  return {
    async put(message, key) {
      const told = courtReferralMessage.parse(message);
      return once(`OFFICIAL-SENSITIVE: a ${told.subject}`, linesOf(told), key);
    },
    async find(_referralId, keys) {
      const states = await Promise.all(keys.map((key) => email.find(key)));
      const known = states.filter((state) => state !== undefined);
      const best = known.find((state) => state === 'delivered') ?? known.find((state) => state === 'sending');
      return best || known.length > 0 ? { state: stateOf(best ?? 'failed') } : undefined;
    },
    async withdraw(referralId, given, key) {
      const { reason } = courtWithdrawal.parse({ reason: given });
      const lines = [`Referral: ${referralId}`, `Reason: ${reason}`, '', 'It is withdrawn. Stop, and delete it.'];
      return once('OFFICIAL-SENSITIVE: a referral is withdrawn', lines, key);
    },
  };
}

function stateOf(state: 'sending' | 'delivered' | 'failed') {
  return state === 'delivered' ? 'arrived' : state;
}

function linesOf(message: CourtReferralMessage): string[] {
  const {
    referralId,
    subject,
    partner,
    force,
    team,
    madeAt,
    urns,
    crimeReference,
    person,
    attendance,
    sentence,
    notice,
  } = message;
  const { name, dateOfBirth, language, interpreterNeeded, contact } = person;
  return [
    `${subject === 'notice' ? 'Notice' : 'Referral'}: ${referralId}`,
    'It takes the place of whatever came under this number before.',
    ...(contact ? ['Do not use earlier ways of contact again.'] : []),
    `To: ${partner}`,
    `From: ${force}, ${team}, ${madeAt}`,
    `Prosecution: ${urns.length > 0 ? urns.join(', ') : 'not known'}`,
    ...(crimeReference ? [`Crime: ${crimeReference}`] : []),
    '',
    `Name: ${name}`,
    ...(dateOfBirth ? [`Date of birth: ${dateOfBirth}`] : []),
    ...(language ? [`Language: ${language}${interpreterNeeded ? ', interpreter needed' : ''}`] : []),
    ...(contact ? contactLines(contact) : []),
    ...(attendance ? attendanceLines(attendance) : []),
    ...(sentence ? sentenceLines(sentence) : []),
    ...(notice ? noticeLines(notice) : []),
  ];
}

function attendanceLines({ needs, hearings, calledFor }: NonNullable<CourtReferralMessage['attendance']>): string[] {
  const days = hearings.map(({ hearing, on, untilOn, startsAt, court }) =>
    [`Hearing: ${hearing}, ${on}`, untilOn && `to ${untilOn}`, startsAt, court].filter(Boolean).join(', ')
  );
  const called = calledFor.map(({ on, at, standby }) =>
    [`Called for: ${on}`, at, standby && 'on standby'].filter(Boolean).join(', ')
  );
  const needed = needs.length > 0 ? [`Needs: ${needs.join(', ')}`] : [];
  return [...needed, ...(days.length > 0 ? days : ['Hearing: none is fixed']), ...called];
}

function sentenceLines(sentence: NonNullable<CourtReferralMessage['sentence']>): string[] {
  const { passedOn, court, sentences, custodyDays, offence } = sentence;
  return [
    [`Sentence: ${sentences.join(', ')}, ${passedOn}`, court && `${court} court`].filter(Boolean).join(', '),
    ...(custodyDays === undefined ? [] : [`Custody: ${custodyDays} days`]),
    `Offence: ${offence}`,
  ];
}

function noticeLines(notice: NonNullable<CourtReferralMessage['notice']>): string[] {
  if (notice.of === 'release') return [`Release planned on: ${notice.on}`];
  return [`Parole: ${notice.stage}${notice.on ? `, ${notice.on}` : ''}`];
}
