import { randomUUID } from 'node:crypto';
import { courtCaseIdOf } from '../../commands/court/courtCaseCalls';
import { courtCaseWorkflowId, victimCaseId } from '../../workflows/messages';
import { CourtWorld } from '../support/courtWorld';
import { InventedProsecution } from '../support/inventedProsecution';

let world: CourtWorld;
beforeAll(async () => {
  world = await CourtWorld.open();
});
afterAll(async () => {
  await world?.close();
});

const conditions = 'Not to contact directly or indirectly Alex Example; not to enter Example Road, Luton.';

async function aVictim({ urn }: InventedProsecution): Promise<string> {
  const victim = await world.startCase({ role: 'victimAndWitness', suspects: ['s1'] });
  await world.records(victim, 'suspectCharged', { how: 'charged', urn }, { suspects: ['s1'] });
  await world.env.sleep('1 day');
  return victim;
}

async function notesOf(caseId: string, facts: number): Promise<(string | undefined)[]> {
  const heard = await world.heardBy(caseId, facts);
  const noteIds = heard.map(({ noteId = '' }) => noteId);
  const texts = await world.database.notes.readNotes(noteIds);
  return noteIds.map((noteId) => texts.get(noteId)?.text);
}

/** What the server keeps of a workflow, as it can be read there. */
function payloadsOf(history: string): string {
  const found = [...history.matchAll(/"data":"([^"]*)"/g)];
  return found.map(([, data = '']) => Buffer.from(data, 'base64').toString()).join('\n');
}

describe('the conditions of bail in the court’s own words', () => {
  it('are a note of each victim’s case, and stand in no workflow’s history', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000071');
    const [one, other] = [await aVictim(prosecution), await aVictim(prosecution)];
    const bail = { hearingId: randomUUID(), type: 'First hearing', bail: 'B', bailConditions: conditions } as const;
    await prosecution.shares({ ...bail, of: { 0: {} } });
    for (const victim of [one, other]) expect(await notesOf(victim, 1)).toEqual([conditions]);
    const workflows = [victimCaseId(one), courtCaseWorkflowId(courtCaseIdOf(world.engine, prosecution.urn))];
    for (const workflowId of workflows) {
      const { events } = await world.env.client.workflow.getHandle(workflowId).fetchHistory();
      const held = payloadsOf(JSON.stringify(events));
      expect([held.includes('bail'), held.includes('Example Road')]).toEqual([true, false]);
    }
  });

  it('are those of the newest decision, and none where the defendant is kept in custody', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000072');
    const victim = await aVictim(prosecution);
    const hearing = (bail: 'B' | 'C', bailConditions: string) =>
      prosecution.shares({ hearingId: randomUUID(), type: 'Mention', bail, bailConditions, of: { 0: {} } });
    await hearing('B', conditions);
    await world.env.sleep('7 days');
    await hearing('B', 'Not to contact Alex Example.');
    await world.env.sleep('7 days');
    await hearing('C', 'Not to contact Alex Example.');
    expect(await notesOf(victim, 3)).toEqual([conditions, 'Not to contact Alex Example.', undefined]);
  });

  it('are told again where the court amends the words alone on the same day, and the telling of the first is over', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000073');
    const victim = await aVictim(prosecution);
    const hearing = { hearingId: randomUUID(), type: 'First hearing', bail: 'B', of: { 0: {} } } as const;
    await prosecution.shares({ ...hearing, bailConditions: conditions });
    await world.heardBy(victim, 1);
    await world.env.sleep('1 minute');
    await prosecution.shares({ ...hearing, bailConditions: `${conditions} ` });
    await world.env.sleep('1 minute');
    await prosecution.shares({ ...hearing, bailConditions: 'Not to contact Alex Example; not to enter Luton.' });
    expect(await notesOf(victim, 2)).toEqual([conditions, 'Not to contact Alex Example; not to enter Luton.']);
    const [first, amended] = await world.heard(victim);
    expect(first?.supersededBy).toBe(amended?.seq);
    expect(amended?.supersedes).toBe(first?.seq);
    expect(amended?.owes?.map(({ obligation }) => obligation)).toEqual(
      first?.owes?.map(({ obligation }) => obligation)
    );
    expect(await world.open(victim)).toEqual(expect.arrayContaining(['tellVictim', 'makeSafetyPlan']));
    const { events } = await world.prosecution(prosecution.urn).fetchHistory();
    expect(payloadsOf(JSON.stringify(events))).not.toContain('enter Luton');
  });

  it('are a note of the victim’s case where they stand in the application to vary bail alone', async () => {
    const prosecution = new InventedProsecution(world, '41AA6000074');
    const victim = await aVictim(prosecution);
    const words = 'Granted. The defendant may enter Example Road on Sundays.';
    await prosecution.shares({ hearingId: randomUUID(), type: 'Bail Application', bailVaried: words, of: { 0: {} } });
    const [varied] = await world.heardBy(victim, 1);
    expect(varied).toMatchObject({ kind: 'courtBailDecided', data: { decision: 'bailVaried' } });
    expect(await notesOf(victim, 1)).toEqual([words]);
  });
});
