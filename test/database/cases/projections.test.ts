import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { CareRecord } from '../../../domain/careRecord';
import { addHours, type Instant } from '../../../domain/time/londonTime';
import {
  projectedBy,
  projectionOf,
  withoutClosedTasks,
  type Projection,
  nothingProjected,
} from '../../../domain/projection/projection';
import { aTuesday, PureCase } from '../../support/caseBuilder';
import { testDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  await database.close();
});

/** A case with a correction, a referral, a change of team, an end and a reopening: every collection is written. */
const story: readonly ((victim: PureCase, at: Instant) => void)[] = [
  () => undefined,
  (victim, at) => victim.complete('makeFirstContact', 'contactMade', { channel: 'phone', with: 'victim' }, at),
  (victim, at) => victim.record('suspectArrested', {}, at, { suspects: ['s1'] }),
  (victim, at) => victim.record('suspectInterviewed', {}, at, { suspects: ['s1'], corrects: 2 }),
  (victim, at) =>
    victim.record('referralMade', { recipient: 'serviceProvider', supportService: 'beacon', basis: 'consent' }, at),
  (victim, at) => victim.record('teamChanged', { team: 'south-victim-care' }, at),
  (victim, at) => victim.record('noCrime', { reason: 'recordedInError' }, at),
  (victim, at) => victim.record('caseReopened', { reason: 'closedInError' }, at),
  (victim, at) => victim.record('noCrime', { reason: 'duplicate' }, at),
];

/** The projections that a workflow sends while the story happens; where MongoDB fails to answer, the next holds more. */
function projectionsOf(caseId: string, answers: readonly boolean[]): Projection[] {
  const victim = PureCase.open({ caseId });
  const sent: Projection[] = [];
  let projected = nothingProjected;
  story.forEach((happens, step) => {
    happens(victim, addHours(aTuesday, step + 1));
    const written: CareRecord = victim.careRecord;
    sent.push(projectionOf(written, projected));
    const isAnswered = answers[step] ?? true;
    if (!isAnswered) return;
    projected = projectedBy(written);
    victim.careRecord = withoutClosedTasks(victim.careRecord, written);
  });
  return sent;
}

async function stored(caseId: string): Promise<unknown> {
  const collections = ['cases', 'tasks', 'caseEvents', 'referrals'];
  const documents = await Promise.all(collections.map((name) => database.raw(name)));
  const own = documents.flat().filter((document) => String(document._id).startsWith(caseId));
  const inOrder = own.sort((one, other) => (String(one._id) < String(other._id) ? -1 : 1));
  const { items: facts } = await database.timeline.timeline(caseId, { limit: 100 });
  const record = await database.caseRecords.loadEndedRecord(caseId);
  // Sealed twice, the same fact looks different each time.
  const unsealed = inOrder.map(({ sealed: _sealed, ...rest }) => rest);
  return JSON.parse(JSON.stringify([unsealed, facts, record]).replaceAll(caseId, 'the case'));
}

describe('what MongoDB shows of a case', () => {
  it('is the same however late, often and mixed up its projections arrive', async () => {
    const arrivals = fc.record({
      answers: fc.array(fc.boolean(), { minLength: story.length, maxLength: story.length }),
      order: fc.shuffledSubarray(
        story.flatMap((_, step) => [step, step]),
        { minLength: story.length * 2 }
      ),
      atOnce: fc.integer({ min: 1, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(arrivals, async ({ answers, order, atOnce }) => {
        const [inOrder, mixedUp] = [randomUUID(), randomUUID()];
        for (const projection of projectionsOf(inOrder, answers)) {
          await database.projections.saveProjection(projection);
        }
        const late = projectionsOf(mixedUp, answers);
        for (let next = 0; next < order.length; next += atOnce) {
          const together = order.slice(next, next + atOnce).map((step) => late[step]);
          await Promise.all(
            together.map(async (projection) => projection && database.projections.saveProjection(projection))
          );
        }
        expect(await stored(mixedUp)).toEqual(await stored(inOrder));
      }),
      { numRuns: Number(process.env.RUNS ?? 8) }
    );
  }, 180_000);

  it('is whole at each version that a list shows', async () => {
    const caseId = randomUUID();
    for (const projection of projectionsOf(caseId, [])) {
      await database.projections.saveProjection(projection);
      const shown = await database.cases.findCase(caseId);
      expect(shown).toEqual(JSON.parse(JSON.stringify(projection.summary)));
      const { items } = await database.timeline.timeline(caseId, { limit: 100 });
      expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: items.length }, (_, n) => items.length - n));
      expect(items).toHaveLength(projection.summary.facts);
    }
    const { items } = await database.timeline.timeline(caseId, { limit: 100 });
    expect(items.find(({ seq }) => seq === 2)?.supersededBy).toBe(3);
    expect((await database.caseRecords.loadEndedRecord(caseId))?.facts).toHaveLength(items.length);
    const raw = JSON.stringify([await database.raw('caseRecords'), await database.raw('caseEvents')]);
    expect(raw).not.toContain('recordedInError');
  });

  it('keeps the newer of two first projections that arrive at the same moment', async () => {
    const caseIds = Array.from({ length: 10 }, () => randomUUID());
    await Promise.all(
      caseIds.map(async (caseId) => {
        const [first, second] = projectionsOf(caseId, [false]);
        if (!first || !second) throw new Error('The story has two steps');
        await Promise.all([first, second, first].map((each) => database.projections.saveProjection(each)));
        expect((await database.cases.findCase(caseId))?.version).toBe(second.summary.version);
      })
    );
  });
});
