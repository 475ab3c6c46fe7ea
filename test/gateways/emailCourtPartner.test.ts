import { courtPartnerHeard } from '../../gateways/courtPartners/courtPartnerOutcome';
import { emailCourtPartner } from '../../gateways/courtPartners/emailCourtPartner';
import { courtPartnerRoutes } from '../../gateways/courtPartners/courtPartnerClient';
import { courtPartnersByForce } from '../../gateways/courtPartners/courtPartnersByForce';
import type { CourtReferralMessage } from '../../gateways/courtPartners/courtPartnerContract';
import type { CourtReferral } from '../../domain/court/partners/courtPartner';
import type { SecureEmail, SecureEmailMessage } from '../../gateways/secureEmail/secureEmail';

const caseId = '6f4b7c0e-1d52-4a5b-9a55-0c9c3f1d2e3a';
const message: CourtReferralMessage = {
  contract: 'victim-case-service/court-referral/1',
  ...{ referralId: `${caseId}.s3`, partner: 'victimContactScheme', subject: 'referral' },
  ...{ force: 'hertfordshire', team: 'north-victim-care', madeAt: '2026-11-23T01:00:00.000Z' },
  urns: ['41AA7000001'],
  person: {
    name: 'Alex Example',
    contact: { points: [{ channel: 'phone', value: '07700 900123', mayLeaveMessage: false }], throughTeam: false },
  },
  sentence: { passedOn: '2026-11-20', sentences: ['hospitalOrder'], offence: 'violenceAgainstThePerson' },
};

function mail() {
  const sent: SecureEmailMessage[] = [];
  const states = new Map<string, 'sending' | 'delivered' | 'failed'>();
  const email: SecureEmail = {
    async send(each) {
      sent.push(each);
      states.set(each.reference, 'sending');
    },
    find: async (reference) => states.get(reference),
  };
  return { sent, states, email };
}

describe('a partner at court that takes secure e-mail', () => {
  it('is written to once under one key, with how to ring safely in the text and nobody in the subject', async () => {
    const { sent, email } = mail();
    const partner = emailCourtPartner('vcs@probation.cjsm.net', email);
    expect(await partner.put(message, 'key-1')).toEqual({ state: 'sending' });
    await partner.put(message, 'key-1');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: 'vcs@probation.cjsm.net', subject: 'OFFICIAL-SENSITIVE: a referral' });
    for (const line of [
      'Name: Alex Example',
      'Safe phone: 07700 900123 (any time; leave no message)',
      'Prosecution: 41AA7000001',
      'Sentence: hospitalOrder, 2026-11-20',
      'Do not use earlier ways of contact again.',
    ]) {
      expect(sent[0]?.body.split('\n')).toContain(line);
    }
  });

  it('has it once the e-mail has arrived, whichever of its keys it came under; what bounced never reached it', async () => {
    const { states, email } = mail();
    const partner = emailCourtPartner('vcs@probation.cjsm.net', email);
    expect(await partner.find('any', ['one', 'two'])).toBeUndefined();
    states.set('two', 'failed');
    expect(await partner.find('any', ['one', 'two'])).toEqual({ state: 'failed' });
    states.set('one', 'delivered');
    expect(await partner.find('any', ['two', 'one'])).toEqual({ state: 'arrived' });
  });

  it('is asked after within minutes; a bounce tells the case, and an arrival is the referral, not its receipt', () => {
    const referral: CourtReferral = {
      referralId: `${caseId}.s3`,
      partner: 'victimContactScheme',
      subject: 'referral',
      origin: 3,
      seq: 3,
      standing: 'wanted',
      byItself: true,
      agreed: true,
    };
    const queuedAt = '2026-11-23T01:00:00.000Z';
    const heard = (state: 'sending' | 'failed' | 'arrived', now = queuedAt) =>
      courtPartnerHeard(referral, { state }, { now, queuedAt, isFirst: true, isChange: false });
    expect(heard('sending').delivered).toEqual({ as: 'sent', lookAgainAt: '2026-11-23T01:02:00.000Z' });
    expect(heard('sending', '2026-11-23T03:00:00.000Z').delivered).toMatchObject({
      lookAgainAt: '2026-11-23T04:00:00.000Z',
    });
    expect(heard('failed')).toMatchObject({ delivered: { as: 'failed' }, tell: [{ kind: 'courtPartnerNotReached' }] });
    const { delivered, tell = [] } = heard('arrived');
    expect([delivered.as, tell.map(({ kind }) => kind)]).toEqual(['delivered', ['victimContactSchemeReferred']]);
  });

  it('is told to stop and delete what is taken back', async () => {
    const { sent, email } = mail();
    await emailCourtPartner('vcs@probation.cjsm.net', email).withdraw(`${caseId}.s3`, 'declined', 'key-2');
    expect(sent[0]?.body).toContain('Stop, and delete it.');
    expect(sent[0]?.body).toContain('Reason: declined');
  });
});

describe('how a force reaches its partners at court', () => {
  const vcs = { email: 'vcs@probation.cjsm.net' };
  const routes = courtPartnerRoutes({
    hertfordshire: { victimContactScheme: vcs },
    kent: { victimContactScheme: { email: 'vcs@example.org' } },
    '*': { witnessService: { url: 'https://witness.example/' } },
  });
  const find = courtPartnersByForce(routes, { emailDomains: ['cjsm.net'] }, mail().email);

  it('is what stands with the force; a partner that is not named with it is reached by people', () => {
    expect(find('hertfordshire', 'victimContactScheme')).toHaveProperty('put');
    expect(find('hertfordshire', 'witnessService')).toBe('notConnected');
    expect(find('surrey', 'witnessService')).toHaveProperty('put');
  });

  it('sends no e-mail to a domain that secure e-mail does not go to', () => {
    expect(find('kent', 'victimContactScheme')).toBe('unsafeRoute');
  });
});
