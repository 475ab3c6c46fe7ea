import { z } from 'zod';
import type { Amendments } from '../../database/intake/amendments';
import type { CrimeReports } from '../../database/intake/crimeReports';
import type { StoredReport } from '../../database/intake/reportContent';
import type { KeyedHash } from '../../database/encryption/searchHashes';
import type { CasesInScope } from '../access/casesInScope';
import type { CommandCalls } from '../http/commandCalls';
import { basePath, endpoint, type Answer, type Asked, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { uuidOf } from '../../commands/uuidOf';
import { mustBePast } from '../http/mustBePast';
import { amendedShape, filedShape, reportShape } from './reportAnswers';
import { amendmentBody, reportBody, type ReportBody } from './reportContract';
import { visible } from '../access/scopes';
import type { Intake } from './intake';
import { uuidValue } from '../http/values';

const reportPath = z.object({ reportId: uuidValue });

interface Parts {
  readonly crimeReports: CrimeReports;
  readonly amendments: Amendments;
  readonly hash: KeyedHash;
  readonly intake: Intake;
  readonly inScope: CasesInScope;
  readonly commands: CommandCalls;
}

/** Crime reports: every person in one gets a case that starts by itself. */
export function crimeReports({ crimeReports, amendments, hash, intake, inScope, commands }: Parts): Endpoint[] {
  async function reportOf(asked: Asked<{ reportId: string }>): Promise<StoredReport> {
    return visible(asked, await crimeReports.findReport(asked.params.reportId));
  }

  return [
    endpoint({
      method: 'post',
      path: '/crime-reports',
      summary: 'Report a crime; the same report again gives the same cases',
      body: reportBody,
      answers: { 202: { description: 'Stored, and every case started.', schema: filedShape } },
      async handle(asked) {
        const { body, caller, now } = asked;
        const { restrictedTo, ...told } = body;
        const disclosedIn =
          body.disclosedInCaseId === undefined ? undefined : await inScope.find(asked, body.disclosedInCaseId);
        const listed = restrictedTo ?? disclosedIn?.visibleTo;
        const report = {
          ...told,
          homeForce: body.homeForce ?? body.investigatingForce,
          reportingForce: caller.force,
          ...(listed ? { visibleTo: [...new Set([...listed, caller.id])].sort() } : {}),
          ...(disclosedIn ? { disclosedBy: disclosedIn.personId } : {}),
        };
        mayReport(asked, report);
        const filed = await crimeReports.fileReport(report, caller.id, now, intake.sweptFrom(now));
        if (filed.kind === 'differs') throw differs(filed.reportId);
        if (filed.report.startedAt === undefined) await intake.start(filed.report);
        if (disclosedIn) {
          const { reportId } = filed.report;
          const by = { source: sideOf(asked), now };
          const fact = newFact('disclosedCrimeRecorded', { reportId }, {}, by);
          await commands.tell(asked, uuidOf(`disclosed ${reportId}`), disclosedIn.caseId, fact);
        }
        return accepted(filed.report, { alreadyKnown: filed.alreadyKnown });
      },
    }),
    endpoint({
      method: 'get',
      path: '/crime-reports/{reportId}',
      summary: 'A stored report: what is not personal, its cases, its amendments',
      params: reportPath,
      answers: { 200: { description: 'As amended.', schema: reportShape } },
      async handle(asked) {
        return { status: 200, body: shown(await reportOf(asked)) };
      },
    }),
    endpoint({
      method: 'post',
      path: '/crime-reports/{reportId}/amendments',
      summary: 'Correct or complete a report; what was said before is kept, and its cases are told',
      params: reportPath,
      body: amendmentBody,
      idempotent: true,
      answers: { 202: { description: 'Stored, and every case told.', schema: amendedShape } },
      async handle(asked) {
        const { reportId } = await reportOf(asked);
        const { caller, now, key } = asked;
        const hashed = key === undefined ? undefined : hash('idempotencyKey', `${caller.id} ${key}`);
        const sent = { key: hashed, by: caller.id, now, tellAgainAt: intake.sweptFrom(now) };
        const amended = await amendments.amend(reportId, asked.body, sent);
        if (amended === undefined) throw notFound();
        if (amended === 'keyReused')
          throw new Problem('idempotencyKeyReused', 'This Idempotency-Key stood for another request.');
        const report = await intake.tell(reportId, amended.amendment.number);
        const replayed = amended.alreadyKnown && key !== undefined;
        return {
          ...accepted(report, { amendment: amended.amendment.number, alreadyKnown: amended.alreadyKnown }),
          ...(replayed ? { headers: { 'idempotency-replayed': 'true' } } : {}),
        };
      },
    }),
  ];
}

/** A report is made for one's own force, and not from the future. */
function mayReport(
  { caller, now }: Asked<unknown>,
  report: Omit<ReportBody, 'restrictedTo'> & { homeForce: string }
): void {
  if (report.investigatingForce !== caller.force && report.homeForce !== caller.force) {
    throw new Problem('notAllowed', 'You may report crimes that your force investigates, or of people in its area.');
  }
  mustBePast('/receivedAt', report.receivedAt, now);
}

function differs(reportId: string): Problem {
  const detail = 'Another report is stored under this source and reference. Use its amendments to correct it.';
  return new Problem('reportDiffers', detail, { members: { reportId } });
}

function accepted(report: StoredReport, more: object): Answer {
  const { reportId } = report;
  const headers = { location: `${basePath}/crime-reports/${reportId}` };
  return { status: 202, body: { reportId, cases: casesOf(report), ...more }, headers };
}

function casesOf({ people }: StoredReport) {
  return people.map(({ caseId, personId, role }) => ({ caseId, personId, role }));
}

function shown(report: StoredReport) {
  const { crimeReferenceHash: _crime, operationHash: _operation, people: _people, by: _by, ...rest } = report;
  const { visibleTo, ...facts } = rest;
  const amendments = report.amendments.map(({ number, changed, recordedAt, by }) => ({
    amendment: number,
    changed,
    recordedAt,
    by,
  }));
  return { ...facts, ...(visibleTo ? { restricted: true } : {}), cases: casesOf(report), amendments };
}
