import type { FactData, FactKind, Fact } from '../../domain/fact';
import { addCalendarDays } from '../../domain/time/londonTime';
import { anMg2 } from '../domain/measuresUpTo';
import { armstrong, said } from '../domain/court/courtBuilder';
import { CourtWorld } from '../support/courtWorld';
import { liveCaseQuery, victimCaseId } from '../../workflows/messages';

let world: CourtWorld;
beforeAll(async () => {
  world = await CourtWorld.open();
});
afterAll(async () => {
  await world?.close();
});

const s1 = { suspects: ['s1'] };
const today = async () => (await world.now()).slice(0, 10);

/** What a case shows once it shows this. */
async function shows<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The case does not show it');
}

const measuresOf = async (caseId: string) =>
  (await world.database.cases.findCase(caseId))?.specialMeasures?.map(({ measure, status }) => `${measure} ${status}`);
const becomes = (caseId: string, ...wanted: string[]) =>
  shows(async () => ((await measuresOf(caseId))?.join() === wanted.join() ? true : undefined));
const factsOf = async (caseId: string, kind: FactKind): Promise<Fact[]> =>
  (await world.database.timeline.timeline(caseId, { limit: 500 })).items.filter((fact) => fact.kind === kind);

async function openOf(caseId: string): Promise<string[]> {
  const { open } = await world.env.client.workflow.getHandle(victimCaseId(caseId)).query(liveCaseQuery);
  return open.map(({ kind }) => kind);
}

async function says(caseId: string, ...steps: { [K in FactKind]: readonly [K, FactData[K]] }[FactKind][]) {
  for (const [kind, data] of steps) await world.records(caseId, kind, data as never);
}

async function tells(caseId: string): Promise<void> {
  const { items } = await world.database.timeline.timeline(caseId, { limit: 500 });
  await says(caseId, ['victimTold', { channel: 'phone', about: items.map(({ seq }) => seq) }]);
}

async function pleadsNotGuilty(urn: string): Promise<string> {
  const witness = await world.startCase({ role: 'victimAndWitness', suspects: ['s1'] });
  await world.records(witness, 'suspectCharged', { how: 'charged', urn }, s1);
  const plea = { defendant: armstrong, offenceId: 'o1', on: await today(), plea: 'notGuilty' } as const;
  await world.hears(urn, said('pleaEntered', plea, await world.now()));
  await world.heardBy(witness, 1);
  return witness;
}

const frightened = { wanted: true, grounds: ['fearOrDistress' as const], views: 'wants' as const };

