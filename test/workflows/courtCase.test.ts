import type { CourtEvent } from '../../domain/court/courtEvent';
import { armstrong, said } from '../domain/court/courtBuilder';
import { CourtWorld } from '../support/courtWorld';
import { saveHistory } from '../support/saveHistory';

let world: CourtWorld;
beforeAll(async () => {
  world = await CourtWorld.open(undefined, 60);
});
afterAll(async () => {
  await world?.close();
});

const trial = { hearingId: 'h1', hearing: 'trial', certainty: 'fixed', court: 'luton-crown', defendants: [] } as const;

/** As a court says it now. */
async function now<K extends CourtEvent['kind']>(
  kind: K,
  data: Extract<CourtEvent, { kind: K }>['data']
): Promise<CourtEvent> {
  return said(kind, data as never, await world.now());
}

describe('a prosecution and the cases that it concerns', () => {
  // Before any case is abandoned: the server skips no time while a terminated case had an activity under way.
  it('wakes again years after its end, knows what it has told, and tells the rest', async () => {
    const urn = '41AA1000003';
    const witness = await world.startCase({ role: 'witness', suspects: ['s1'] });
    await world.records(witness, 'suspectCharged', { how: 'charged', urn }, { suspects: ['s1'] });
    const offence = { defendant: armstrong, offenceId: 'o1', on: (await world.now()).slice(0, 10) };
    const verdict = await now('verdictGiven', { ...offence, verdict: 'notGuilty' });
    await world.hears(urn, verdict);
    await world.heardBy(witness, 1);
    await world.env.sleep('401 days');
    await world.hears(urn, verdict);
    await world.hears(urn, await now('verdictGiven', { ...offence, verdict: 'guilty' }));
    const heard = await world.heardBy(witness, 2);
    expect(heard.map(({ data, supersedes }) => [data, supersedes])).toEqual([
      [{ verdict: 'notGuilty' }, undefined],
      [{ verdict: 'guilty' }, heard[0]?.seq],
    ]);
    await saveHistory('a prosecution wakes again years after its end', world.prosecution(urn));
    await world.abandon(witness);
  }, 60_000);

  it('starts with the charge, and tells the victim of plea, verdict and sentence, each about the suspect charged', async () => {
    const urn = '41AA1000001';
    const victim = await world.startCase({ suspects: ['s1'] });
    await world.records(victim, 'suspectCharged', { how: 'charged', urn }, { suspects: ['s1'] });
    expect(await world.courtCase(urn)).toMatchObject({ linked: [{ caseId: victim }] });
    await world.hears(urn, await now('hearingSet', { ...trial, on: '2027-03-01' }));
    const offence = { defendant: armstrong, offenceId: 'o1', on: (await world.now()).slice(0, 10) };
    await world.hears(urn, await now('pleaEntered', { ...offence, plea: 'notGuilty' }));
    await world.hears(urn, await now('verdictGiven', { ...offence, verdict: 'guilty' }));
    await world.hears(urn, await now('sentencePassed', { ...offence, court: 'crown', sentences: ['imprisonment'] }));
    const heard = await world.heardBy(victim, 4);
    expect(heard.map(({ kind }) => kind)).toEqual(['hearingListed', 'pleaEntered', 'verdictGiven', 'sentencePassed']);
    expect(heard.slice(1).map(({ suspects }) => suspects)).toEqual([['s1'], ['s1'], ['s1']]);
    await saveHistory('a prosecution from the charge to the sentence', world.prosecution(urn));
    await world.abandon(victim);
  });

  it('does not tell anew that it was stopped where the prosecution was quicker, unless the court gives another reason', async () => {
    const urn = '41AA1000004';
    const s1 = { suspects: ['s1'] };
    const victim = await world.startCase(s1);
    await world.records(victim, 'suspectCharged', { how: 'charged', urn }, s1);
    const offence = { defendant: armstrong, offenceId: 'o1' };
    await world.hears(urn, await now('offenceCharged', offence));
    await world.records(victim, 'prosecutionStopped', { reason: 'discontinued' }, { ...s1, source: 'prosecution' });
    const on = (await world.now()).slice(0, 10);
    await world.hears(urn, await now('offenceEnded', { ...offence, how: 'withdrawn', on }));
    await world.hears(urn, await now('hearingSet', { ...trial, on: '2027-03-01' }));
    expect((await world.heardBy(victim, 1)).map(({ kind }) => kind)).toEqual(['hearingListed']);
    await world.hears(urn, await now('offenceEnded', { ...offence, how: 'noEvidenceOffered', on }));
    const heard = await world.heardBy(victim, 2);
    expect(heard.map(({ kind, data }) => [kind, data])[1]).toEqual([
      'prosecutionStopped',
      { reason: 'noEvidenceOffered' },
    ]);
    await world.abandon(victim);
  });

  it('tells forty witnesses of a vacated trial, each once, however often it is said and over many runs', async () => {
    const urn = '41AA1000002';
    await world.hears(urn, await now('hearingSet', { ...trial, on: '2027-03-01' }));
    const witnesses = await Promise.all(Array.from({ length: 40 }, () => world.startCase({ role: 'witness' })));
    for (const witness of witnesses) await world.records(witness, 'courtCaseLinked', { urn });
    const vacated = await now('hearingVacated', { hearingId: 'h1', why: 'vacated' });
    const began = Date.now();
    await Promise.all([1, 2, 3].map(() => world.hears(urn, vacated)));
    for (const witness of witnesses) {
      const heard = await world.heardBy(witness, 2);
      expect(heard.map(({ kind }) => kind)).toEqual(['hearingListed', 'hearingVacated']);
    }
    expect(Date.now() - began).toBeLessThan(60_000);
    expect((await world.courtCase(urn))?.linked).toHaveLength(40);
    await saveHistory('a prosecution of forty witnesses', world.prosecution(urn));
    await world.abandon(...witnesses);
  }, 120_000);
});
