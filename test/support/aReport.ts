import type { NewReport, ReportedPerson } from '../../database/intake/reportContent';
import { aTuesday } from './caseBuilder';
import { addHours } from '../../domain/time/londonTime';

/** An invented victim with a mobile phone on which she said it is safe to call. */
export function aPerson(changes: Partial<ReportedPerson> = {}): ReportedPerson {
  return {
    role: 'victim',
    kind: 'person',
    name: 'Wilhelmina Testington',
    contactPoints: [{ channel: 'phone', value: '07700 900123', safe: 'yes', preferred: true }],
    representatives: [],
    needs: [],
    stances: {},
    ...changes,
  };
}

/** A burglary with one victim, as a police records system reports it. */
export function aReport(changes: Partial<NewReport> = {}): NewReport {
  return {
    source: 'policeRecordsSystem',
    sourceReference: 'PRS-1',
    crimeReference: '41/10001/26',
    occurredAt: addHours(aTuesday, -6),
    reportedAt: addHours(aTuesday, -1),
    receivedAt: aTuesday,
    offence: { category: 'burglary', title: 'Burglary of a shed' },
    circumstances: [],
    suspects: [],
    investigatingForce: 'hertfordshire',
    homeForce: 'hertfordshire',
    owningTeam: 'north-victim-care',
    people: [aPerson()],
    officerActions: [],
    ...changes,
  };
}
