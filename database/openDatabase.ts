import { amendments } from './intake/amendmentDocument';
import { amendmentsStore, type Amendments } from './intake/amendments';
import { briefings, briefingsStore, type Briefings } from './contact/briefings';
import { caseEvents, timelineReader, type Timeline } from './cases/caseEvents';
import { caseRecords, caseRecordsReader, type CaseRecords } from './cases/caseRecords';
import { cases, casesReader, type Cases } from './cases/cases';
import { makeIndexes } from './store/collection';
import { courtCases, courtCasesStore, type CourtCases } from './court/courtCases';
import { courtListings, courtListingsStore, type CourtListings } from './court/courtListings';
import { courtMatches, courtMatchesStore, type CourtMatches } from './court/courtMatches';
import { courtReferences, courtReferencesStore, type CourtReferences } from './court/courtReferences';
import { commands, commandsStore, type Commands } from './cases/commands';
import { connect, guarded } from './store/connection';
import { crimeReports } from './intake/crimeReportDocument';
import { crimeReportsStore, type CrimeReports } from './intake/crimeReports';
import { dataKeys } from './encryption/dataKeys';
import { diaryFeeds, diaryFeedsStore, type DiaryFeeds } from './court/diaryFeeds';
import { duties } from './code/duties';
import { dutiesReader, type Duties } from './code/dutiesReader';
import { sealerFor } from './encryption/masterKey';
import { morningReader, type MorningReader } from './operations/morning';
import { notes, notesStore, type Notes } from './cases/notes';
import { outbox, outboxStore, type Outbox } from './outbox';
import { personalData, type PersonalData } from './encryption/personalData';
import { persons } from './people/personDocument';
import { personsStore, type Persons } from './people/persons';
import { personMatches, personMatchesStore, type PersonMatches } from './people/personMatches';
import { personVersions } from './people/personVersions';
import { projections, type Projections } from './cases/projections';
import { referrals, referralsReader, type Referrals } from './referrals/referrals';
import { rungs } from './code/rungs';
import { rungsReader, type Rungs } from './code/rungsReader';
import { inboundMessages } from './corporate/inboundMessage';
import { inboundMessagesStore, type InboundMessages } from './corporate/inboundMessages';
import { inboundSubjects, inboundSubjectsStore, type InboundSubjects } from './corporate/inboundSubjects';
import { identityTries, identityTriesStore, type IdentityTries } from './contact/identityTries';
import { keyedHashes, type KeyedHash } from './encryption/searchHashes';
import { securityQuestions, securityQuestionsStore, type SecurityQuestions } from './contact/securityQuestions';
import { silenceChecks, silentCases, silentCasesStore, type SilentCases } from './operations/silentCases';
import { stuckActivities, stuckActivitiesStore, type StuckActivities } from './operations/stuckActivities';
import { supportServices, supportServicesStore, type SupportServices } from './referrals/supportServices';
import { webhooks, webhooksStore, type Webhooks } from './corporate/webhooks';
import { tasks, tasksReader, type Tasks } from './cases/tasks';

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
  readonly courtReferences: CourtReferences;
  readonly courtListings: CourtListings;
  readonly courtMatches: CourtMatches;
  readonly diaryFeeds: DiaryFeeds;
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
  const inbound = inboundMessagesStore(inboundMessages(connection), personal, hash);
  const matches = personMatchesStore(personMatches(connection));
  const people = personsStore(persons(connection), personVersions(connection), personal, hash, matches, inbound);

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
    diaryFeeds: guarded(diaryFeedsStore(diaryFeeds(connection)), gate),
    courtCases: guarded(courtCasesStore(courtCases(connection), sealerFor(masterKey, 'court cases')), gate),
    courtReferences: guarded(courtReferencesStore(courtReferences(connection)), gate),
    courtListings: guarded(courtListingsStore(courtListings(connection)), gate),
    courtMatches: guarded(courtMatchesStore(courtMatches(connection), sealerFor(masterKey, 'court matches')), gate),
    outbox: guarded(outboxStore(outbox(connection), personal), gate),
    webhooks: guarded(webhooksStore(webhooks(connection), sealerFor(masterKey, 'webhooks')), gate),
    briefings: guarded(briefingsStore(briefings(connection), personal), gate),
    inboundMessages: guarded(inbound, gate),
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
