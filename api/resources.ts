import type { Engine } from '../commands/engine';
import { wakeMessages } from '../commands/queueItem';
import { calls } from './calls';
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
import { intake } from './intake';
import { liveCases } from './liveCases';
import { messages } from './messages';
import { morning } from './morning';
import { operations } from './operations';
import { persons } from './persons';
import { referrals } from './referrals';
import { tasks } from './tasks';
import { timeline } from './timeline';
import { victimContracts } from './victimContracts';

/** Every route of the API over one engine and its database. */
export function resources(engine: Engine): Endpoint[] {
  const { database } = engine;
  const live = liveCases(engine);
  const inScope = casesInScope(database.cases, live);
  const commands = commandCalls(engine);
  return [
    ...crimeReports({ ...database, intake: intake(engine) }),
    ...caseSearch(database),
    ...cases({ cases: database.cases, inScope, live, commands }),
    ...timeline(database, inScope),
    ...persons({
      persons: database.persons,
      cases: database.cases,
      inScope,
      commands,
      wakeMessages: async (personId) => void (await wakeMessages(engine, personId)),
    }),
    ...events(inScope, commands),
    ...contacts(database, inScope, commands),
    ...calls(database, inScope, commands),
    ...contactStops(engine, inScope),
    ...messages(engine, inScope),
    ...referrals(database, inScope, commands),
    ...victimContracts(database, inScope, commands),
    ...tasks(database, commands),
    ...duties(database, inScope),
    ...compliance(database),
    ...code(),
    ...morning(engine),
    ...operations(engine),
    ...deadLetters(engine),
  ];
}
