import { careState } from '../../../domain/careState';
import { openTasks, type CaseOpening } from '../../../domain/careRecord';
import { scopesOf, summaryOf } from '../../../domain/projection/caseSummary';
import { defaultStandards } from '../../../domain/forceStandards';
import { justAfter } from '../../../domain/time/londonTime';
import { roleOf, type TaskKind } from '../../../domain/task';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { openOf } from '../openOf';

const details = (victim: PureCase) => summaryOf(victim.careRecord).careDetails;
const withOfficer = (changes: Partial<CaseOpening> = {}) => PureCase.open({ officerInCase: 'officer-5', ...changes });
const rolesOf = (victim: PureCase, kind: TaskKind) =>
  openTasks(victim.careRecord)
    .filter((task) => task.kind === kind)
    .map(roleOf);

const toldTasks = (victim: PureCase) =>
  openTasks(victim.careRecord).flatMap(({ kind, told }) => (kind === 'tellOfDeath' ? (told ?? []) : []));

describe('a victim who no longer supports the prosecution', () => {
  it('gives a statement to the officer, the prosecution decides, and care goes on', () => {
    const victim = withOfficer().record('supportWithdrawn', { reason: 'wantsToMoveOn', pressure: 'no' }, after(1));
    expect(openOf(victim, 'takeWithdrawalStatement', 'recordWithdrawalDecision', 'receiveSafetyReport')).toEqual([
      'recordWithdrawalDecision',
      'takeWithdrawalStatement',
    ]);
    expect(rolesOf(victim, 'takeWithdrawalStatement')).toEqual(['officer-in-case']);
    expect(victim.openKinds()).toEqual(expect.arrayContaining(['assessNeeds', 'makeFirstContact', 'makeReferral']));
    victim.complete('takeWithdrawalStatement', 'withdrawalStatementTaken', {}, after(2));
    victim.complete('recordWithdrawalDecision', 'withdrawalDecided', { decision: 'goesOn' }, after(3));
    expect(details(victim)?.withdrawal).toEqual({
      at: after(1),
      reason: 'wantsToMoveOn',
      pressure: 'no',
      decision: 'goesOn',
    });
    expect(summaryOf(victim.careRecord).stances).toMatchObject({ supportsProsecution: 'no' });
  });

  it('under pressure, or where it is suspected, is a matter of safety within the hour', () => {
    const victim = withOfficer().record('supportWithdrawn', { reason: 'fear', pressure: 'suspected' }, after(1));
    expect(victim.openTask('receiveSafetyReport').dueAt).toBe(after(1, 1));
  });

  it('who supports it again is asked for nothing more', () => {
    const victim = withOfficer().record('supportWithdrawn', { reason: 'notGiven', pressure: 'no' }, after(1));
    victim.record('supportGivenAgain', {}, after(2));
    expect(openOf(victim, 'takeWithdrawalStatement', 'recordWithdrawalDecision')).toEqual([]);
    expect(details(victim)?.withdrawal).toBeUndefined();
    expect(summaryOf(victim.careRecord).stances).toMatchObject({ supportsProsecution: 'yes' });
  });
});

describe('a child victim who turns 18', () => {
  it('is asked themself on that day, and their representative receives nothing more unless they agree', () => {
    const victim = PureCase.open({ eighteenOn: '2026-04-10' }).at(after(30));
    expect(openOf(victim, 'askAtEighteen')).toEqual([]);
    expect(details(victim)?.representativesUntilOn).toBe('2026-04-10');
    victim.at('2026-04-09T23:00:00.000Z');
    expect(openOf(victim, 'askAtEighteen')).toEqual(['askAtEighteen']);
    victim.complete('askAtEighteen', 'askedAtEighteen', { representatives: 'goOn' }, '2026-04-11T09:00:00.000Z');
    expect(openOf(victim, 'askAtEighteen')).toEqual([]);
    expect(details(victim)).toBeUndefined();
  });

  it('is asked too where the day becomes known later', () => {
    const victim = PureCase.open().record('eighteenthBirthdayKnown', { on: '2026-03-20' }, after(1)).at(after(17));
    expect(openOf(victim, 'askAtEighteen')).toEqual(['askAtEighteen']);
    victim.complete('askAtEighteen', 'askedAtEighteen', { representatives: 'stop' }, after(18));
    expect(details(victim)?.representativesUntilOn).toBe('2026-03-20');
  });

  it('is not asked, and keeps whom they chose to speak for them, where they were of age at the report', () => {
    const victim = PureCase.open().record('eighteenthBirthdayKnown', { on: '2020-03-20' }, after(1)).at(after(17));
    expect(openOf(victim, 'askAtEighteen')).toEqual([]);
    expect(details(victim)).toBeUndefined();
  });
});

