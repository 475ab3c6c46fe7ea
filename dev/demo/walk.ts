import { londonText } from '../../domain/time/londonTime';
import { taskKinds, type TaskKind } from '../../domain/task';
import type { Role } from '../../domain/vocabulary';
import type { Call } from './caller';

interface Walk {
  readonly reporter: Call;
  readonly officer: Call;
  readonly coordinator: Call;
  readonly supervisor: Call;
  readonly say: (line: string) => void;
}

interface OpenTask {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly dueAt: string;
  readonly why: string;
}

/** One person's case from the report to its closing, each step through the API, with what is open after it. */
export async function walk(caseId: string, { reporter, officer, coordinator, supervisor, say }: Walk): Promise<void> {
  const open = async (): Promise<OpenTask[]> => {
    const { items } = await officer<{ items: OpenTask[] }>('GET', `/tasks?caseId=${caseId}&limit=100`);
    return items;
  };
  const show = async (): Promise<void> => {
    const tasks = await open();
    for (const { kind, dueAt } of tasks) say(`      open: ${kind}, due ${londonText(dueAt)}`);
    if (tasks.length === 0) say('      open: nothing; the case sleeps until the next date');
  };
  const complete = async (kind: TaskKind, outcome: object, note?: string): Promise<void> => {
    const task = (await open()).find((each) => each.kind === kind);
    if (!task) throw new Error(`The demo expected an open ${kind}.`);
    const callers: Partial<Record<Role, Call>> = {
      'witness-care-officer': coordinator,
      supervisor,
      'victim-care-officer': officer,
    };
    const by = callers[taskKinds[kind].role] ?? supervisor;
    await by('POST', `/tasks/${task.taskId}/completion`, { outcome, ...(note ? { note } : {}) });
  };
  const happens = (kind: string, data: object): Promise<unknown> =>
    reporter('POST', `/cases/${caseId}/events`, {
      kind,
      data,
      happenedAt: new Date().toISOString(),
      suspects: ['suspect-1'],
    });
  const step = async (what: string, does: () => Promise<unknown>): Promise<void> => {
    say(`\n  ${what}`);
    await does();
    await show();
  };
  const tellAll = async (): Promise<void> => {
    while ((await open()).some(({ kind }) => kind === 'tellVictim')) {
      await complete('tellVictim', { kind: 'victimTold', channel: 'phone', about: [] });
    }
  };

  await step('Robin has reported domestic abuse. The case has begun:', async () => undefined);
  await step('The suspect is arrested before anyone has called Robin. The duty to tell arises at once:', () =>
    happens('suspectArrested', {})
  );
  await step(
    'One phone call at ten in the morning, the safe time: contact, assessment, pathway and contract.',
    async () => {
      await complete('makeFirstContact', { kind: 'contactMade', channel: 'phone', with: 'victim' });
      await complete(
        'assessNeeds',
        {
          kind: 'needsAssessed',
          needs: [{ category: 'safety', level: 'high' }],
          riskLevel: 'high',
          riskTool: 'dara',
          enhancedRightsGrounds: ['intimidated'],
        },
        'Robin is afraid of what happens when the suspect is released.'
      );
      await complete('choosePathway', {
        kind: 'pathwayChosen',
        pathway: 'specialist',
        support: 'accepted',
        plan: ['safetyPlanning', 'advocacy'],
      });
      await complete('agreeVictimContract', { kind: 'victimContractAgreed', channel: 'phone', everyDays: 7 });
      await tellAll();
    }
  );
  await step('Robin agrees to a referral:', () =>
    complete('makeReferral', {
      kind: 'referralMade',
      recipient: 'vulnerableVictimCaseManager',
      supportService: 'example-domestic-abuse-service',
      basis: 'consent',
    })
  );
  await step('The suspect is released on bail with conditions. One working day, under Enhanced Rights:', () =>
    happens('suspectBailed', { conditions: true })
  );
  await step('Robin is told, and the suspect is charged. Court begins:', async () => {
    await tellAll();
    await happens('suspectCharged', { how: 'charged', urn: '41ZZ0100126' });
  });
  await step('Screens in court: asked for, applied for, granted; Robin is told.', async () => {
    const measures = ['screens'];
    await complete('screenSpecialMeasures', { kind: 'specialMeasuresScreened', wanted: true, measures });
    await complete(
      'referSpecialMeasures',
      {
        kind: 'specialMeasuresReferred',
        measures,
        describes: ['behaviourOfAccusedOrAssociates', 'effectOnEvidence'],
        views: 'wants',
        meetingWanted: false,
      },
      'Robin could not speak freely while seeing the defendant.'
    );
    await complete('recordSpecialMeasuresConsidered', {
      kind: 'specialMeasuresConsidered',
      decision: 'toApply',
      measures,
    });
    await complete('recordSpecialMeasuresApplication', { kind: 'specialMeasuresApplied', measures });
    await complete('recordSpecialMeasuresDecision', { kind: 'specialMeasuresDecided', decision: 'granted', measures });
    await complete('askAvailability', { kind: 'availabilityGiven', datesToAvoid: [], none: true });
    await tellAll();
  });
  await step('Guilty, and sentenced. The closing is asked for once 28 days for appeals have passed:', async () => {
    await happens('verdictGiven', { verdict: 'guilty' });
    await happens('sentencePassed', { sentences: ['imprisonment', 'restrainingOrder'] });
    await tellAll();
  });
  await step('Robin asks for an end before that. Closed, naming what is left undone and why:', async () => {
    const leftUndone = (await open()).map(({ taskId }) => ({ taskId, reason: 'declinedByVictim' }));
    const data = { reason: 'victimAskedUsTo', leftUndone };
    await supervisor('POST', `/cases/${caseId}/events`, {
      kind: 'caseClosed',
      data,
      happenedAt: new Date().toISOString(),
    });
  });
  const { stage, facts } = await supervisor<{ stage: string; facts: number }>('GET', `/cases/${caseId}`);
  say(`\n  Robin's case is ${stage}, with ${facts} facts on its timeline. The other cases stay open for you.\n`);
}
