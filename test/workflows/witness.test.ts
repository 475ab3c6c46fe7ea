import { CourtWorld } from '../support/courtWorld';
import { saveHistory } from '../support/saveHistory';
import { armstrong, said } from '../domain/court/courtBuilder';

let world: CourtWorld;
beforeAll(async () => {
  world = await CourtWorld.open(undefined, 60);
});
afterAll(async () => {
  await world?.close();
});

const trial = { hearingId: 'h1', hearing: 'trial', certainty: 'fixed', court: 'luton-crown', defendants: [] } as const;
const inAWhile = async () => new Date(Date.parse(await world.now()) + 40 * 86_400_000).toISOString().slice(0, 10);

const never = '2999-01-01T00:00:00.000Z';
const limits = { now: never, endOfToday: never, endOfSoon: never };

/** What is open in a case, once it has what is looked for. */
async function openKinds(caseId: string, until: (kinds: string[]) => boolean): Promise<string[]> {
  let kinds: string[] = [];
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const scope = { kind: 'force', force: 'hertfordshire', caller: 'a-supervisor' } as const;
    const { items } = await world.database.tasks.listTasks({ caseId }, limits, scope, { limit: 100 });
    kinds = items.map(({ kind }) => kind as string);
    if (until(kinds)) return kinds;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`It did not happen; open are ${kinds.join(', ')}`);
}

async function warned(urn: string): Promise<{ caseId: string; on: string }> {
  const on = await inAWhile();
  const caseId = await world.startCase({ role: 'witness', suspects: ['s1'] });
  await world.records(caseId, 'suspectCharged', { how: 'charged', urn }, { suspects: ['s1'] });
  await world.hears(urn, said('hearingSet', { ...trial, on }, await world.now()));
  await world.heardBy(caseId, 1);
  await world.records(caseId, 'witnessRequired', { hearingId: 'h1' }, { source: 'prosecution' });
  return { caseId, on };
}

describe('a witness', () => {
  it('who refuses is asked about their safety first, by a supervisor where nobody does; then a summons is explained', async () => {
    const { caseId } = await warned('41AA5000001');
    await world.records(caseId, 'attendanceDoubted', { reason: 'refuses' });
    const asked = await openKinds(caseId, (kinds) => kinds.includes('checkWitnessSafety'));
    expect(asked).toContain('informProsecution');
    expect(asked).not.toContain('explainSummons');
    await world.env.sleep('3 hours');
    await openKinds(caseId, (kinds) => kinds.filter((kind) => kind === 'checkWitnessSafety').length === 2);
    await world.records(caseId, 'witnessSafetyChecked', { pressure: 'no' });
    const after = await openKinds(caseId, (kinds) => kinds.includes('explainSummons'));
    expect(after).not.toContain('checkWitnessSafety');
    await world.records(caseId, 'attendanceCompelled', { by: 'summons', stage: 'explained' });
    await openKinds(caseId, (kinds) => !kinds.includes('explainSummons'));
    await saveHistory('a witness who refuses', world.case(caseId));
    await world.abandon(caseId);
  }, 60_000);

  it('is let go after a plea of guilty: bookings to cancel at once, and told', async () => {
    const urn = '41AA5000002';
    const { caseId, on } = await warned(urn);
    await world.records(caseId, 'attendanceAnswered', { hearingId: 'h1', answer: 'willAttend', channel: 'phone' });
    await world.records(caseId, 'arrangementAsked', { hearingId: 'h1', arrangement: 'travel', on });
    await openKinds(caseId, (kinds) => kinds.includes('bookArrangement') && !kinds.includes('askAttendance'));
    const day = (await world.now()).slice(0, 10);
    const plea = { defendant: armstrong, offenceId: 'o1', on: day, plea: 'guilty' } as const;
    await world.hears(urn, said('pleaEntered', plea, await world.now()));
    await world.heardBy(caseId, 2);
    const off = await openKinds(caseId, (kinds) => kinds.includes('cancelArrangement'));
    expect(off).toContain('confirmRelease');
    expect(off).not.toContain('bookArrangement');
    await world.records(caseId, 'witnessReleased', { reason: 'guiltyPlea' }, { source: 'prosecution' });
    const released = await openKinds(caseId, (kinds) => kinds.includes('tellReleased'));
    expect(released).not.toContain('confirmRelease');
    await world.records(caseId, 'releaseTold', { channel: 'phone' });
    await openKinds(caseId, (kinds) => !kinds.includes('tellReleased'));
    await saveHistory('a witness who is let go', world.case(caseId));
    await world.abandon(caseId);
  }, 60_000);
});