describe('capacity', () => {
  it('is dated, says who found it, asks for a representative, and is reversed by a later finding', () => {
    const victim = PureCase.open().record(
      'capacityAssessed',
      { capacity: 'lacks', assessedBy: 'healthProfessional' },
      after(1)
    );
    expect(details(victim)?.capacity).toEqual({ capacity: 'lacks', assessedBy: 'healthProfessional', at: after(1) });
    expect(openOf(victim, 'arrangeRepresentative')).toEqual(['arrangeRepresentative']);
    victim.record('capacityAssessed', { capacity: 'has', assessedBy: 'court' }, after(2));
    expect(openOf(victim, 'arrangeRepresentative')).toEqual([]);
    expect(details(victim)?.capacity).toMatchObject({ capacity: 'has' });
  });

  it('is provided for once somebody is appointed', () => {
    const victim = PureCase.open().record('capacityAssessed', { capacity: 'lacks', assessedBy: 'officer' }, after(1));
    const representativeId = 'c2b1a7d4-93f2-4f6e-8c3f-0d2e5b9a1e11';
    victim.complete('arrangeRepresentative', 'representativeAppointed', { representativeId }, after(2));
    expect(openOf(victim, 'arrangeRepresentative')).toEqual([]);
  });
});

describe('a victim who is also a suspect or in custody', () => {
  it('has another officer for the other matter, who does not see this case', () => {
    const victim = withOfficer().record('alsoSuspectFound', { as: 'suspect' }, after(1));
    expect(rolesOf(victim, 'nameSeparateOfficer')).toEqual(['supervisor']);
    victim.complete('nameSeparateOfficer', 'separateOfficerNamed', { officer: 'officer-8' }, after(2));
    expect(details(victim)?.alsoSuspect).toEqual({ as: 'suspect', separateOfficer: 'officer-8' });
    expect(scopesOf(victim.careRecord, careState(victim.careRecord)).barred).toEqual(['officer-8']);
    victim
      .record('accessBarred', { callers: ['officer-9'] }, after(3))
      .record('accessUnbarred', { callers: ['officer-8'] }, after(4));
    expect(scopesOf(victim.careRecord, careState(victim.careRecord)).barred).toEqual(['officer-9']);
  });

  it('is reached by a prison route while in custody', () => {
    const victim = PureCase.open().record('custodyChanged', { custody: 'inCustody' }, after(1));
    victim.complete('arrangePrisonContact', 'prisonContactArranged', { route: 'prisonLiaison' }, after(2));
    expect(details(victim)?.custody).toEqual({ since: after(1), route: 'prisonLiaison' });
    victim.record('custodyChanged', { custody: 'released' }, after(3));
    expect(details(victim)).toBeUndefined();
  });
});

