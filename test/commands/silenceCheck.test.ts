import { randomUUID } from 'node:crypto';
import { checkForSilence, type SilenceProgress } from '../../commands/silenceCheck';
import { DatabaseAway } from '../../database/store/connection';
import { slices } from '../../database/operations/silentCases';
import type { CaseOpening } from '../../domain/careRecord';
import { addHours, type Instant } from '../../domain/time/londonTime';
import { projectionOf, nothingProjected } from '../../domain/projection/projection';
import { takeStock } from '../../domain/takeStock';
import { aTuesday, PureCase } from '../support/caseBuilder';
import { testDatabase, type TestDatabase } from '../support/testDatabase';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await database.close();
});

/** A case as MongoDB has it; `looksAt` in the place of the instant at which it would look again by itself. */
async function aCase(changes: Partial<CaseOpening> = {}, looksAt?: Instant | 'never'): Promise<string> {
  const { careRecord } = PureCase.open({ caseId: randomUUID(), ...changes });
  const own = takeStock(careRecord, aTuesday).wakeAt;
  await save(careRecord, looksAt === 'never' ? undefined : (looksAt ?? own));
  return careRecord.opening.caseId;
}

async function save(careRecord: PureCase['careRecord'], looksAt: Instant | undefined): Promise<void> {
  await database.projections.saveProjection(projectionOf(careRecord, nothingProjected, looksAt));
}

const hertfordshire = { force: 'hertfordshire' };
const found = async () => (await database.silentCases.listSilent(hertfordshire, 50)).items;

it('finds nothing where every open case has an owner and a next dated thing', async () => {
  for (let n = 0; n < 20; n += 1) await aCase();
  const at = addHours(aTuesday, 1);
  expect(await checkForSilence(database.silentCases, at)).toEqual({
    checkedAt: at,
    openCases: 20,
    silentCases: 0,
    healed: 0,
  });
  expect(await found()).toEqual([]);
  expect(await database.silentCases.lastChecked()).toEqual({ checkedAt: at, openCases: 20, silentCases: 0 });
});

it('finds a case whose look is an hour overdue, and forgets it when the case has looked', async () => {
  const { careRecord } = PureCase.open({ caseId: randomUUID() });
  const { caseId } = careRecord.opening;
  const due = addHours(aTuesday, 12);
  await save(careRecord, due);
  expect((await checkForSilence(database.silentCases, addHours(due, 1))).silentCases).toBe(0);

  const night = addHours(due, 2);
  await checkForSilence(database.silentCases, night);
  const finding = { caseId, owningTeam: 'north-victim-care', since: night, why: ['lookOverdue'] };
  expect(await found()).toEqual([finding]);
  // The next night finds it again: it has been silent since the first.
  await checkForSilence(database.silentCases, addHours(night, 24));
  expect(await found()).toEqual([finding]);

  await save({ ...careRecord, version: careRecord.version + 1 }, addHours(night, 48));
  expect(await checkForSilence(database.silentCases, addHours(night, 25))).toMatchObject({ silentCases: 0, healed: 1 });
  expect(await found()).toEqual([]);
});

it('finds a case with neither a task nor a next look, and one that nobody owns', async () => {
  const { careRecord } = PureCase.open({ caseId: randomUUID() });
  await save({ ...careRecord, tasks: [] }, undefined);
  const nobodys = await aCase({ owningTeam: '' });
  await aCase({}, 'never');
  await checkForSilence(database.silentCases, addHours(aTuesday, 1));
  const why = Object.fromEntries((await found()).map((finding) => [finding.caseId, finding.why]));
  expect(why).toEqual({ [careRecord.opening.caseId]: ['noNextDate'], [nobodys]: ['noOwner'] });
});

it('leaves cases that have ended in peace, and clears the finding of one that ends', async () => {
  const ending = PureCase.open({ caseId: randomUUID() });
  await save(ending.careRecord, addHours(aTuesday, -5));
  await checkForSilence(database.silentCases, aTuesday);
  expect(await found()).toHaveLength(1);
  ending.record('noCrime', { reason: 'notACrime' }, addHours(aTuesday, 1));
  await save(ending.careRecord, undefined);
  expect(await checkForSilence(database.silentCases, addHours(aTuesday, 2))).toMatchObject({ openCases: 0, healed: 1 });
});

it('looks after a closed case that watches the end of an order', async () => {
  const closed = PureCase.open({ caseId: randomUUID() });
  const leftUndone = closed.careRecord.tasks.map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const }));
  closed.record('orderMade', { order: 'other', untilOn: '2027-03-03' }, addHours(aTuesday, -1));
  const [told] = closed.careRecord.tasks.slice(-1);
  if (told) leftUndone.push({ taskId: told.taskId, reason: 'notNeeded' });
  closed.record('caseClosed', { reason: 'supportEnded', leftUndone }, addHours(aTuesday, 1));
  expect(closed.openKinds()).toEqual([]);
  const { wakeAt = '' } = closed;
  await save(closed.careRecord, wakeAt);
  expect(await checkForSilence(database.silentCases, addHours(wakeAt, -1))).toMatchObject({ silentCases: 0 });
  expect(await checkForSilence(database.silentCases, addHours(wakeAt, 2))).toMatchObject({ silentCases: 1 });
});

it('shows a supervisor the silent cases of their force and its team alone', async () => {
  await aCase({}, addHours(aTuesday, -5));
  await aCase({ investigatingForce: 'kent', homeForce: 'kent', owningTeam: 'kent-team' }, addHours(aTuesday, -5));
  const both = await aCase({ investigatingForce: 'kent', owningTeam: 'east-victim-care' }, addHours(aTuesday, -5));
  await checkForSilence(database.silentCases, aTuesday);
  const { silentCases } = database;
  expect(await silentCases.listSilent(hertfordshire, 1)).toMatchObject({ count: 2, items: [{}] });
  expect((await silentCases.listSilent({ force: 'kent' }, 50)).count).toBe(2);
  const east = await silentCases.listSilent({ ...hertfordshire, team: 'east-victim-care' }, 50);
  expect(east.items.map(({ caseId }) => caseId)).toEqual([both]);
});

it('goes on where it was when MongoDB went away in the middle, and counts every case once', async () => {
  for (let n = 0; n < 40; n += 1) await aCase({}, n % 4 === 0 ? addHours(aTuesday, -5) : undefined);
  let reached: SilenceProgress | undefined;
  let looks = 0;
  const falters = {
    ...database.silentCases,
    async openCases(slice: number) {
      looks += 1;
      // Away at three places, the worst in the middle.
      if ([10, 40, 41].includes(looks)) throw new DatabaseAway('away for this test');
      return database.silentCases.openCases(slice);
    },
  };
  const once = () => checkForSilence(falters, aTuesday, reached, (progress) => (reached = progress));
  for (let tries = 0; tries < 3; tries += 1) {
    await expect(once()).rejects.toThrow(DatabaseAway);
    expect(await database.silentCases.lastChecked()).toBeUndefined();
  }
  expect(await once()).toMatchObject({ openCases: 40, silentCases: 10 });
  expect(looks).toBe(slices + 3);
  expect(await found()).toHaveLength(10);
});
