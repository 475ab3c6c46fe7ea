import type { CourtEvent } from '../../domain/court/courtEvent';
import type { LiveCase } from '../../domain/projection/liveCase';
import { addCalendarDays, londonDay } from '../../domain/time/londonTime';
import { liveCaseQuery, victimCaseId } from '../../workflows/messages';
import { armstrong, said } from '../domain/court/courtBuilder';
import { CourtWorld } from '../support/courtWorld';
import { saveHistory } from '../support/saveHistory';

let world: CourtWorld;
beforeAll(async () => {
  world = await CourtWorld.open();
});
afterAll(async () => {
  await world?.close();
});

async function now<K extends CourtEvent['kind']>(
  kind: K,
  data: Extract<CourtEvent, { kind: K }>['data']
): Promise<CourtEvent> {
  return said(kind, data as never, await world.now());
}

const live = (caseId: string): Promise<LiveCase> =>
  world.env.client.workflow.getHandle(victimCaseId(caseId)).query(liveCaseQuery);
const open = async (caseId: string) => (await live(caseId)).open.map(({ kind }) => kind);
const today = async () => londonDay(await world.now());

describe('what courts say, from custody to the end of an order', () => {
  it('reaches the victim step by step: custody, bail with a safety plan, the sentence, an appeal, the closing, the end of the order', async () => {
    const urn = '41AA1000011';
    const s1 = { suspects: ['s1'] };
    const victim = await world.startCase(s1);
    await world.records(victim, 'suspectCharged', { how: 'charged', urn }, s1);
    const theirs = async () => ({ defendant: armstrong, on: await today() });

    await world.hears(urn, await now('bailDecided', { ...(await theirs()), decision: 'remanded' }));
    await world.heardBy(victim, 1);
    expect(await open(victim)).not.toContain('makeSafetyPlan');
    await world.env.sleep('1 day');
    await world.hears(urn, await now('bailDecided', { ...(await theirs()), decision: 'bailedWithConditions' }));
    await world.heardBy(victim, 2);
    expect(await open(victim)).toEqual(expect.arrayContaining(['makeSafetyPlan', 'tellVictim']));
    await world.records(victim, 'safetyPlanMade', { measures: ['alarm'] });
    expect(await open(victim)).not.toContain('makeSafetyPlan');

    await world.env.sleep('1 day');
    const untilOn = addCalendarDays(await today(), 730);
    const offence = { ...(await theirs()), offenceId: 'o1' };
    await world.hears(urn, await now('verdictGiven', { ...offence, verdict: 'guilty' }));
    await world.hears(
      urn,
      await now('sentencePassed', {
        ...offence,
        court: 'crown',
        sentences: ['suspendedImprisonment', 'restrainingOrder'],
        ordersUntil: [{ order: 'restrainingOrder', untilOn }],
      })
    );
    await world.heardBy(victim, 4);
    expect(await open(victim)).toContain('explainUndulyLenient');
    expect(await open(victim)).not.toContain('closeCase');

    await world.env.sleep('20 days');
    await world.hears(urn, await now('appealLodged', { ...(await theirs()), against: 'sentence' }));
    await world.heardBy(victim, 5);
    await world.env.sleep('40 days');
    expect(await open(victim)).not.toContain('closeCase');
    await world.hears(urn, await now('appealDecided', { ...(await theirs()), result: 'dismissed' }));
    const heard = await world.heardBy(victim, 6);
    expect(heard.map(({ kind }) => kind)).toEqual([
      ...['courtBailDecided', 'courtBailDecided', 'verdictGiven', 'sentencePassed', 'appealLodged', 'appealDecided'],
    ]);
    expect(await open(victim)).toContain('closeCase');

    const leftUndone = (await live(victim)).open.map(({ taskId }) => ({ taskId, reason: 'notPossible' as const }));
    await world.records(victim, 'caseClosed', { reason: 'justiceProcessEnded', leftUndone });
    expect(await live(victim)).toMatchObject({ open: [], summary: { ended: true } });
    await world.env.sleep('600 days');
    expect(await open(victim)).toEqual([]);
    await world.env.sleep('40 days');
    expect(await open(victim)).toEqual(['reviewOrderEnd']);
    await world.records(victim, 'orderEndReviewed', { order: 'restrainingOrder', extension: 'notSought' });
    await world.case(victim).result();
    await saveHistory('a victim until the order that protects them ends', world.case(victim));
  }, 120_000);
});
