import { isRepresented, routesOf, routeTo, type Route } from '../../../domain/contact/routes';

const own: Route = { contactPointId: 'child-text', channel: 'text', safe: 'unknown' };
const hers: Route = { contactPointId: 'mother-phone', channel: 'phone', safe: 'yes' };
const child = { contactPoints: [own], representatives: [{ representativeId: 'mother', contactPoints: [hers] }] };

describe('the ways of contact of a child', () => {
  it('are their own and those of the mother who receives for them', () => {
    expect(routesOf(child, true)).toEqual([{ route: own }, { route: hers, representativeId: 'mother' }]);
    expect(routeTo(child, 'mother-phone', true)).toEqual({ route: hers, representativeId: 'mother' });
  });

  it('are their own alone once nobody receives for them any more', () => {
    expect(routeTo(child, 'mother-phone', false)).toBeUndefined();
    expect(routesOf(child, false)).toEqual([{ route: own }]);
  });

  it('share a number only as far as nobody calls it unsafe', () => {
    const shared: Route = { ...hers, safe: 'no' };
    const both = { contactPoints: [hers], representatives: [{ representativeId: 'aunt', contactPoints: [shared] }] };
    expect(routeTo(both, 'mother-phone', true)?.route.safe).toBe('no');
  });
});

it('nobody receives for a victim from their 18th birthday on, in any case that is open or that this is about', () => {
  const about = { caseId: 'k1', ended: false, careDetails: { representativesUntilOn: '2026-07-02' } };
  const dayBefore = '2026-07-01T22:59:59.999Z';
  // Midnight in London, in summer.
  const birthday = '2026-07-01T23:00:00.000Z';
  expect([isRepresented([about], 'k1', dayBefore), isRepresented([about], 'k1', birthday)]).toEqual([true, false]);
  const ended = { ...about, ended: true };
  expect([isRepresented([ended], 'k1', birthday), isRepresented([ended], 'k2', birthday)]).toEqual([false, true]);
});
