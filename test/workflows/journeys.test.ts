import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { CaseOpening } from '../../domain/careRecord';
import { addHours, type Instant } from '../../domain/time/londonTime';
import { anMg2 } from '../domain/measuresUpTo';
import { MemoryProjections } from '../support/memoryProjections';
import { RunningCase, withWorker } from '../support/runCase';
import { quietRuntime } from '../support/quietRuntime';
import { saveHistory } from '../support/saveHistory';
import { startTimeSkipping } from '../support/timeSkippingServer';

let env: TestWorkflowEnvironment;
beforeAll(async () => {
  quietRuntime();
  env = await startTimeSkipping();
});
afterAll(async () => {
  await env?.teardown();
});

/** Tells one person's story on the time-skipping server. */
function journey(
  title: string,
  story: (victim: RunningCase) => Promise<void>,
  changes?: (now: Instant) => Partial<CaseOpening>
): void {
  it(title, async () => {
    const projections = new MemoryProjections();
    await withWorker(env, projections, async (taskQueue) => {
      const running = await RunningCase.start(env, projections, taskQueue, changes);
      try {
        await story(running);
        if (running.summary().ended) expect(running.open()).toEqual([]);
        await saveHistory(title, running.handle());
      } finally {
        await running.abandon();
      }
    });
  });
}

const assessment = {
  needs: [{ category: 'safety', level: 'medium' }],
  riskLevel: 'medium',
  enhancedRightsGrounds: [],
} as const;

async function firstCall(victim: RunningCase): Promise<void> {
  await victim.complete('makeFirstContact', 'contactMade', { channel: 'phone', with: 'victim' });
  await victim.complete('assessNeeds', 'needsAssessed', {
    ...assessment,
    needs: [...assessment.needs],
    enhancedRightsGrounds: [],
  });
}

describe('the care journey', () => {
  journey(
    'a victim who accepts support is referred, and the case closes when the investigation has ended',
    async (victim) => {
      expect(victim.openKinds().sort()).toEqual(
        ['agreeVictimContract', 'assessNeeds', 'choosePathway', 'makeFirstContact', 'makeReferral'].sort()
      );
      await firstCall(victim);
      await victim.record('reportAcknowledged', { channel: 'email', route: 'written' });
      await victim.complete('choosePathway', 'pathwayChosen', {
        pathway: 'enhanced',
        support: 'accepted',
        plan: ['homeSecurity'],
      });
      const referral = await victim.complete('makeReferral', 'referralMade', {
        recipient: 'serviceProvider',
        supportService: 'beacon',
        basis: 'consent',
      });
      await victim.complete('agreeVictimContract', 'victimContractAgreed', { channel: 'phone', everyDays: 14 });
      expect(victim.openKinds()).toEqual([]);
      expect(victim.summary().stage).toBe('investigation');

      await victim.passes('9 days');
      expect(victim.openKinds()).toEqual(['chaseReferral']);
      await victim.record(
        'referralAccepted',
        { referralId: `${victim.caseId}.r${referral.facts[0]}` },
        { source: 'partner' }
      );
      await victim.passes('3 days');
      expect(victim.openKinds()).toEqual(['giveVictimUpdate']);
      await victim.complete('giveVictimUpdate', 'victimUpdateGiven', { channel: 'phone', about: [] });

      await victim.record('investigationClosed', { reason: 'noSuspectIdentified' });
      expect(victim.openKinds().sort()).toEqual(['closeCase', 'tellVictim']);
      await victim.complete('tellVictim', 'victimTold', { channel: 'phone', about: [] });
      await victim.complete('closeCase', 'caseClosed', { reason: 'justiceProcessEnded', leftUndone: [] });
      await victim.handle().result();
      expect(victim.summary()).toMatchObject({ stage: 'closed', ended: true });
    }
  );

  journey('a victim who declines support is signposted instead of referred', async (victim) => {
    await firstCall(victim);
    await victim.complete('choosePathway', 'pathwayChosen', { pathway: 'enhanced', support: 'declined', plan: [] });
    expect(victim.openKinds()).not.toContain('makeReferral');
    await victim.complete('signpost', 'signposted', {
      supportServices: ['victims-information-service'],
      format: 'email',
    });
    expect(victim.openKinds()).toEqual(['agreeVictimContract']);
  });

  journey(
    'when nobody has reached the victim within 24 hours a supervisor is asked to look, and the call stays owed',
    async (victim) => {
      await victim.record('contactAttempted', { channel: 'phone', result: 'noAnswer' });
      await victim.passes('23 hours');
      expect(victim.openKinds()).not.toContain('reviewMissedFirstContact');
      await victim.passes('2 hours');
      expect(victim.openKinds()).toEqual(expect.arrayContaining(['makeFirstContact', 'reviewMissedFirstContact']));
      await victim.complete('makeFirstContact', 'contactMade', { channel: 'phone', with: 'victim' });
      expect(victim.openKinds()).toContain('reviewMissedFirstContact');
      await victim.complete('reviewMissedFirstContact', 'firstContactReviewed', {
        cause: 'noAnswer',
        goodReason: true,
      });
      expect(victim.openKinds()).not.toContain('reviewMissedFirstContact');
    }
  );

  journey('one call is first contact, assessment, referral and contract, answered in any order', async (victim) => {
    const [contract, referral, needs, contact] = (
      ['agreeVictimContract', 'makeReferral', 'assessNeeds', 'makeFirstContact'] as const
    ).map((kind) => victim.task(kind));
    await Promise.all([
      victim.complete('agreeVictimContract', 'victimContractAgreed', { channel: 'text', everyDays: 7 }, contract),
      victim.complete(
        'makeReferral',
        'referralMade',
        { recipient: 'vulnerableVictimCaseManager', supportService: 'beacon', basis: 'consent' },
        referral
      ),
      victim.complete(
        'assessNeeds',
        'needsAssessed',
        { ...assessment, needs: [], enhancedRightsGrounds: ['vulnerable'] },
        needs
      ),
      victim.complete('makeFirstContact', 'contactMade', { channel: 'phone', with: 'victim' }, contact),
    ]);
    expect(victim.openKinds()).toEqual(['choosePathway']);
    expect(victim.summary()).toMatchObject({ tier: 'enhanced', tierProvisional: false });
  });
});

