import fc from 'fast-check';
import { addressRefused, isPublicIp } from '../../gateways/publicAddress';
import type { SecureEmailMessage } from '../../gateways/secureEmail/secureEmail';
import { partnerContract, type PartnerMessage } from '../../gateways/supportService/contract';
import { emailPartner } from '../../gateways/supportService/emailPartner';
import { routeRefused } from '../../gateways/supportService/partnerRoutes';
import { safeContactOf } from '../../gateways/supportService/safeContact';

const octet = fc.nat(255);

describe('an address of another system', () => {
  it('of a private or loopback network is refused, however it is written', () => {
    const ours = fc.oneof(
      fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
      fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
      fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet)
    );
    fc.assert(
      fc.property(ours, ([one, two, three, four]) => {
        const number = ((one * 256 + two) * 256 + three) * 256 + four;
        const hex = number.toString(16).padStart(8, '0');
        const written = [
          `${one}.${two}.${three}.${four}`,
          `${number}`,
          `0x${hex}`,
          `[::ffff:${one}.${two}.${three}.${four}]`,
          `[64:ff9b::${hex.slice(0, 4)}:${hex.slice(4)}]`,
          `[2002:${hex.slice(0, 4)}:${hex.slice(4)}::1]`,
        ];
        for (const host of written) expect([host, addressRefused(`https://${host}/`)]).not.toContain(undefined);
        expect(isPublicIp(written[0] ?? '')).toBe(false);
      }),
      { numRuns: 500 }
    );
  });

  it.each(['8.8.8.8', '51.140.1.1', '2606:4700::1111', '2a00:1450:4009::200e'])('%s is public', (ip) => {
    expect(isPublicIp(ip)).toBe(true);
  });

  it.each(['fe80::1', 'fc00::1', 'fd12::1', '::', '::1', '2001:db8::1', 'ff02::1', 'no address'])('%s is not', (ip) =>
    expect(isPublicIp(ip)).toBe(false)
  );

  it('may be the one that whoever runs the service named, and no other at that machine', () => {
    const trusted = 'http://127.0.0.1:4000/support-service';
    expect(addressRefused('http://127.0.0.1:4000/other', trusted)).toBeUndefined();
    expect(addressRefused('http://127.0.0.1:4001/', trusted)).toBeDefined();
    expect(addressRefused('https://127.0.0.1:4000/', trusted)).toBeDefined();
  });
});

describe('secure e-mail', () => {
  const allowed = { emailDomains: ['cjsm.net', 'police.uk'] };
  it.each([
    ['a@cjsm.net', true],
    ['a@beacon.org.cjsm.net', true],
    ['a@HERTS.POLICE.UK', true],
    ['a@evilcjsm.net', false],
    ['a@cjsm.net.example.org', false],
    ['a@b@cjsm.net', false],
    ['a b@cjsm.net', false],
    ['cjsm.net', false],
    ['a@cjsm.net\nbcc: x@example.org', false],
  ])('to %j may go: %s', (address, may) => {
    expect(routeRefused({ kind: 'secureEmail', address }, allowed) === undefined).toBe(may);
  });

  it('of the Duty to Notify says nothing of anybody, and one of a referral is sent once', async () => {
    const sent: SecureEmailMessage[] = [];
    const partner = emailPartner('help@beacon.cjsm.net', {
      send: async (message) => void sent.push(message),
      find: async (reference) => (sent.some((each) => each.reference === reference) ? 'sending' : undefined),
    });
    const common = {
      contract: 'victim-case-service/referral/1',
      referralId: '5b0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0a01.r1',
      supportService: 'beacon',
      force: 'hertfordshire',
      team: 'north',
      madeAt: '2026-03-03T10:00:00.000Z',
    } as const;
    const victim = { name: 'Alex Example', contact: safeContactOf({ contactPoints: [] }) };
    const message: PartnerMessage = { ...common, recipient: 'serviceProvider', basis: 'consent', victim };
    await partner.refer(message, 'key-1');
    await partner.refer(message, 'key-1');
    await partner.refer({ ...common, recipient: 'dutyToNotify', offence: 'modernSlavery' }, 'key-2');
    await partner.withdraw(common.referralId, 'consentWithdrawn', 'key-3');
    expect(sent.map(({ reference }) => reference)).toEqual(['key-1', 'key-2', 'key-3']);
    expect(sent[0]?.body).toContain('Name: Alex Example');
    expect(sent[0]?.body).toContain('ask the team');
    for (const { subject, body } of sent.slice(1)) expect(subject + body).not.toMatch(/Alex/);
    const named = { ...common, recipient: 'dutyToNotify', offence: 'modernSlavery', victim } as never;
    await expect(partner.refer(named, 'key-4')).rejects.toThrow();
    expect(sent).toHaveLength(3);
  });
});

describe('what a partner is told of ways of contact', () => {
  const points = fc.array(
    fc.record({
      channel: fc.constantFrom('phone' as const, 'email' as const, 'letter' as const),
      value: fc.uuid(),
      safe: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      undeliverable: fc.boolean(),
      mayLeaveMessage: fc.option(fc.boolean(), { nil: undefined }),
    })
  );

  it('is every safe one that works, none that is not safe or unknown, and none at all after a stop', () => {
    fc.assert(
      fc.property(points, fc.boolean(), (contactPoints, isStopped) => {
        const contactStop = isStopped ? ({ reason: 'victimAsked' } as never) : undefined;
        const told = safeContactOf({ contactPoints, contactStop });
        const safe = contactPoints.filter((each) => each.safe === 'yes' && !each.undeliverable);
        expect(told.points.map(({ value }) => value)).toEqual(isStopped ? [] : safe.map(({ value }) => value));
        expect(told.throughTeam).toBe(told.points.length === 0);
        for (const each of told.points) {
          const known = contactPoints.find(({ value }) => value === each.value);
          expect(each.mayLeaveMessage).toBe(known?.mayLeaveMessage === true);
        }
      }),
      { numRuns: 2_000 }
    );
  });
});

it('the contract for partners is an OpenAPI document of five paths', () => {
  expect(Object.keys(partnerContract().paths ?? {})).toHaveLength(5);
});
