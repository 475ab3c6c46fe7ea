import { randomUUID } from 'node:crypto';
import { anMg2 } from '../domain/measuresUpTo';
import { CourtWorld } from '../support/courtWorld';
import { imprisonment, InventedProsecution } from '../support/inventedProsecution';

let world: CourtWorld;
beforeAll(async () => {
  world = await CourtWorld.open();
});
afterAll(async () => {
  await world?.close();
});

/** A victim by the charge, and a witness by somebody's word. */
async function concerned(prosecution: InventedProsecution, ...suspects: string[]): Promise<[string, string]> {
  const { urn } = prosecution;
  const victim = await world.startCase({ role: 'victimAndWitness', suspects });
  for (const suspectId of suspects) {
    await world.records(victim, 'suspectCharged', { how: 'charged', urn }, { suspects: [suspectId] });
  }
  const witness = await world.startCase({ role: 'witness', suspects: [] });
  await world.records(witness, 'courtCaseLinked', { urn });
  await world.env.sleep('1 day');
  return [victim, witness];
}

/** What courts told a case, in the order of telling; nothing of it waits for a person. */
async function told(caseId: string, facts: number): Promise<string[]> {
  const heard = await world.heardBy(caseId, facts);
  expect(heard.filter(({ parked }) => parked)).toEqual([]);
  return heard.map(({ kind }) => kind);
}

/** Whose clock runs from when, of the duties that arose from the last fact of a kind. */
async function clocks(caseId: string, kind: string): Promise<Record<string, string>> {
  const fact = (await world.heard(caseId)).findLast((each) => each.kind === kind);
  const duties = (await world.database.duties.dutiesOfCase(caseId)).filter(({ seq }) => seq === fact?.seq);
  const name = (from: string) =>
    from === fact?.recordedAt ? 'our receipt' : from === fact?.receivedAt ? 'our receipt' : 'the day at court';
  return Object.fromEntries(
    duties.map(({ obligation, from, settled }) => [obligation, `${name(from)}${settled ? `, ${settled.as}` : ''}`])
  );
}

/** The case wakes by itself when the time for appeals has passed. */
async function closes(caseId: string): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await mayClose(caseId)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

const mayClose = async (caseId: string) => (await world.open(caseId)).includes('closeCase');

