import { amendments } from './amendmentDocument';
import { amendmentsStore, type Amendments } from './amendments';
import { briefings, briefingsStore, type Briefings } from './briefings';
import { caseEvents, timelineReader, type Timeline } from './caseEvents';
import { caseRecords, caseRecordsReader, type CaseRecords } from './caseRecords';
import { cases, casesReader, type Cases } from './cases';
import { makeIndexes } from './collection';
import { courtCases, courtCasesStore, type CourtCases } from './courtCases';
import { commands, commandsStore, type Commands } from './commands';
import { connect, guarded } from './connection';
import { crimeReports } from './crimeReportDocument';
import { crimeReportsStore, type CrimeReports } from './crimeReports';
import { dataKeys } from './dataKeys';
import { duties } from './duties';
import { dutiesReader, type Duties } from './dutiesReader';
import { sealerFor } from './masterKey';
import { morningReader, type MorningReader } from './morning';
import { notes, notesStore, type Notes } from './notes';
import { outbox, outboxStore, type Outbox } from './outbox';
import { personalData, type PersonalData } from './personalData';
import { persons } from './personDocument';
import { personsStore, type Persons } from './persons';
import { personMatches, personMatchesStore, type PersonMatches } from './personMatches';
import { personVersions } from './personVersions';
import { projections, type Projections } from './projections';
import { referrals, referralsReader, type Referrals } from './referrals';
import { rungs } from './rungs';
import { rungsReader, type Rungs } from './rungsReader';
import { inboundMessages, inboundMessagesStore, type InboundMessages } from './inboundMessages';
import { inboundSubjects, inboundSubjectsStore, type InboundSubjects } from './inboundSubjects';
import { identityTries, identityTriesStore, type IdentityTries } from './identityTries';
import { keyedHashes, type KeyedHash } from './searchHashes';
import { securityQuestions, securityQuestionsStore, type SecurityQuestions } from './securityQuestions';
import { silenceChecks, silentCases, silentCasesStore, type SilentCases } from './silentCases';
import { stuckActivities, stuckActivitiesStore, type StuckActivities } from './stuckActivities';
import { supportServices, supportServicesStore, type SupportServices } from './supportServices';
import { webhooks, webhooksStore, type Webhooks } from './webhooks';
import { tasks, tasksReader, type Tasks } from './tasks';

/** Everything the service keeps in MongoDB. Functions throw DatabaseAway where MongoDB does not answer. */
export interface Database {
  readonly crimeReports: CrimeReports;
  readonly amendments: Amendments;
  readonly persons: Persons;
  readonly personMatches: PersonMatches;
  readonly securityQuestions: SecurityQuestions;
  readonly identityTries: IdentityTries;
  readonly notes: Notes;
  readonly commands: Commands;
  readonly cases: Cases;
  readonly tasks: Tasks;
  readonly timeline: Timeline;
  readonly referrals: Referrals;
  readonly supportServices: SupportServices;
  readonly duties: Duties;
  readonly rungs: Rungs;
  readonly caseRecords: CaseRecords;
  readonly courtCases: CourtCases;
  readonly outbox: Outbox;
  readonly briefings: Briefings;
  readonly webhooks: Webhooks;
  readonly inboundMessages: InboundMessages;
  readonly inboundSubjects: InboundSubjects;
  readonly stuckActivities: StuckActivities;
  readonly silentCases: SilentCases;
  readonly morning: MorningReader;
  /** For workers alone. */
  readonly projections: Projections;
  readonly personalData: PersonalData;
  readonly hash: KeyedHash;
  /** Throws DatabaseAway where MongoDB does not answer now. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database of a MongoDB address: it connects in the background, and makes the indexes that are missing before
 * the first use. `masterKey` is 32 bytes; without the one that sealed it, nothing personal can be read.
 */
export function openDatabase(uri: string, { masterKey }: { readonly masterKey: Buffer }): Database {
  const gate = connect(uri, makeIndexes);
  const { connection } = gate;
  const hash = keyedHashes(masterKey);
  const personal = personalData(dataKeys(connection), masterKey);
  const sealers = { events: sealerFor(masterKey, 'case events'), records: sealerFor(masterKey, 'case records') };
  const reportModel = crimeReports(connection);
  const amendmentModel = amendments(connection);
  const projected = {
    cases: cases(connection),
    tasks: tasks(connection),
    caseEvents: caseEvents(connection),
    referrals: referrals(connection),
    duties: duties(connection),
    rungs: rungs(connection),
    caseRecords: caseRecords(connection),
  };
  const matches = personMatchesStore(personMatches(connection));
  const people = personsStore(persons(connection), personVersions(connection), personal, hash, matches);

  return {
    crimeReports: guarded(crimeReportsStore(reportModel, amendmentModel, people, personal, hash), gate),
    amendments: guarded(amendmentsStore(amendmentModel, reportModel, people, personal, hash), gate),
    persons: guarded(people, gate),
    personMatches: guarded(matches, gate),
    securityQuestions: guarded(securityQuestionsStore(securityQuestions(connection), personal), gate),
    identityTries: guarded(identityTriesStore(identityTries(connection)), gate),
    notes: guarded(notesStore(notes(connection), personal), gate),
    commands: guarded(commandsStore(commands(connection), sealerFor(masterKey, 'commands')), gate),
    cases: guarded(casesReader(projected.cases, people), gate),
    tasks: guarded(tasksReader(projected.tasks), gate),
    timeline: guarded(timelineReader(projected.caseEvents, sealers.events), gate),
    referrals: guarded(referralsReader(projected.referrals), gate),
    supportServices: guarded(
      supportServicesStore(supportServices(connection), sealerFor(masterKey, 'support services')),
      gate
    ),
    duties: guarded(dutiesReader(projected.duties), gate),
    rungs: guarded(rungsReader(projected.rungs), gate),
    caseRecords: guarded(caseRecordsReader(projected.caseRecords, sealers.records), gate),
    courtCases: guarded(courtCasesStore(courtCases(connection), sealerFor(masterKey, 'court cases')), gate),
    outbox: guarded(outboxStore(outbox(connection), personal), gate),
    webhooks: guarded(webhooksStore(webhooks(connection), sealerFor(masterKey, 'webhooks')), gate),
    briefings: guarded(briefingsStore(briefings(connection), personal), gate),
    inboundMessages: guarded(inboundMessagesStore(inboundMessages(connection), personal, hash), gate),
    inboundSubjects: guarded(inboundSubjectsStore(inboundSubjects(connection), hash), gate),
    stuckActivities: guarded(stuckActivitiesStore(stuckActivities(connection)), gate),
    silentCases: guarded(silentCasesStore(silentCases(connection), silenceChecks(connection), projected.cases), gate),
    morning: guarded(morningReader(projected), gate),
    projections: guarded(projections(projected, sealers), gate),
    personalData: guarded(personal, gate),
    hash,
    ...guarded(
      {
        async ping() {
          await connection.db?.command({ ping: 1 });
        },
      },
      gate
    ),
    close: gate.close,
  };
}
