import type { Engine } from '../commands/engine';
import { casesToTell } from '../commands/casesToTell';
import { wakeMessages } from '../commands/queueItem';
import { calls } from './contact/calls';
import { attempts } from './contact/attempts';
import { carePlans } from './care/carePlans';
import { briefings } from './contact/briefings';
import { cases } from './cases/cases';
import { caseSearch } from './cases/caseSearch';
import { casesInScope } from './access/casesInScope';
import { code } from './code/code';
import { commandCalls } from './http/commandCalls';
import { compliance } from './code/compliance';
import { contactStops } from './contact/contactStops';
import { contacts } from './contact/contacts';
import { crimeReports } from './intake/crimeReports';
import { availability } from './court/availability';
import { courtCases } from './court/courtCases';
import { courtCasesInScope } from './court/courtCasesInScope';
import { courtDecisions } from './court/courtDecisions';
import { courtMessageIntake } from './court/courtMessages';
import { deadLetters } from './operations/deadLetters';
import { diary } from './diary/diary';
import { duties } from './code/duties';
import type { Endpoint } from './http/endpoint';
import { events } from './cases/events';
import { inboundCalls } from './corporate/inboundCalls';
import { inboundFeeds } from './corporate/inboundFeeds';
import { identityChecks } from './contact/identityChecks';
import { incidents } from './corporate/incidents';
import { intake } from './intake/intake';
import { liveCases } from './cases/liveCases';
import { messages } from './contact/messages';
import { dutyDeskCalls } from './operations/dutyDesks';
import { morning } from './operations/morning';
import { needsAssessments } from './care/needsAssessments';
import { operations } from './operations/operations';
import { parkedMessages } from './corporate/parkedMessages';
import { personDue } from './people/personDue';
import { personMatches } from './people/personMatches';
import { persons } from './people/persons';
import { referralChecks } from './referrals/referralChecks';
import { referralProposals } from './referrals/referralProposals';
import { referrals } from './referrals/referrals';
import { sentencesCalls } from './court/sentences';
import { supportServices } from './referrals/supportServices';
import { tasks } from './cases/tasks';
import { arrangements } from './court/arrangements';
import { readinessDecisions } from './court/readinessDecisions';
import { trials } from './court/trials';

import { timeline } from './cases/timeline';
import { unmatchedLines } from './court/unmatchedLines';
import { triage } from './corporate/triage';
import { victimContracts } from './care/victimContracts';
import { whoIsTold } from './court/whoIsTold';
import { webhooks } from './corporate/webhooks';

/** Every route of the API over one engine and its database. */
export function resources(engine: Engine): Endpoint[] {
  const { database } = engine;
  const live = liveCases(engine);
  const inScope = casesInScope(database.cases, live);
  const commands = commandCalls(engine);
  const inbound = inboundCalls(engine);
  const checks = referralChecks(database);
  const courts = courtCasesInScope(database);
  return [
    ...crimeReports({ ...database, intake: intake(engine), inScope, commands }),
    ...caseSearch(database),
    ...cases({ cases: database.cases, persons: database.persons, inScope, live, commands }),
    ...briefings(engine, inScope),
    ...sentencesCalls(database, inScope),
    ...timeline(database, inScope),
    ...persons({
      ...database,
      inScope,
      commands,
      casesToTell: (about) => casesToTell(database, [about.personId], [about]),
      wakeMessages: async (personId) => void (await wakeMessages(engine, personId)),
    }),
    ...personDue(database, inScope),
    ...personMatches(engine),
    ...identityChecks(database, inScope, commands),
    ...contacts(database, inScope, commands),
    ...calls(database, inScope, commands),
    ...contactStops(engine, inScope),
    ...messages(engine, inScope),
    ...events(inScope, commands, checks),
    ...referrals(database, inScope, commands, checks),
    ...referralProposals(engine, inScope),
    ...supportServices(database, engine.partnerRoutes),
    ...attempts(database, inScope),
    ...needsAssessments(database, inScope),
    ...carePlans(database, inScope, commands),
    ...victimContracts(database, inScope, commands),
    ...courtCases(engine, courts),
    ...courtDecisions(engine, courts, commands),
    ...availability(engine, courts),
    ...whoIsTold(database, courts),
    ...courtMessageIntake(inbound),
    ...unmatchedLines(engine, courts),
    ...diary(engine),
    ...trials(database.cases),
    ...readinessDecisions(database.cases, commands),
    ...arrangements(database.cases, inScope),
    ...tasks(database, commands, checks),
    ...duties(database, inScope),
    ...compliance(database),
    ...code(),
    ...morning(engine),
    ...webhooks(engine),
    ...incidents(inbound),
    ...inboundFeeds(inbound),
    ...triage(database, intake(engine)),
    ...parkedMessages(database, inScope, inbound),
    ...operations(engine),
    ...deadLetters(engine),
    ...dutyDeskCalls(engine),
  ];
}
