import { service } from '../../commands/settleItem';
import type { Caller, Json } from './caller';
import type { Call, Journal } from './journal';
import type { KnownCase } from './officers';

/** What is wrong, in words; nothing where all is well. */
export type Findings = string[];

/** Looks at every case of a run once all calls are answered: each acknowledged call is there once, and nothing else. */
export async function examine(caller: Caller, journal: Journal, cases: readonly KnownCase[]): Promise<Findings> {
  const findings: Findings = [...journal.defects];
  findings.push(...journal.unanswered().map((call) => `${nameOf(call)} was never answered`));
  findings.push(...(await reportsAndCases(caller, journal)));
  for (const known of cases) {
    const found = [
      ...(await projectionAndWorkflow(caller, known)),
      ...(await factsOf(caller, journal, known)),
      ...versionsOf(journal, known),
      ...(await tasksOf(caller, journal, known)),
    ];
    findings.push(...found.map((finding) => `${known.caseId}: ${finding}`));
  }
  return findings;
}

/** Each report has its cases, and there are no cases beside those. */
async function reportsAndCases(caller: Caller, journal: Journal): Promise<Findings> {
  const findings: Findings = [];
  const expected = new Set<string>();
  for (const call of journal.acknowledged('report')) {
    const { reportId, cases } = call.answer?.body;
    const people = call.body.people as unknown[];
    if (cases.length !== people.length) findings.push(`${nameOf(call)} started ${cases.length} of ${people.length}`);
    for (const { caseId } of cases) expected.add(caseId);
    const { body } = await caller.read(`/crime-reports/${reportId}`);
    if (!body.startedAt) findings.push(`${nameOf(call)} is not marked as started`);
  }
  const listed = (await caller.readAll('/cases')).map(({ caseId }) => caseId as string);
  if (new Set(listed).size !== listed.length) findings.push('The list of cases shows one twice');
  for (const caseId of expected) if (!listed.includes(caseId)) findings.push(`Case ${caseId} is missing`);
  for (const caseId of listed) if (!expected.has(caseId)) findings.push(`Case ${caseId} is nobody's`);
  return findings;
}

/** What MongoDB shows is what the case itself says. A case that the clock is just changing is looked at again. */
async function projectionAndWorkflow(caller: Caller, { caseId }: KnownCase): Promise<Findings> {
  for (let looks = 1; ; looks += 1) {
    const [shown, listed, live] = [
      (await caller.read(`/cases/${caseId}`)).body,
      await caller.readAll(`/tasks?caseId=${caseId}`),
      (await caller.read(`/cases/${caseId}/live`)).body,
    ];
    const findings: Findings = [];
    const differs = (what: string, projected: unknown, own: unknown) => {
      if (canonical(projected) !== canonical(own)) {
        findings.push(`${what}: MongoDB has ${canonical(projected)}, the case ${canonical(own)}`);
      }
    };
    differs('summary', shown, live.summary);
    differs('open tasks', listed.map(brief), live.open.map(brief));
    if (shown.ended && listed.length > 0) findings.push('has ended with open tasks');
    if (findings.length === 0 || looks === 5) return findings;
  }
}

/** The record holds the facts of acknowledged calls, each once, under the number that the reply named. */
async function factsOf(caller: Caller, journal: Journal, { caseId, reportId }: KnownCase): Promise<Findings> {
  const findings: Findings = [];
  const facts = (await caller.readAll(`/cases/${caseId}/timeline`)).reverse();
  const { body: shown } = await caller.read(`/cases/${caseId}`);
  if (shown.facts !== facts.length) findings.push(`counts ${shown.facts} facts and shows ${facts.length}`);
  facts.forEach(({ seq }, index) => {
    if (seq !== index + 1) findings.push(`fact ${index + 1} is missing or there twice`);
  });

  const dated = journal.acknowledged().filter((call) => call.caseId === caseId && call.happenedAt !== undefined);
  for (const call of dated) {
    const found = facts.filter(({ happenedAt }) => happenedAt === call.happenedAt);
    if (found.length !== 1) findings.push(`${nameOf(call)} is there ${found.length} times`);
    const [fact] = found;
    if (fact && canonical(call.answer?.body.facts) !== canonical([fact.seq]))
      findings.push(`${nameOf(call)} was misnamed`);
    if (fact?.supersedes && facts[fact.supersedes - 1]?.supersededBy !== fact.seq) {
      findings.push(`fact ${fact.supersedes} is not marked as corrected`);
    }
  }
  const marks = new Set(dated.map(({ happenedAt }) => happenedAt));
  const amendments = facts.filter(({ kind }) => kind === 'reportAmended').map(({ data }) => data.amendment as number);
  // What the service itself tells, of what it has sent, comes from no call.
  const others = facts.filter(
    ({ kind, happenedAt, by }) => kind !== 'reportAmended' && by !== service && !marks.has(happenedAt)
  );
  for (const { seq } of others) findings.push(`fact ${seq} comes from no acknowledged call`);
  const told = journal.acknowledged('amendment').filter(({ path }) => path.includes(reportId)).length;
  const expected = Array.from({ length: told }, (_, index) => index + 1);
  const sorted = [...amendments].sort((one, other) => one - other);
  if (canonical(sorted) !== canonical(expected)) findings.push(`heard of amendments ${sorted} of ${told}`);
  return findings;
}

