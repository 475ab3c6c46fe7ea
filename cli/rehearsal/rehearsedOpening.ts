import { createHash } from 'node:crypto';
import type { CaseOpening } from '../../domain/careRecord';
import { standardsOf } from '../../domain/forceStandards';
import { instant } from '../../domain/time/londonTime';
import type { CrimeReport } from '../policeData/crimeReport';

/**
 * The case that a report would open had the service been running then: at the moment at which the force received it. Its
 * ids are drawn from the crime's, so that two rehearsals tell the same case.
 */
export function rehearsedOpening(report: CrimeReport): CaseOpening {
  const { source, sourceReference, offence, investigatingForce, owningTeam, people } = report;
  const [{ role, kind, contactPoints, representatives = [] }] = people;
  const isSafe = ({ safe }: { readonly safe: string }) => safe === 'yes';
  const ownChannels = contactPoints.filter(isSafe).map(({ channel }) => channel);
  const represented = representatives.some((each) => each.contactPoints.some(isSafe));
  const receivedAt = instant(report.receivedAt);
  return {
    caseId: idFor('case', sourceReference),
    reportId: idFor('report', sourceReference),
    personId: idFor('person', sourceReference),
    role,
    personKind: kind,
    source,
    investigatingForce,
    homeForce: investigatingForce,
    owningTeam,
    offence: { category: offence.category },
    circumstances: [],
    occurredAt: instant(report.occurredAt),
    reportedAt: instant(report.reportedAt),
    receivedAt,
    openedAt: receivedAt,
    safeChannels: [...new Set([...ownChannels, ...(represented ? (['viaRepresentative'] as const) : [])])],
    preferredChannel: contactPoints.find(({ preferred }) => preferred)?.channel,
    suspects: [],
    officerActions: [],
    standards: standardsOf(investigatingForce),
  };
}

/** In the shape of a UUID of version 8, whose bits are one's own. */
function idFor(what: string, crimeId: string): string {
  const hex = createHash('sha256').update(`${what}\n${crimeId}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-'
  );
}
