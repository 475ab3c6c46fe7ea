import type { PersonKind } from '../../domain/vocabulary';
import type { PersonDetails } from './personDetails';
import type { ContactStop } from './personDocument';

/** A person as they are known now. One record however many cases they have. */
export interface Person extends PersonDetails {
  readonly personId: string;
  readonly version: number;
  readonly kind: PersonKind;
  readonly contactStop?: ContactStop | undefined;
}

export interface PersonToKnow {
  readonly personId: string;
  readonly caseId: string;
  readonly kind: PersonKind;
  readonly details: PersonDetails;
  readonly reportId: string;
  /** The forces whose case it is. */
  readonly forces?: readonly string[] | undefined;
}

export interface ReportedAs {
  readonly kind: PersonKind;
  readonly details: Pick<PersonDetails, 'name' | 'dateOfBirth' | 'contactPoints'>;
  readonly forces: readonly string[];
}

/** What is known of a person, without what is said about the record itself. */
export function personDetailsOf({
  personId: _id,
  version: _version,
  kind: _kind,
  contactStop: _stop,
  ...details
}: Person): PersonDetails {
  return details;
}
