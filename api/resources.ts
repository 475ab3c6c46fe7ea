import type { Engine } from '../commands/engine';
import { wakeMessages } from '../commands/queueItem';
import { calls } from './calls';
import { attempts } from './attempts';
import { carePlans } from './carePlans';
import { briefings } from './briefings';
import { cases } from './cases';
import { caseSearch } from './caseSearch';
import { casesInScope } from './casesInScope';
import { code } from './code';
import { commandCalls } from './commandCalls';
import { compliance } from './compliance';
import { contactStops } from './contactStops';
import { contacts } from './contacts';
import { crimeReports } from './crimeReports';
import { deadLetters } from './deadLetters';
import { duties } from './duties';
import type { Endpoint } from './endpoint';
import { events } from './events';
import { inboundCalls } from './inboundCalls';
import { inboundFeeds } from './inboundFeeds';
import { identityChecks } from './identityChecks';
import { incidents } from './incidents';
import { intake } from './intake';
import { liveCases } from './liveCases';
import { messages } from './messages';
import { morning } from './morning';
import { needsAssessments } from './needsAssessments';
import { operations } from './operations';
import { parkedMessages } from './parkedMessages';
import { personDue } from './personDue';
import { personMatches } from './personMatches';
import { persons } from './persons';
import { referralChecks } from './referralChecks';
import { referralProposals } from './referralProposals';
import { referrals } from './referrals';
import { supportServices } from './supportServices';
import { tasks } from './tasks';

import { timeline } from './timeline';
import { triage } from './triage';
import { victimContracts } from './victimContracts';
import { webhooks } from './webhooks';

/** Every route of the API over one engine and its database. */
export function resources(engine: Engine): Endpoint[] {
  const { database } = engine;
  const live = liveCases(engine);
  const inScope = casesInScope(database.cases, live);
  const commands = commandCalls(engine);
  const inbound = inboundCalls(engine);
  const checks = referralChecks(database);
  return [
    ...crimeReports({ ...database, intake: intake(engine), inScope, commands }),
    ...caseSearch(database),
    ...cases({ cases: database.cases, inScope, live, commands }),
    ...briefings(engine, inScope),
    ...timeline(database, inScope),
    ...persons({
      ...database,
      inScope,
      commands,
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
    ...tasks(database, commands, checks),
    ...duties(database, inScope),
    ...compliance(database),
    ...code(),
    ...morning(engine),
    ...webhooks(engine),
    ...incidents(inbound),
    ...inboundFeeds(inbound),
    ...triage(database, intake(engine)),
    ...parkedMessages(database, inbound),
    ...operations(engine),
    ...deadLetters(engine),
  ];
}