describe('investigation and court', () => {
  journey(
    'an arrest and a charge before first contact are recorded, and both are owed to the victim',
    async (victim) => {
      await victim.record('suspectArrested', {}, { suspects: ['s1'] });
      await victim.record('suspectCharged', { how: 'charged' }, { suspects: ['s1'] });
      expect(victim.openKinds().filter((kind) => kind === 'tellVictim')).toHaveLength(2);
      expect(victim.openKinds()).toContain('makeFirstContact');
      expect(victim.summary().stage).toBe('court');
    }
  );

  journey('from a plea of not guilty to sentence and appeal the victim is told each step', async (victim) => {
    await firstCall(victim);
    const s1 = { suspects: ['s1'] };
    await victim.record('suspectCharged', { how: 'charged', urn: '41ZZ0000126' }, s1);
    await victim.record('pleaEntered', { plea: 'notGuilty' }, { ...s1, source: 'court' });
    await victim.complete('askAvailability', 'availabilityGiven', { datesToAvoid: [], none: true });
    await victim.complete('screenSpecialMeasures', 'specialMeasuresScreened', {
      wanted: true,
      measures: ['screens'],
      grounds: ['fearOrDistress'],
      views: 'wants',
    });
    await victim.complete('referSpecialMeasures', 'specialMeasuresReferred', anMg2(['screens']));
    await victim.complete('recordSpecialMeasuresConsidered', 'specialMeasuresConsidered', {
      decision: 'toApply',
      measures: ['screens'],
    });
    await victim.complete('recordSpecialMeasuresApplication', 'specialMeasuresApplied', { measures: ['screens'] });
    await victim.complete('recordSpecialMeasuresDecision', 'specialMeasuresDecided', {
      decision: 'granted',
      measures: ['screens'],
    });
    await victim.record(
      'hearingListed',
      { hearingId: 'h1', hearing: 'trial', on: '2027-01-11' },
      { ...s1, source: 'court' }
    );
    await victim.record('verdictGiven', { verdict: 'guilty' }, { ...s1, source: 'court' });
    await victim.record('sentencePassed', { sentences: ['imprisonment'] }, { ...s1, source: 'court' });
    expect(victim.openKinds()).not.toContain('closeCase');
    await victim.record('appealLodged', { against: 'conviction' }, { ...s1, source: 'court' });
    expect(victim.openKinds()).not.toContain('closeCase');
    await victim.record('appealDecided', { result: 'dismissed' }, { ...s1, source: 'court' });
    const owed = victim.openKinds().filter((kind) => kind === 'tellVictim').length;
    expect(owed).toBe(8);
    for (let told = 0; told < owed; told += 1) {
      await victim.complete('tellVictim', 'victimTold', { channel: 'phone', about: [] });
    }
    expect(victim.openKinds()).not.toContain('tellVictim');
    expect(victim.openKinds()).not.toContain('closeCase');
    await victim.passes('29 days');
    expect(victim.openKinds()).toContain('closeCase');
  });

  journey(
    'with two suspects, one charged and one not, the case ends when both tracks have',
    async (victim) => {
      await victim.record(
        'noFurtherAction',
        { decidedBy: 'police', reason: 'evidentialDifficulties', rightToReview: true },
        { suspects: ['s2'] }
      );
      await victim.record('suspectCharged', { how: 'charged' }, { suspects: ['s1'] });
      expect(victim.openKinds()).not.toContain('closeCase');
      expect(victim.summary().suspects).toEqual([
        expect.objectContaining({ suspectId: 's1', status: 'charged', ended: false }),
        expect.objectContaining({ suspectId: 's2', status: 'noFurtherAction', ended: true, rightToReview: true }),
      ]);
      await victim.record('verdictGiven', { verdict: 'notGuilty' }, { suspects: ['s1'], source: 'court' });
      expect(victim.openKinds()).toContain('closeCase');
    },
    () => ({ suspects: ['s1', 's2'] })
  );

  journey(
    'a case closed after no further action goes on in a new run when the investigation is reopened',
    async (victim) => {
      await firstCall(victim);
      await victim.record(
        'noFurtherAction',
        { decidedBy: 'police', reason: 'evidentialDifficulties', rightToReview: true },
        { suspects: ['s1'] }
      );
      await victim.complete('tellVictim', 'victimTold', { channel: 'phone', about: [] });
      await expect(
        victim.complete('closeCase', 'caseClosed', { reason: 'justiceProcessEnded', leftUndone: [] })
      ).rejects.toMatchObject({ cause: { type: 'leftUndoneNotNamed' } });
      const leftUndone = victim
        .open()
        .filter(({ kind }) => kind !== 'closeCase')
        .map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const }));
      await victim.complete('closeCase', 'caseClosed', { reason: 'justiceProcessEnded', leftUndone });
      await victim.handle().result();
      const { version } = victim.summary();
      expect(victim.summary().leftUndone).toEqual(leftUndone);

      await victim.resume();
      await victim.settled();
      let reopened;
      for (let attempt = 0; !reopened && attempt < 50; attempt += 1) {
        reopened = await victim
          .record('investigationReopened', {}, { suspects: ['s1'] })
          .catch((refusal: { cause?: { type?: string } }) => {
            if (refusal.cause?.type !== 'caseWaking') throw refusal;
          });
      }
      expect(reopened?.version).toBeGreaterThan(version);
      expect(victim.summary()).toMatchObject({ ended: false, stage: 'carePathway' });
      expect(victim.openKinds()).toContain('tellVictim');
      expect(victim.openKinds()).not.toContain('closeCase');
    }
  );
});