describe('the way of a prosecution through the courts, by their messages', () => {
  it('ends at the first hearing with a plea of guilty: victim and witness hear it once, each clock from its own instant', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000001');
    const [victim, witness] = await concerned(prosecution, 's1');
    const first = { hearingId: randomUUID(), type: 'First hearing', crown: false };
    await prosecution.shares({ ...first, on: await prosecution.in(10) });
    expect(await told(victim, 1)).toEqual(['hearingListed']);
    expect(await mayClose(victim)).toBe(false);
    await world.env.sleep('10 days');
    await prosecution.shares({ ...first, of: { 0: { plea: 'GUILTY', results: [imprisonment(4)] } }, bail: 'C' });
    const all = ['hearingListed', 'pleaEntered', 'sentencePassed', 'courtBailDecided'];
    expect(await told(victim, 4)).toEqual(all);
    expect(await told(witness, 4)).toEqual(all);
    expect((await world.heard(victim)).slice(1).map(({ suspects }) => suspects)).toEqual([['s1'], ['s1'], ['s1']]);
    expect(await clocks(victim, 'sentencePassed')).toMatchObject({
      'c20-r9-court': 'the day at court, met',
      'c20-r9-sentence': 'our receipt',
    });
    expect(await clocks(witness, 'sentencePassed')).toMatchObject({
      'c20-r9-court': 'the day at court, met',
      'wc-outcome': 'our receipt',
    });
    for (const caseId of [victim, witness]) {
      expect(await mayClose(caseId)).toBe(false);
      expect(await world.open(caseId)).not.toContain('askAvailability');
    }
    await world.env.sleep('30 days');
    for (const caseId of [victim, witness]) expect(await closes(caseId)).toBe(true);
    await world.abandon(victim, witness);
  }, 120_000);

  it('goes from a denial by measures, two moves, verdict, sentence and appeal to the end, each told once', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000002');
    const [victim, witness] = await concerned(prosecution, 's1');
    const [plea, trial, sentence, appeal] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await prosecution.shares({
      hearingId: plea,
      type: 'Plea and Trial Preparation',
      of: { 0: { plea: 'NOT_GUILTY' } },
    });
    expect(await told(victim, 1)).toEqual(['pleaEntered']);
    expect(await clocks(victim, 'pleaEntered')).toEqual({
      'c20-r8-court-to-wcu': 'the day at court, met',
      'c20-r8-plea': 'our receipt',
    });
    for (const caseId of [victim, witness]) expect(await world.open(caseId)).toContain('askAvailability');
    const frightened = { wanted: true, grounds: ['fearOrDistress' as const], measures: ['screens' as const] };
    await world.completes(victim, 'screenSpecialMeasures', 'specialMeasuresScreened', {
      ...frightened,
      views: 'wants',
    });
    await world.completes(victim, 'referSpecialMeasures', 'specialMeasuresReferred', anMg2());
    await world.records(victim, 'specialMeasuresConsidered', { decision: 'toApply', measures: [] });
    await world.records(victim, 'specialMeasuresApplied', { measures: [] });
    await world.records(victim, 'specialMeasuresDecided', { decision: 'granted', measures: [] });
    await prosecution.shares({ hearingId: trial, on: await prosecution.in(60), days: 2 });
    await told(victim, 2);
    await prosecution.moves(trial, await prosecution.in(80), 2);
    await told(victim, 3);
    await prosecution.moves(trial, await prosecution.in(90), 2);
    expect(await told(victim, 4)).toEqual(['pleaEntered', 'hearingListed', 'hearingMoved', 'hearingMoved']);
    expect((await world.open(victim)).filter((kind) => kind === 'callAboutDate')).toHaveLength(2);
    await world.env.sleep('91 days');
    const convicted = { plea: 'NOT_GUILTY', verdict: 'GUILTY' } as const;
    await prosecution.shares({ hearingId: trial, on: await prosecution.in(-1), days: 2, of: { 0: convicted } });
    expect((await told(victim, 6)).slice(4)).toEqual(['trialHeard', 'verdictGiven']);
    expect(await world.open(victim)).not.toContain('checkSpecialMeasures');
    expect(await mayClose(victim)).toBe(false);
    await prosecution.shares({
      hearingId: sentence,
      type: 'Sentence',
      of: { 0: { results: [imprisonment(24)] } },
      bail: 'C',
    });
    expect((await told(victim, 8)).slice(6)).toEqual(['sentencePassed', 'courtBailDecided']);
    expect(await world.open(victim)).toEqual(expect.arrayContaining(['explainUndulyLenient', 'referToContactScheme']));
    await world.env.sleep('10 days');
    const lodged = { type: 'Appeal against conviction', on: await prosecution.today() };
    await prosecution.shares({ hearingId: appeal, type: 'Appeal', of: { 0: {} }, appeal: lodged });
    expect((await told(victim, 9)).slice(8)).toEqual(['appealLodged']);
    expect(await mayClose(victim)).toBe(false);
    await world.env.sleep('60 days');
    await prosecution.shares({
      hearingId: appeal,
      type: 'Appeal',
      of: { 0: {} },
      appeal: { ...lodged, result: 'Appeal dismissed' },
    });
    expect((await told(victim, 10)).slice(9)).toEqual(['appealDecided']);
    expect(await told(witness, 10)).toEqual(await told(victim, 10));
    for (const caseId of [victim, witness]) expect(await closes(caseId)).toBe(true);
    await world.abandon(victim, witness);
  }, 180_000);

  it('parts for two defendants: one admits, the other is acquitted, and the case stays open for the second', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000003', 2);
    const [victim, witness] = await concerned(prosecution, 's1', 's2');
    const [one, two] = prosecution.defendants;
    const matched = [
      { suspectId: 's1', defendantId: `cp-${one?.id}` },
      { suspectId: 's2', defendantId: `cp-${two?.id}` },
    ];
    await world.records(victim, 'courtCaseLinked', { urn: prosecution.urn, matched });
    const [plea, trial] = [randomUUID(), randomUUID()];
    await prosecution.shares({
      ...{ hearingId: plea, type: 'Plea and Trial Preparation' },
      of: { 0: { plea: 'GUILTY', results: [imprisonment(6)] }, 1: { plea: 'NOT_GUILTY' } },
    });
    await told(victim, 3);
    const pleas = (await world.heard(victim)).map(({ kind, data, suspects }) => [suspects?.[0], kind, data]);
    expect(pleas).toEqual(
      expect.arrayContaining([
        ['s1', 'pleaEntered', { plea: 'guilty' }],
        ['s1', 'sentencePassed', expect.objectContaining({ sentences: ['imprisonment'] })],
        ['s2', 'pleaEntered', { plea: 'notGuilty' }],
      ])
    );
    expect(await mayClose(victim)).toBe(false);
    await prosecution.shares({ hearingId: trial, on: await prosecution.in(30), of: { 1: {} } });
    await told(victim, 4);
    await world.env.sleep('30 days');
    await prosecution.shares({ hearingId: trial, of: { 1: { verdict: 'NOT_GUILTY' } } });
    expect((await told(victim, 6)).slice(3)).toEqual(['hearingListed', 'trialHeard', 'verdictGiven']);
    expect((await world.heard(victim)).at(-1)?.suspects).toEqual(['s2']);
    await told(witness, 6);
    for (const caseId of [victim, witness]) expect(await closes(caseId)).toBe(true);
    await world.abandon(victim, witness);
  }, 120_000);

  it('is tried again after the jury was discharged: dates and measures begin again, and the second verdict ends it', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000004');
    const [victim, witness] = await concerned(prosecution, 's1');
    const [trial, retrial] = [randomUUID(), randomUUID()];
    await prosecution.shares({ hearingId: trial, on: await prosecution.in(20), of: { 0: { plea: 'NOT_GUILTY' } } });
    await told(witness, 2);
    await world.completes(witness, 'askAvailability', 'availabilityGiven', { datesToAvoid: [], none: true });
    await world.env.sleep('20 days');
    await prosecution.shares({ hearingId: trial, of: { 0: { plea: 'NOT_GUILTY', verdict: 'NO_VERDICT' } } });
    expect((await told(witness, 4)).slice(2)).toEqual(['trialHeard', 'verdictGiven']);
    for (const caseId of [victim, witness]) {
      await told(caseId, 4);
      expect(await world.open(caseId)).toEqual(expect.arrayContaining(['askAvailability', 'screenSpecialMeasures']));
      expect(await mayClose(caseId)).toBe(false);
    }
    await prosecution.shares({ hearingId: retrial, on: await prosecution.in(40) });
    await told(victim, 5);
    await world.env.sleep('40 days');
    await prosecution.shares({ hearingId: retrial, of: { 0: { plea: 'NOT_GUILTY', verdict: 'NOT_GUILTY' } } });
    expect((await told(victim, 7)).slice(4)).toEqual(['hearingListed', 'trialHeard', 'verdictGiven']);
    expect((await world.heard(victim)).filter(({ kind }) => kind === 'verdictGiven').map(({ data }) => data)).toEqual([
      { verdict: 'juryDischarged' },
      { verdict: 'notGuilty' },
    ]);
    await told(witness, 7);
    for (const caseId of [victim, witness]) expect(await closes(caseId)).toBe(true);
    await world.abandon(victim, witness);
  }, 120_000);
});
