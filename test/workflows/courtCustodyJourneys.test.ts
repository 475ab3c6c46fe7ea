import { randomUUID } from 'node:crypto';
import { addCalendarDays } from '../../domain/time/londonTime';
import { CourtWorld } from '../support/courtWorld';
import { imprisonment, InventedProsecution } from '../support/inventedProsecution';

let world: CourtWorld;
beforeAll(async () => {
  world = await CourtWorld.open();
});
afterAll(async () => {
  await world?.close();
});

async function aVictim({ urn }: InventedProsecution): Promise<string> {
  const victim = await world.startCase({ role: 'victimAndWitness', suspects: ['s1'] });
  await world.records(victim, 'suspectCharged', { how: 'charged', urn }, { suspects: ['s1'] });
  await world.env.sleep('1 day');
  return victim;
}

/** What the case has been told beyond the facts that it knew. */
async function toldAfter(victim: string, known: number, more: number): Promise<[string, unknown][]> {
  const heard = await world.heardBy(victim, known + more);
  expect(heard.filter(({ parked }) => parked)).toEqual([]);
  return heard.slice(known).map(({ kind, data }) => [kind, data]);
}

const result = (cjsCode: string, label: string, more: object = {}) => ({
  ...{ cjsCode, label, category: 'FINAL', isConvictedResult: true },
  ...more,
});