/** No two changes made the same version of a case. */
function versionsOf(journal: Journal, { caseId, version: seen }: KnownCase): Findings {
  const changes = journal.acknowledged().filter((call) => call.caseId === caseId && call.answer?.body.version);
  const versions = changes.map(({ answer }) => answer?.body.version as number);
  const twice = versions.filter((version, index) => versions.indexOf(version) !== index);
  return twice.map((version) => `two changes made version ${version} (last seen ${seen})`);
}

/** Each task counts its own changes: claims, a due date judged again, and its end. No limit passes early or twice. */
async function tasksOf(caller: Caller, journal: Journal, { caseId, contactDueAt }: KnownCase): Promise<Findings> {
  const findings: Findings = [];
  const reviews: Json[] = [];
  const { body: ledger } = await caller.read(`/cases/${caseId}/duties`);
  for (let number = 1; ; number += 1) {
    const taskId = `${caseId}.${number}`;
    const { status, body: task } = await caller.read(`/tasks/${taskId}`);
    if (status === 404) break;
    const done = journal.acknowledged('completion').filter((call) => call.taskId === taskId).length;
    const claims = journal.acknowledged('claim').filter((call) => call.taskId === taskId).length;
    const isCompleted = task.closed?.as === 'completed';
    if (done !== (isCompleted ? 1 : 0)) findings.push(`task ${number} was completed ${done} times`);
    const expected = 1 + claims + (task.closed ? 1 : 0);
    const most = expected + timesJudgedAgain(ledger.items, task);
    if (task.version < expected || task.version > most) {
      findings.push(`task ${number} has version ${task.version}, not ${expected} to ${most}`);
    }
    if (task.kind === 'reviewMissedFirstContact') reviews.push(task);
  }
  const passedLongAgo = contactDueAt !== undefined && contactDueAt < Date.now() - 5_000;
  if (reviews.length > 1 || (passedLongAgo && reviews.length === 0)) {
    findings.push(`${reviews.length} reviews of a missed first contact`);
  }
  for (const { openedAt } of reviews) {
    if (!(Date.parse(openedAt) >= (contactDueAt ?? NaN))) findings.push('the limit for first contact passed early');
  }
  return findings;
}

/** How often the due date of the news that a task is about was judged again; some of it before the task was open. */
function timesJudgedAgain(duties: readonly Json[], { kind, about = [] }: Json): number {
  if (kind !== 'tellVictim') return 0;
  const its = duties.filter(({ fact }) => about.includes(fact));
  return Math.max(0, ...its.map(({ earlier = [] }) => earlier.length));
}

function brief({ taskId, kind, dueAt, why }: Json): object {
  return { taskId, kind, dueAt, why };
}

function nameOf({ kind, number }: Call): string {
  return `call ${number} (${kind})`;
}

/** The same text for the same content, whatever the order of members; lists keep theirs, but those of tasks. */
function canonical(value: unknown): string {
  const sorted = (_key: string, each: unknown): unknown => {
    if (Array.isArray(each) && each.every((one) => (one as Json)?.taskId !== undefined)) {
      return [...each].sort((one: Json, other: Json) => (one.taskId < other.taskId ? -1 : 1));
    }
    if (each === null || typeof each !== 'object' || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)));
  };
  return JSON.stringify(value, sorted);
}
