import { randomUUID } from 'node:crypto';
import { CourtWorld } from '../support/courtWorld';
import { imprisonment, InventedProsecution } from '../support/inventedProsecution';

let world: CourtWorld;
beforeAll(async () => {
  world = await CourtWorld.open();
});
afterAll(async () => {
  await world?.close();
});

/** How the duties stand that arose from the prosecution's own scheme. */
async function owedByProsecution(caseId: string): Promise<Record<string, string>> {
  const duties = await world.database.duties.dutiesOfCase(caseId);
  const own = duties.filter(({ obligation }) => obligation.startsWith('vcl-'));
  return Object.fromEntries(own.map(({ obligation, settled }) => [obligation, settled?.as ?? 'open']));
}

async function isWritten(look: () => Promise<boolean>): Promise<boolean> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await look()) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

describe('a charge that the prosecution alters', () => {
  it('is told once with the way to a review, and the trial goes on with what is left of it', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000077');
    const victim = await world.startCase({ role: 'victimAndWitness', suspects: ['s1'] });
    await world.records(victim, 'suspectCharged', { how: 'charged', urn: prosecution.urn }, { suspects: ['s1'] });
    await world.env.sleep('1 day');
    const first = { hearingId: randomUUID(), type: 'First hearing', crown: false };
    await prosecution.shares({ ...first, on: await prosecution.in(10) });
    await world.heardBy(victim, 1);

    const byProsecution = { suspects: ['s1'], source: 'prosecution' } as const;
    await world.records(victim, 'chargeAltered', { change: 'reduced', rightToReview: true }, byProsecution);
    const letter = { decision: 'altered', rightToReview: true } as const;
    await world.records(victim, 'prosecutionLetterSent', letter, byProsecution);
    const windows = { 'vcl-review-target': 'open', 'vcl-review-long': 'open' };
    expect(await isWritten(async () => 'vcl-review-long' in (await owedByProsecution(victim)))).toBe(true);
    expect(await owedByProsecution(victim)).toEqual({ 'vcl-altered': 'open', ...windows });
    expect(await world.open(victim)).toContain('tellVictim');

    const { items } = await world.database.timeline.timeline(victim, { limit: 50 });
    await world.records(victim, 'victimTold', { channel: 'phone', about: items.map(({ seq }) => seq) });
    expect(await isWritten(async () => (await owedByProsecution(victim))['vcl-altered'] === 'met')).toBe(true);
    await world.env.sleep('12 days');
    await world.records(victim, 'rightToReviewAsked', {}, { suspects: ['s1'] });
    expect(await isWritten(async () => (await owedByProsecution(victim))['vcl-review-long'] === 'met')).toBe(true);
    expect(await world.open(victim)).not.toContain('closeCase');

    await prosecution.shares({ ...first, of: { 0: { plea: 'GUILTY', results: [imprisonment(2)] } } });
    const heard = await world.heardBy(victim, 3);
    expect(heard.map(({ kind }) => kind)).toEqual(['hearingListed', 'pleaEntered', 'sentencePassed']);
    expect(heard.filter(({ parked }) => parked)).toEqual([]);
    await world.abandon(victim);
  }, 120_000);
});

describe('a review that the prosecution is asked for and does not answer', () => {
  it('is asked after when it has had its time, and the question goes with the answer', async () => {
    const victim = await world.startCase({ role: 'victim', suspects: ['s1', 's2'] });
    const s1 = { suspects: ['s1'] };
    await world.records(victim, 'suspectCharged', { how: 'charged' }, s1);
    await world.records(victim, 'prosecutionStopped', { reason: 'discontinued' }, { ...s1, source: 'prosecution' });
    await world.records(victim, 'rightToReviewAsked', {}, s1);
    const chases = async () => (await world.open(victim)).filter((kind) => kind === 'chaseProsecutionReview').length;
    await world.env.sleep('9 days');
    expect(await chases()).toBe(0);
    await world.env.sleep('20 days');
    expect(await chases()).toBe(2);
    await world.completes(victim, 'chaseProsecutionReview', 'independentReviewBegun', {});
    expect(await chases()).toBe(0);
    await world.env.sleep('60 days');
    expect(await chases()).toBe(2);
    await world.completes(victim, 'chaseProsecutionReview', 'rightToReviewDecided', { result: 'overturned' });
    expect(await chases()).toBe(0);
    const page = await world.database.cases.findCase(victim);
    expect(page?.careDetails?.prosecutionReviews).toMatchObject([{ stage: 'independent', result: 'overturned' }]);
    await world.abandon(victim);
  }, 120_000);
});