describe('ends and odd beginnings', () => {
  journey('a transferred case stays ours until the other force has acknowledged it', async (victim) => {
    await victim.record('transferAsked', { force: 'kent', team: 'kent-victim-care' });
    expect(victim.summary().ended).toBe(false);
    await victim.complete('acknowledgeHandover', 'handoverAcknowledged', {});
    await victim.handle().result();
    expect(victim.summary()).toMatchObject({ stage: 'transferred', ended: true });
  });

  journey(
    'when the victim dies nothing more is asked for them; the family is cared for, and whoever writes to them is told',
    async (victim) => {
      await victim.record('suspectBailed', { conditions: true }, { suspects: ['s1'] });
      await victim.record('victimDied', {});
      expect(victim.openKinds().sort()).toEqual(['considerRelatives', 'nameFamilyLiaison']);
      await victim.complete('nameFamilyLiaison', 'familyLiaisonNamed', { officer: 'officer-7' });
      await victim.complete('tellOfDeath', 'deathTold', { told: 'familyLiaison' });
      await victim.complete('considerRelatives', 'relativesConsidered', { result: 'deathNotByTheCrime' });
      await victim.handle().result();
      expect(victim.summary()).toMatchObject({ stage: 'victimDied', ended: true, openTasks: 0 });
    }
  );

  journey(
    'a witness has no first contact and no referral clock, and is told of charge and court',
    async (witness) => {
      expect(witness.openKinds()).toEqual(['assessNeeds']);
      await witness.record('suspectArrested', {}, { suspects: ['s1'] });
      expect(witness.openKinds()).toEqual(['assessNeeds']);
      await witness.record('suspectCharged', { how: 'charged' }, { suspects: ['s1'] });
      expect(witness.openKinds()).toEqual(
        expect.arrayContaining(['tellVictim', 'askAvailability', 'screenSpecialMeasures'])
      );
      await witness.passes('40 days');
      expect(witness.openKinds()).toContain('giveVictimUpdate');
    },
    () => ({ role: 'witness' })
  );

  journey(
    'a report that arrives three weeks late has its first contact still to come, and old news in one update',
    async (victim) => {
      const { receivedAt, openedAt } = victim.summary();
      expect(Date.parse(victim.task('makeFirstContact').dueAt)).toBe(Date.parse(addHours(openedAt, 24)));
      expect(victim.openKinds()).not.toContain('reviewMissedFirstContact');
      await victim.record('suspectArrested', {}, { suspects: ['s1'], happenedAt: addHours(receivedAt, 24) });
      await victim.record(
        'suspectReleasedUnderInvestigation',
        {},
        { suspects: ['s1'], happenedAt: addHours(receivedAt, 30) }
      );
      expect(victim.openKinds()).not.toContain('tellVictim');
      expect(victim.task('giveVictimUpdate').about).toEqual([1, 2]);
      await victim.complete('giveVictimUpdate', 'victimUpdateGiven', { channel: 'phone', about: [] });
      expect(victim.openKinds()).not.toContain('giveVictimUpdate');
      await victim.passes('25 hours');
      expect(victim.openKinds()).toContain('reviewMissedFirstContact');
    },
    (now) => ({
      receivedAt: addHours(now, -21 * 24),
      reportedAt: addHours(now, -21 * 24),
      occurredAt: addHours(now, -22 * 24),
    })
  );
});