describe('a witness on the way to a trial', () => {
  it('is granted special measures, of a trial that is moved twice, once to a day on which they cannot come', async () => {
    const urn = '41AA1000101';
    const witness = await pleadsNotGuilty(urn);
    const first = addCalendarDays(await today(), 60);
    const away = addCalendarDays(first, 14);
    await says(
      witness,
      ['availabilityGiven', { datesToAvoid: [{ fromOn: away, untilOn: away, why: 'course' }] }],
      ['specialMeasuresScreened', { ...frightened, measures: ['screens', 'liveLink'] }],
      ['specialMeasuresReferred', anMg2()],
      ['specialMeasuresConsidered', { decision: 'toApply', measures: [] }],
      ['specialMeasuresApplied', { measures: [] }],
      ['specialMeasuresDecided', { decision: 'partlyGranted', measures: ['screens'] }]
    );
    await becomes(witness, 'screens granted', 'liveLink refused');
    await tells(witness);
    await becomes(witness, 'screens told', 'liveLink refused');
    const conflicts = async () => (await openOf(witness)).filter((kind) => kind === 'raiseAvailabilityConflict');
    const setOn = async (on: string) => {
      const hearing = {
        hearingId: 'h1',
        hearing: 'trial',
        certainty: 'fixed',
        on,
        court: 'luton',
        defendants: [],
      } as const;
      await world.hears(urn, said('hearingSet', hearing, await world.now()));
    };
    await setOn(first);
    await world.heardBy(witness, 2);
    expect(await conflicts()).toEqual([]);
    await world.env.sleep('1 hour');
    await setOn(away);
    await world.heardBy(witness, 3);
    await shows(async () => ((await conflicts()).length === 1 ? true : undefined));
    await says(witness, [
      'availabilityConflictAnswered',
      { hearingId: 'h1', on: away, answer: 'dateMoved', by: 'court' },
    ]);
    await world.env.sleep('1 hour');
    await setOn(addCalendarDays(first, 7));
    await world.heardBy(witness, 4);
    await shows(async () => ((await conflicts()).length === 0 ? true : undefined));
    await world.env.sleep('61 days');
    await shows(async () => {
      return (await openOf(witness)).includes('checkSpecialMeasures') ? true : undefined;
    });
    await says(witness, ['specialMeasuresChecked', { hearingId: 'h1', inPlace: ['screens'], missing: [] }]);
    await becomes(witness, 'screens inPlace', 'liveLink refused');
    await world.abandon(witness);
  }, 120_000);

  it('hears that the prosecution will not apply, and why; the officer may ask again', async () => {
    const witness = await pleadsNotGuilty('41AA1000102');
    await says(
      witness,
      ['specialMeasuresScreened', { ...frightened, measures: ['screens'] }],
      ['specialMeasuresReferred', anMg2()],
      ['specialMeasuresConsidered', { decision: 'declined', measures: [], reason: 'moreInformationNeeded' }]
    );
    await becomes(witness, 'screens declined');
    const summary = await world.database.cases.findCase(witness);
    expect(summary?.specialMeasures).toMatchObject([{ reason: 'moreInformationNeeded' }]);
    expect(await openOf(witness)).toEqual(expect.arrayContaining(['reviewDeclinedMeasures', 'tellVictim']));
    await says(witness, ['specialMeasuresApplied', { measures: [] }]);
    const [skipped] = await shows(async () => {
      const found = await factsOf(witness, 'specialMeasuresApplied');
      return found.length > 0 ? found : undefined;
    });
    expect(skipped?.parked).toBe('stepSkipped');
    await says(witness, ['specialMeasuresReferred', anMg2()]);
    await becomes(witness, 'screens referred');
    await world.abandon(witness);
  }, 60_000);

  it('whose cross-examination is recorded before the trial (s.28) is not asked to come to it', async () => {
    const urn = '41AA1000103';
    const witness = await pleadsNotGuilty(urn);
    const recordingOn = addCalendarDays(await today(), 30);
    await says(
      witness,
      ['specialMeasuresScreened', { ...frightened, measures: ['prerecordedInterview', 'prerecordedCrossExamination'] }],
      ['specialMeasuresReferred', anMg2()],
      ['specialMeasuresConsidered', { decision: 'toApply', measures: [] }],
      ['specialMeasuresApplied', { measures: [] }],
      ['specialMeasuresAnswered', { answer: 'notOpposed', measures: [] }],
      ['specialMeasuresDecided', { decision: 'granted', measures: [] }]
    );
    await tells(witness);
    await says(witness, ['recordingDatesSet', { groundRulesOn: addCalendarDays(recordingOn, -7), recordingOn }]);
    const kinds = () => openOf(witness);
    await world.env.sleep('31 days');
    await shows(async () => ((await kinds()).includes('recordRecording') ? true : undefined));
    await says(
      witness,
      ['evidenceRecorded', { part: 'crossExamination' }],
      ['trialAttendanceDecided', { needed: false }]
    );
    const hearing = {
      hearingId: 'h1',
      hearing: 'trial',
      certainty: 'fixed',
      on: addCalendarDays(recordingOn, 60),
      court: 'luton',
      defendants: [],
    } as const;
    await world.hears(urn, said('hearingSet', hearing, await world.now()));
    await world.heardBy(witness, 2);
    const left = await kinds();
    for (const kind of ['askAvailability', 'sendAvailability', 'checkSpecialMeasures', 'recordRecording'] as const) {
      expect(left).not.toContain(kind);
    }
    await world.abandon(witness);
  }, 60_000);
});
