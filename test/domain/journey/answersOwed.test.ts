import fc from 'fast-check';
import { demands } from '../../../domain/answers/demands';
import { openTasks, type CareRecord } from '../../../domain/careRecord';
import { record } from '../../../domain/carryOut';
import type { FactData, FactKind } from '../../../domain/fact';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { addHours, type Instant } from '../../../domain/time/londonTime';
import { openRecord, takeStock } from '../../../domain/takeStock';
import { roleOf, taskKinds, type TaskKind } from '../../../domain/task';
import { whyDue } from '../../../domain/dueSentence';
import { aFact, anOpening, calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { exampleFacts } from '../exampleFacts';

const minutes = (at: Instant, n: number): Instant => addHours(at, n / 60);
const withOfficer = (circumstances = {}) => PureCase.open({ officerInCase: 'officer-5', ...circumstances });

/** Who is asked, in the order of the rungs. */
function askedOf(victim: PureCase, kind: TaskKind): string[] {
  return openTasks(victim.careRecord)
    .filter((task) => task.kind === kind)
    .map(roleOf);
}

describe('a safeguarding concern', () => {
  const threeInTheMorning = after(4, -7);

  it('is put to the department within minutes in the night, on a Saturday too, and climbs until somebody answers', () => {
    const victim = withOfficer();
    const concern = { level: 'immediate', concern: 'childAtRisk', to: 'safeguarding-officer' } as const;
    victim.record('concernRaised', concern, threeInTheMorning);
    expect(askedOf(victim, 'receiveConcern')).toEqual(['safeguarding-officer']);
    const task = victim.openTask('receiveConcern');
    expect(task.dueAt).toBe(minutes(threeInTheMorning, 5));
    expect(whyDue(task.kind, task.why)).toBe(
      'A safeguarding concern, to be taken on by whoever acts on it: within five minutes of 7 March 2026 at 3:00am, a standard of the force.'
    );
    victim.at(minutes(threeInTheMorning, 4.99));
    expect(askedOf(victim, 'receiveConcern')).toHaveLength(1);
    victim.at(minutes(threeInTheMorning, 5.01));
    expect(askedOf(victim, 'receiveConcern')).toEqual(['safeguarding-officer', 'supervisor']);
    victim.at(minutes(threeInTheMorning, 10.1));
    expect(askedOf(victim, 'receiveConcern')).toEqual(['safeguarding-officer', 'supervisor', 'duty-inspector']);
    victim.at(after(30));
    expect(askedOf(victim, 'receiveConcern')).toHaveLength(3);
    victim.complete('receiveConcern', 'concernReceived', {}, after(30, 1));
    expect(askedOf(victim, 'receiveConcern')).toEqual([]);
  });

  it.each([
    ['immediate', 5],
    ['high', 60],
    ['medium', 240],
  ] as const)('of level %s wants a receipt within %d minutes', (level, within) => {
    const victim = withOfficer().record(
      'concernRaised',
      { level, concern: 'selfHarm', to: 'officer-in-case' },
      after(1)
    );
    expect(victim.openTask('receiveConcern').dueAt).toBe(minutes(after(1), within));
    expect(victim.wakeAt !== undefined && victim.wakeAt <= minutes(after(1), within + 0.001)).toBe(true);
  });

  it('asks nobody further once it is received, and a receipt of one concern is none of another', () => {
    const concern = { level: 'high', concern: 'selfHarm', to: 'safeguarding-officer' } as const;
    const victim = withOfficer()
      .record('concernRaised', concern, after(1))
      .record('concernRaised', concern, after(1, 0.1));
    victim.record('concernReceived', { about: 1 }, after(1, 0.2)).at(after(2));
    expect(askedOf(victim, 'receiveConcern')).toEqual(['safeguarding-officer', 'supervisor', 'duty-inspector']);
    expect(
      openTasks(victim.careRecord)
        .filter(({ kind }) => kind === 'receiveConcern')
        .map(({ about }) => about?.[0])
    ).toEqual([2, 2, 2]);
  });
});

describe('a victim who reports a breach of bail or fear', () => {
  it('reaches the emergency queue and the officer at once where danger is immediate, and then their supervisor', () => {
    const victim = withOfficer().record('breachReported', { of: 'bailConditions', danger: 'immediate' }, after(1, 13));
    expect(askedOf(victim, 'receiveSafetyReport')).toEqual(['emergency-queue', 'officer-in-case']);
    expect(victim.openTask('receiveSafetyReport').dueAt).toBe(minutes(after(1, 13), 5));
    victim.at(minutes(after(1, 13), 5.1));
    expect(askedOf(victim, 'receiveSafetyReport')).toEqual(['emergency-queue', 'officer-in-case', 'supervisor']);
    victim.record('safetyReportReceived', {}, minutes(after(1, 13), 6));
    expect(askedOf(victim, 'receiveSafetyReport')).toEqual([]);
  });

  it('reaches the officer in the case within a quarter of an hour otherwise, then climbs', () => {
    const victim = withOfficer().record('fearReported', { danger: 'notImmediate' }, after(1, 13));
    expect(askedOf(victim, 'receiveSafetyReport')).toEqual(['officer-in-case']);
    expect(victim.openTask('receiveSafetyReport').dueAt).toBe(minutes(after(1, 13), 15));
    victim.at(minutes(after(1, 13), 15.1)).at(minutes(after(1, 13), 30.1));
    expect(askedOf(victim, 'receiveSafetyReport')).toEqual(['officer-in-case', 'supervisor', 'duty-inspector']);
  });

  it('reaches a supervisor where the case has no officer, and the officer from when there is one', () => {
    const victim = PureCase.open().record('fearReported', { danger: 'notImmediate' }, after(1));
    expect(askedOf(victim, 'receiveSafetyReport')).toEqual(['supervisor']);
    const amendment = { amendment: 1, changed: ['officerInCase'], officerInCase: 'officer-5' };
    victim.record('reportAmended', amendment, minutes(after(1), 5));
    expect(askedOf(victim, 'receiveSafetyReport')).toEqual(['officer-in-case']);
  });
});

describe('what a victim says that is evidence', () => {
  it('goes to the officer in the case, whose receipt is chased with their supervisor once', () => {
    const victim = withOfficer().record('evidenceHeard', { of: 'suspect' }, after(1));
    expect(askedOf(victim, 'receiveEvidence')).toEqual(['officer-in-case']);
    victim.at(after(2.1)).at(after(20));
    expect(askedOf(victim, 'receiveEvidence')).toEqual(['officer-in-case', 'supervisor']);
    victim.complete('receiveEvidence', 'evidenceReceived', {}, after(21));
    expect(askedOf(victim, 'receiveEvidence')).toEqual([]);
    expect(victim.careRecord.facts.at(-1)?.data).toEqual({ about: 1 });
  });
});

describe('a crime that a victim discloses', () => {
  const disclosed = () =>
    withOfficer().record(
      'crimeDisclosed',
      { perishable: [{ evidence: 'forensics' }, { evidence: 'cctv', lostOn: '2026-03-06' }] },
      after(1)
    );

  it('is to be recorded within 24 hours, handed to the officer with a receipt, enquired into, and its evidence secured before it is lost', () => {
    const victim = disclosed();
    expect(victim.openTask('recordDisclosedCrime').dueAt).toBe(after(2));
    expect(victim.openTask('receiveDisclosure').dueAt).toBe(after(1, 4));
    expect(victim.openTask('setLinesOfEnquiry').role).toBe('officer-in-case');
    expect(victim.openTask('secureEvidence').dueAt).toBe('2026-03-06T00:00:00.000Z');
    const { kind, why } = victim.openTask('secureEvidence');
    expect(whyDue(kind, why)).toBe(
      'Evidence of a disclosed crime that will be lost: before 6 March 2026, a date on record.'
    );
  });

  it('is answered part by part', () => {
    const victim = disclosed();
    victim.record('disclosedCrimeRecorded', { reportId: 'b2b1a7d4-93f2-4f6e-8c3f-0d2e5b9a1e21' }, after(1, 1));
    expect(askedOf(victim, 'recordDisclosedCrime')).toEqual([]);
    expect(askedOf(victim, 'receiveDisclosure')).toEqual(['officer-in-case']);
    victim.complete('receiveDisclosure', 'disclosureReceived', {}, after(1, 2));
    victim.complete('setLinesOfEnquiry', 'enquiriesSet', { lines: ['cctv'] }, after(1, 3));
    victim.complete('secureEvidence', 'evidenceSecured', { evidence: ['cctv'] }, after(1, 3));
    expect(askedOf(victim, 'secureEvidence')).toEqual(['officer-in-case']);
    victim.complete('secureEvidence', 'evidenceSecured', { evidence: ['forensics'], tooLate: true }, after(1, 4));
    expect(askedOf(victim, 'secureEvidence')).toEqual([]);
  });

  it('has all its evidence secured by an answer that names none of it', () => {
    const victim = disclosed().complete('secureEvidence', 'evidenceSecured', { evidence: [] }, after(1, 3));
    expect(askedOf(victim, 'secureEvidence')).toEqual([]);
  });
});

describe('advice and advocacy', () => {
  it('has a time to answer, shorter when it is urgent', () => {
    const urgent = withOfficer().record('adviceAsked', { by: 'officer', urgent: true }, after(1));
    expect(urgent.openTask('giveAdvice').dueAt).toBe(after(1, 1));
    urgent.complete('giveAdvice', 'adviceGiven', {}, after(1, 0.5));
    expect(askedOf(urgent, 'giveAdvice')).toEqual([]);
    expect(summaryOf(urgent.careRecord).careDetails?.advice).toEqual([
      { asked: 1, by: 'officer', askedAt: after(1), answeredAt: after(1, 0.5), minutesToAnswer: 30 },
    ]);
    const usual = withOfficer().record('adviceAsked', { by: 'partner', urgent: false }, after(1));
    expect(usual.openTask('giveAdvice').dueAt).toBe('2026-03-05T23:59:59.999Z');
  });

  it('keeps a challenge open until its answer is due, then asks a supervisor', () => {
    const victim = withOfficer().record('challengeRaised', { to: 'court', answerOn: '2026-03-20' }, after(1));
    expect(victim.openTask('chaseChallenge').dueAt).toBe('2026-03-20T00:00:00.000Z');
    victim.at(after(18));
    expect(askedOf(victim, 'chaseChallenge')).toEqual(['victim-care-officer', 'supervisor']);
    victim.complete('chaseChallenge', 'challengeAnswered', { outcome: 'unchanged' }, after(19));
    expect(askedOf(victim, 'chaseChallenge')).toEqual([]);
    expect(summaryOf(victim.careRecord).careDetails?.challenges).toEqual([
      {
        raised: 1,
        to: 'court',
        owner: 'officer-1',
        answerOn: '2026-03-20',
        answeredAt: after(19),
        outcome: 'unchanged',
      },
    ]);
  });
});

interface Told {
  readonly kind: FactKind;
  readonly data: object;
  readonly atMinute: number;
}

const asking = [...new Set(demands.map(({ of }) => of))];
const answering = [...new Set(demands.flatMap(({ answeredBy }) => answeredBy))];
const choiceOf = (kinds: readonly FactKind[]) =>
  fc.tuple(fc.constantFrom(...kinds), fc.nat(5), fc.nat(6000)).map(([kind, pick, atMinute]): Told => {
    const examples: readonly object[] = exampleFacts[kind];
    return { kind, data: examples[pick % examples.length] ?? {}, atMinute };
  });
const lives = fc.tuple(
  fc.array(choiceOf(asking), { minLength: 1, maxLength: 4 }),
  fc.array(choiceOf(answering), { maxLength: 4 }),
  // Instants at which somebody takes stock beside those that the case asks for: restarts, continued runs, other news.
  fc.array(fc.nat(20_000), { maxLength: 30 }),
  fc.boolean()
);

const kinds = new Set<TaskKind>(demands.map(({ asks }) => asks));

interface Lived {
  readonly opened: Map<string, string>;
  readonly times: Map<string, number>;
  readonly last: CareRecord;
}

/** Lives through the facts, taking stock when the case asks for it and at the given minutes; a restart loses nothing. */
function lived(facts: readonly Told[], extra: readonly number[], restarts: boolean): Lived {
  const opening = anOpening({ officerInCase: 'officer-5' });
  let stock = takeStock(openRecord(opening, calendar, opening.openedAt), opening.openedAt);
  const opened = new Map<string, string>();
  const times = new Map<string, number>();
  const seen = new Set<string>();
  const look = () => {
    for (const { taskId, kind, key, openedAt } of stock.record.tasks) {
      if (!kinds.has(kind) || seen.has(taskId)) continue;
      seen.add(taskId);
      times.set(key, (times.get(key) ?? 0) + 1);
      opened.set(key, openedAt);
    }
    if (restarts) stock = { ...stock, record: JSON.parse(JSON.stringify(stock.record)) as CareRecord };
  };
  const moments = [
    ...facts.map((fact) => ({ at: minutes(opening.openedAt, fact.atMinute), fact })),
    ...extra.map((minute) => ({ at: minutes(opening.openedAt, minute), fact: undefined })),
    { at: after(30), fact: undefined },
  ].sort((one, other) => (one.at < other.at ? -1 : 1));
  for (const { at, fact } of moments) {
    while (stock.wakeAt !== undefined && stock.wakeAt <= at) {
      stock = takeStock(stock.record, stock.wakeAt);
      look();
    }
    let { record: now } = stock;
    if (fact) {
      const told = aFact(fact.kind, fact.data as FactData[FactKind], at);
      now = record(now, { commandId: `c${now.facts.length}`, by: 'officer-1', fact: told }, at).record;
    }
    stock = takeStock(now, at);
    look();
  }
  return { opened, times, last: stock.record };
}

describe('whatever is demanded, whoever answers, and whenever somebody looks', () => {
  it('asks each rung once, at the same instants, through any restarts', () => {
    fc.assert(
      fc.property(lives, ([asked, answers, extra, restarts]) => {
        const facts = [...asked, ...answers];
        const plain = lived(facts, [], false);
        const looked = lived(facts, extra, restarts);
        expect([...looked.times.values()].filter((times) => times !== 1)).toEqual([]);
        expect([...looked.opened].sort()).toEqual([...plain.opened].sort());
      }),
      { numRuns: Number(process.env.RUNS ?? 300) }
    );
  });

  it('leaves nothing unanswered without its last rung asked, and nothing answered with a task open', () => {
    fc.assert(
      fc.property(fc.array(choiceOf(asking), { minLength: 1, maxLength: 4 }), (asked) => {
        const { last } = lived(asked, [], false);
        for (const { kind, role } of openTasks(last).filter((task) => kinds.has(task.kind))) {
          expect(taskKinds[kind]).toBeDefined();
          expect(role).toBeDefined();
        }
        const concerns = last.facts.filter(({ kind }) => kind === 'concernRaised').length;
        const inspectors = openTasks(last).filter(
          (task) => task.kind === 'receiveConcern' && roleOf(task) === 'duty-inspector'
        );
        expect(inspectors).toHaveLength(concerns);
      }),
      { numRuns: Number(process.env.RUNS ?? 200) }
    );
  });
});

it.each([
  ['breachReported', { of: 'bailConditions', danger: 'immediate' }, 'receiveSafetyReport'],
  ['concernRaised', { level: 'immediate', concern: 'childAtRisk', to: 'safeguarding-officer' }, 'receiveConcern'],
] as const)('%s is put to somebody at once, though it is dated tomorrow', (kind, data, task) => {
  const victim = PureCase.open().record(kind, data as never, after(5), { now: after(4) });
  expect(askedOf(victim, task)).not.toEqual([]);
});