describe('a victim who dies', () => {
  it('leaves open the danger that nobody has answered, a way to the family, relatives’ cases, and whoever must still be told', () => {
    const victim = withOfficer({ suspects: ['s1'] }).record('suspectCharged', { how: 'charged' }, after(1));
    victim.record('concernRaised', { level: 'high', concern: 'selfHarm', to: 'safeguarding-officer' }, after(2));
    victim.record('victimDied', {}, after(3));
    expect(new Set(victim.openKinds())).toEqual(
      new Set(['receiveConcern', 'nameFamilyLiaison', 'tellOfDeath', 'considerRelatives'])
    );
    victim.record('concernReceived', {}, after(3));
    expect(toldTasks(victim)).toEqual(['officerInCase', 'witnessCareUnit', 'prosecution']);
    expect(details(victim)?.death).toEqual({
      relativeCases: [],
      stillToTell: ['officerInCase', 'familyLiaison', 'witnessCareUnit', 'prosecution'],
    });
    const relativeCaseId = 'b2b1a7d4-93f2-4f6e-8c3f-0d2e5b9a1e31';
    victim
      .record('familyLiaisonNamed', { officer: 'officer-7' }, after(3, 1))
      .record('relativeCaseOpened', { relativeCaseId }, after(3, 2));
    victim
      .record('deathTold', { told: 'officerInCase' }, after(3, 3))
      .record('deathTold', { told: 'prosecution' }, after(3, 4));
    expect(details(victim)?.death).toEqual({
      familyLiaison: 'officer-7',
      relativeCases: [relativeCaseId],
      stillToTell: ['familyLiaison', 'witnessCareUnit'],
    });
    victim.complete('tellOfDeath', 'deathTold', { told: 'prosecution' }, after(3, 5));
    victim.complete('tellOfDeath', 'deathTold', { told: 'prosecution' }, after(3, 6));
    expect(details(victim)?.death?.stillToTell).toEqual([]);
    expect(victim.openKinds()).toEqual([]);
    expect(victim.wakeAt).toBeUndefined();
  });

  it('has the supervisor asked after four hours without a way to the family, then the duty inspector; both stay asked', () => {
    const victim = PureCase.open().record('victimDied', {}, after(3));
    expect(rolesOf(victim, 'nameFamilyLiaison')).toEqual(['supervisor']);
    victim.at(after(3, 4)).at(justAfter(after(3, 4)));
    expect(rolesOf(victim, 'nameFamilyLiaison')).toEqual(['supervisor', 'duty-inspector']);
    expect(rolesOf(victim, 'considerRelatives')).toEqual(['victim-care-officer']);
    victim.complete('considerRelatives', 'relativesConsidered', { result: 'deathNotByTheCrime' }, after(4));
    expect(rolesOf(victim, 'considerRelatives')).toEqual([]);
    expect(details(victim)?.death).toMatchObject({ relativesConsidered: 'deathNotByTheCrime' });
  });

  it('has whoever a later charge brings in told of the death from that charge, not from the death', () => {
    const victim = PureCase.open({ suspects: ['s1'] }).record('victimDied', {}, after(3));
    victim.record('chargedInAnotherCase', { urn: '01AB1234526' }, after(30), { suspects: ['s1'] });
    const asked = openTasks(victim.careRecord).filter(({ kind }) => kind === 'tellOfDeath');
    expect(asked.map(({ told, dueAt }) => [told, dueAt])).toEqual([
      ['witnessCareUnit', after(31)],
      ['prosecution', after(31)],
    ]);
  });

  it('is asked about once: another case of theirs that hears of it asks only for whom it concerns itself', () => {
    const other = withOfficer().record('victimDied', { knownFromAnotherCase: true }, after(3));
    expect(other.openKinds()).toEqual(['tellOfDeath']);
    expect(toldTasks(other)).toEqual(['officerInCase']);
  });

  it('asks nobody about the people of a case that had ended before', () => {
    const ended = withOfficer().record('noCrime', { reason: 'notACrime' }, after(2));
    ended.record('victimDied', { knownFromAnotherCase: true }, after(3));
    expect(ended.openKinds()).toEqual([]);
  });

  it('leaves no work where the case began before the force had promised any', () => {
    const { afterDeath: _later, ...standards } = defaultStandards;
    const victim = PureCase.open({ standards }).record('victimDied', {}, after(3));
    expect(victim.openKinds()).toEqual([]);
    expect(victim.wakeAt).toBeUndefined();
  });
});

describe('the voice for each kind of news', () => {
  it('is the team until somebody is agreed on, and the task goes to who is', () => {
    const victim = withOfficer({ suspects: ['s1'] }).record('suspectArrested', {}, after(1), { suspects: ['s1'] });
    expect(rolesOf(victim, 'tellVictim')).toEqual(['victim-care-officer']);
    victim.record('voiceAgreed', { news: 'investigation', voice: 'sexual-offence-officer' }, after(1, 1));
    expect(rolesOf(victim, 'tellVictim')).toEqual(['sexual-offence-officer']);
    victim.record('suspectBailed', { conditions: true }, after(1, 2), { suspects: ['s1'] });
    expect(rolesOf(victim, 'tellVictim')).toEqual(['sexual-offence-officer', 'victim-care-officer']);
    expect(scopesOf(victim.careRecord, careState(victim.careRecord)).askedRoles).toEqual(['sexual-offence-officer']);
  });

  it('of updates may be the officer in the case, where there is one', () => {
    const voice = { news: 'updates', voice: 'officer-in-case' } as const;
    const known = withOfficer().record('voiceAgreed', voice, after(1)).at(after(27));
    expect(rolesOf(known, 'giveVictimUpdate')).toEqual(['officer-in-case']);
    const unknown = PureCase.open().record('voiceAgreed', voice, after(1)).at(after(27));
    expect(rolesOf(unknown, 'giveVictimUpdate')).toEqual(['victim-care-officer']);
  });
});

