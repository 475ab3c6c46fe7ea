import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const consent = { recipient: 'serviceProvider', supportService: 'beacon', basis: 'consent' } as const;

describe('a victim who declines support a second time', () => {
  it('is signposted by the day that the first time set, and whoever took that on keeps it', () => {
    const victim = PureCase.open().record('supportDeclined', {}, after(1));
    const { taskId, dueAt } = victim.openTask('signpost');
    victim.record('supportOffered', { answer: 'declined' }, after(2));
    expect(victim.openTask('signpost')).toMatchObject({ taskId, dueAt });
  });

  it('is not signposted again for a consent that was taken back already', () => {
    const victim = PureCase.open().record('referralMade', consent, after(1));
    const referralId = `${victim.careRecord.opening.caseId}.r1`;
    victim.record('consentWithdrawn', { referralId }, after(2));
    victim.complete('signpost', 'signposted', { supportServices: ['lantern'], format: 'leaflet' }, after(3));
    victim.record('consentWithdrawn', { referralId }, after(4));
    expect(victim.openKinds()).not.toContain('signpost');
  });

  it('is signposted again after an offer that came after the first signposting', () => {
    const victim = PureCase.open().record('supportDeclined', {}, after(1));
    victim.complete('signpost', 'signposted', { supportServices: ['lantern'], format: 'leaflet' }, after(2));
    victim.record('supportOffered', { answer: 'declined' }, after(50));
    expect(victim.openKinds()).toContain('signpost');
  });
});
