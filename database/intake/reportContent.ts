import type { Offence } from '../../domain/offences/offence';
import type { Instant } from '../../domain/time/londonTime';
import type {
  CaseRole,
  Channel,
  Circumstance,
  OfficerAction,
  PersonKind,
  ReportSource,
  Stance,
} from '../../domain/vocabulary';
import type { PersonDetails, Representative } from '../people/personDetails';

/** What a crime report says beside who is in it: enums, ids and dates, stored as they are. */
export interface ReportFacts {
  readonly source: ReportSource;
  readonly occurredAt: Instant;
  readonly reportedAt: Instant;
  readonly receivedAt: Instant;
  readonly offence: Offence;
  readonly circumstances: readonly Circumstance[];
  /** Ids, as the source has them. */
  readonly suspects: readonly string[];
  readonly officerInCase?: string | undefined;
  readonly investigatingForce: string;
  readonly homeForce: string;
  readonly owningTeam: string;
  readonly officerActions: readonly { readonly action: OfficerAction; readonly at: Instant }[];
  /** Where it is restricted: the only callers who see it and its cases. */
  readonly visibleTo?: readonly string[] | undefined;
  /** The case in which the victim disclosed this crime. */
  readonly disclosedInCaseId?: string | undefined;
}

type NewRepresentative = Omit<Representative, 'representativeId'> & { readonly representativeId?: string | undefined };

/** A person as a source reports them. */
export type ReportedPerson = Omit<PersonDetails, 'representatives'> & {
  readonly role: CaseRole;
  readonly kind: PersonKind;
  /** The source's own id of the person, by which several reports are known to be about one. */
  readonly personReference?: string | undefined;
  readonly representatives: readonly NewRepresentative[];
  readonly stances: Readonly<Partial<Record<Stance, 'yes' | 'no' | undefined>>>;
};

type OffenceWithTitle = Offence & { readonly title?: string | undefined };
type SuspectWithName = { readonly suspectId: string; readonly name?: string | undefined };

/** A crime report as it arrives, checked and with instants in UTC. */
export type NewReport = Omit<ReportFacts, 'suspects' | 'offence'> & {
  readonly sourceReference: string;
  /** The force whose system reports it; without one, the force that investigates. */
  readonly reportingForce?: string | undefined;
  readonly crimeReference?: string | undefined;
  readonly operationReference?: string | undefined;
  readonly offence: OffenceWithTitle;
  readonly suspects: readonly SuspectWithName[];
  readonly people: readonly ReportedPerson[];
  readonly note?: string | undefined;
  /** Who disclosed it in another case: the first person of this report is the same. */
  readonly disclosedBy?: string | undefined;
};

/** What has become known about a report since. What is not named stays as it was. */
export interface NewAmendment {
  readonly reason: string;
  readonly changes: {
    readonly offence?: OffenceWithTitle | undefined;
    readonly circumstances?: readonly Circumstance[] | undefined;
    readonly suspects?: readonly SuspectWithName[] | undefined;
    readonly officerInCase?: string | undefined;
    readonly crimeReference?: string | undefined;
    readonly operationReference?: string | undefined;
    readonly occurredAt?: Instant | undefined;
  };
  readonly addPeople?: readonly ReportedPerson[] | undefined;
}

/** A person in a stored report, and the case that follows them. */
export interface StoredPerson {
  readonly personId: string;
  readonly caseId: string;
  readonly role: CaseRole;
  readonly kind: PersonKind;
  readonly safeChannels: readonly Channel[];
  readonly preferredChannel?: Channel | undefined;
  readonly stances: Readonly<Partial<Record<Stance, 'yes' | 'no' | undefined>>>;
  /** The person's details under their own key. */
  readonly sealed: string;
}

export interface StoredAmendment {
  /** Counts from 1 within a report. */
  readonly number: number;
  /** What it changed, by name. */
  readonly changed: readonly string[];
  /** The part that is not personal; the rest is sealed under the report's key. */
  readonly changes: Partial<
    Pick<ReportFacts, 'offence' | 'circumstances' | 'suspects' | 'officerInCase' | 'occurredAt'>
  >;
  readonly people: readonly StoredPerson[];
  readonly by: string;
  readonly recordedAt: Instant;
  /** When every case had been told; missing while one has not. */
  readonly toldAt?: Instant | undefined;
}

/** A report with everything that amendments made of it. Cases begin from it, and staff read it. */
export interface StoredReport extends ReportFacts {
  readonly reportId: string;
  /** Everybody, with those that amendments added. */
  readonly people: readonly StoredPerson[];
  readonly amendments: readonly StoredAmendment[];
  readonly crimeReferenceHash?: string | undefined;
  readonly operationHash?: string | undefined;
  readonly by: string;
  readonly recordedAt: Instant;
  /** When the cases of its people had been started; missing while one has not. */
  readonly startedAt?: Instant | undefined;
}