describe('the officer in the case', () => {
  it('is asked before each update, and their supervisor once where they do not answer', () => {
    const victim = withOfficer().at(after(20));
    expect(openOf(victim, 'askOfficer')).toEqual([]);
    victim.at('2026-03-24T00:00:00.000Z');
    expect(openOf(victim, 'askOfficer', 'giveVictimUpdate')).toEqual(['askOfficer']);
    victim.at('2026-03-28T00:00:00.001Z').at(after(26)).at(after(27));
    expect(openOf(victim, 'askOfficer', 'chaseOfficer', 'giveVictimUpdate')).toEqual([
      'askOfficer',
      'chaseOfficer',
      'giveVictimUpdate',
    ]);
    victim.complete('chaseOfficer', 'officerAnswered', { answer: 'noNews' }, after(27, 1));
    expect(openOf(victim, 'askOfficer', 'chaseOfficer', 'giveVictimUpdate')).toEqual(['giveVictimUpdate']);
    victim
      .complete('giveVictimUpdate', 'victimUpdateGiven', { channel: 'phone', about: [] }, after(27, 2))
      .at(after(40));
    expect(openOf(victim, 'askOfficer', 'chaseOfficer')).toEqual([]);
    victim.at(after(49));
    expect(openOf(victim, 'askOfficer', 'chaseOfficer')).toEqual(['askOfficer']);
  });

  it('is asked also where updates are promised every day, without a date that has passed', () => {
    const victim = withOfficer().record('victimContractAgreed', { channel: 'phone', everyDays: 1 }, after(1));
    expect(victim.openTask('askOfficer').dueAt > after(1)).toBe(true);
  });

  it('is not asked where there is none', () => {
    expect(openOf(PureCase.open().at(after(27)), 'askOfficer', 'chaseOfficer')).toEqual([]);
  });
});

describe("the victim's views", () => {
  it('are sought when a decision is announced; a decision that comes without them shows', () => {
    const victim = withOfficer().record('bailConditionsProposed', { change: 'set' }, after(1));
    expect(openOf(victim, 'seekViews')).toEqual(['seekViews']);
    victim.record('suspectBailed', { conditions: true }, after(1, 1), { suspects: ['s1'] });
    expect(openOf(victim, 'seekViews')).toEqual([]);
    expect(details(victim)?.decidedWithoutViews).toEqual([2]);
  });

  it('given before, leave nothing to show; the next change wants them anew', () => {
    const victim = withOfficer().record('bailConditionsProposed', { change: 'set' }, after(1));
    victim.complete('seekViews', 'viewsGiven', { matter: 'bailConditions', answer: 'given' }, after(1, 1));
    victim.record('suspectBailed', { conditions: true }, after(2), { suspects: ['s1'] });
    expect(details(victim)?.decidedWithoutViews).toBeUndefined();
    victim.record('bailChanged', { change: 'conditionsVaried' }, after(9), { suspects: ['s1'] });
    expect(details(victim)?.decidedWithoutViews).toEqual([4]);
  });

  it('on bail are none on an out-of-court resolution', () => {
    const victim = withOfficer().record('outOfCourtResolutionProposed', {}, after(1));
    victim.record('viewsGiven', { matter: 'bailConditions', answer: 'given' }, after(1, 1));
    expect(openOf(victim, 'seekViews')).toEqual(['seekViews']);
    victim.record('outOfCourtResolution', { resolution: 'caution' }, after(2), { suspects: ['s1'] });
    expect(details(victim)?.decidedWithoutViews).toEqual([3]);
  });
});