describe('a defendant who does not come, by the messages of the court', () => {
  it('is on other bail and breaks it, is wanted, is found, is tried in custody, and appeals: the victim is kept safe at each step', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000031');
    const victim = await aVictim(prosecution);
    const [trial, again, appeal] = [randomUUID(), randomUUID(), randomUUID()];
    await prosecution.shares({
      ...{ hearingId: randomUUID(), type: 'Plea and Trial Preparation', bail: 'B' },
      of: { 0: { plea: 'NOT_GUILTY' } },
    });
    expect(await toldAfter(victim, 0, 2)).toEqual([
      ['pleaEntered', { plea: 'notGuilty' }],
      ['courtBailDecided', { decision: 'bailed', conditions: true }],
    ]);
    expect(await world.open(victim)).not.toContain('makeSafetyPlan');

    await world.env.sleep('7 days');
    const varied = result('4574', 'Variation of Bail Conditions - Application by defendant');
    await prosecution.shares({ hearingId: randomUUID(), type: 'Mention', of: { 0: { results: [varied] } } });
    expect(await toldAfter(victim, 2, 1)).toEqual([['courtBailDecided', { decision: 'bailVaried', conditions: true }]]);
    expect(await world.open(victim)).toContain('makeSafetyPlan');
    await world.records(victim, 'safetyPlanMade', { measures: ['alarm'] });

    await world.env.sleep('3 days');
    await prosecution.shares({ hearingId: randomUUID(), type: 'Breach of Bail', bail: 'U', of: { 0: {} } });
    expect(await toldAfter(victim, 3, 2)).toEqual([
      ['courtBailDecided', { decision: 'bailed', conditions: false }],
      ['rearrestHeard', { decision: 'bailed' }],
    ]);
    expect((await world.open(victim)).filter((kind) => kind === 'makeSafetyPlan')).toHaveLength(1);
    await world.records(victim, 'safetyPlanMade', { measures: ['alarm'] });
    expect(await world.open(victim)).not.toContain('makeSafetyPlan');

    await prosecution.shares({ hearingId: trial, on: await prosecution.in(20) });
    await toldAfter(victim, 5, 1);
    await world.env.sleep('20 days');
    const wanted = [
      result('4576', 'Warrant for offence not backed for bail'),
      result('4586', 'Warrant for Arrest of Witness'),
    ];
    await prosecution.shares({ hearingId: trial, trial: 'Ineffective', of: { 0: { results: wanted } } });
    const [heldKind, wantedKind] = (await toldAfter(victim, 6, 2)).map(([kind]) => kind).sort();
    expect([heldKind, wantedKind]).toEqual(['trialHeard', 'warrantIssued']);
    expect(await world.open(victim)).toContain('askAvailability');

    await world.env.sleep('10 days');
    const custodyTimeLimit = addCalendarDays(await prosecution.today(), 30);
    await prosecution.shares({ hearingId: randomUUID(), type: 'Bail', bail: 'C', custodyTimeLimit, of: { 0: {} } });
    expect(await toldAfter(victim, 8, 2)).toEqual([
      ['courtBailDecided', { decision: 'remanded', custodyTimeLimitOn: custodyTimeLimit }],
      ['rearrestHeard', { decision: 'remanded' }],
    ]);
    expect(await world.open(victim)).not.toContain('watchCustodyLimit');
    await world.env.sleep('25 days');
    expect(await world.open(victim)).toContain('watchCustodyLimit');

    await prosecution.shares({ hearingId: again, of: { 0: { verdict: 'GUILTY', results: [imprisonment(36)] } } });
    const outcome = (await toldAfter(victim, 10, 3)).map(([kind]) => kind);
    expect(outcome).toEqual(['trialHeard', 'verdictGiven', 'sentencePassed']);
    const after = await world.open(victim);
    expect(after).toEqual(expect.arrayContaining(['explainUndulyLenient', 'referToContactScheme']));
    expect(after).not.toContain('watchCustodyLimit');

    await world.env.sleep('10 days');
    const lodged = { type: 'Appeal against sentence', on: await prosecution.today() };
    await prosecution.shares({ hearingId: appeal, type: 'Appeal', of: { 0: {} }, appeal: lodged });
    expect(await toldAfter(victim, 13, 1)).toEqual([['appealLodged', { against: 'sentence' }]]);
    await world.env.sleep('60 days');
    expect(await world.open(victim)).not.toContain('closeCase');
    const allowed = { ...lodged, result: 'Appeal against sentence allowed' };
    await prosecution.shares({ hearingId: appeal, type: 'Appeal', of: { 0: {} }, appeal: allowed });
    expect(await toldAfter(victim, 14, 1)).toEqual([['appealDecided', { result: 'sentenceChanged' }]]);
  }, 180_000);

  it('goes to hospital instead of prison: the scheme is asked, the order is watched, and its change is told', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000032');
    const victim = await aVictim(prosecution);
    const committed = result('4016', 'Commit to Crown Court for Sentence in Custody', { category: 'INTERMEDIARY' });
    await prosecution.shares({
      ...{ hearingId: randomUUID(), type: 'First hearing', crown: false, bail: 'C' },
      of: { 0: { plea: 'GUILTY', results: [committed] } },
    });
    const first = (await toldAfter(victim, 0, 3)).map(([kind]) => kind).sort();
    expect(first).toEqual(['courtBailDecided', 'pleaEntered', 'sentToCrownCourt']);

    await world.env.sleep('21 days');
    const interim = result('3132', 'Interim Hospital Order');
    await prosecution.shares({ hearingId: randomUUID(), type: 'Sentence', of: { 0: { results: [interim] } } });
    await world.env.sleep('40 days');
    expect((await world.heard(victim)).map(({ kind }) => kind)).not.toContain('sentencePassed');

    const untilOn = await prosecution.in(730);
    const ordered = [
      result('1008', 'Hospital Order'),
      result('1004', 'Restriction Order'),
      result('3047', 'Restraining Order', { durationElement: { durationEndDate: untilOn } }),
    ];
    await prosecution.shares({ hearingId: randomUUID(), type: 'Sentence', of: { 0: { results: ordered } } });
    const [[kind, sentence]] = (await toldAfter(victim, 3, 1)) as [[string, unknown]];
    expect(kind).toBe('sentencePassed');
    expect(sentence).toMatchObject({
      sentences: ['hospitalOrderWithRestriction', 'restrainingOrder'],
      orders: [{ order: 'restrainingOrder', untilOn }],
      victimContactScheme: true,
    });
    expect(await world.open(victim)).toEqual(expect.arrayContaining(['referToContactScheme', 'explainUndulyLenient']));

    await world.env.sleep('40 days');
    const changed = { ...result('3263', 'Restraining order - Vary/Discharge'), isConvictedResult: false };
    await prosecution.shares({ hearingId: randomUUID(), type: 'Application', of: { 0: { results: [changed] } } });
    expect(await toldAfter(victim, 4, 1)).toEqual([
      ['orderVaried', { order: 'restrainingOrder', mayBeDischarged: true }],
    ]);
    expect(await world.open(victim)).toEqual(expect.arrayContaining(['tellOtherNews', 'makeSafetyPlan']));
  }, 120_000);
});
