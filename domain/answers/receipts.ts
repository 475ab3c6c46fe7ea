import type { CareRecord } from '../careRecord';
import { careState } from '../careState';
import { originOf } from '../effectiveFacts';
import type { Fact, FactData, NewFact } from '../fact';
import { refuse, type Refusal } from '../refusal';
import type { Role } from '../vocabulary';
import { answersIn } from './answers';
import { isOfDanger } from './danger';
import { demandsOf } from './demands';

interface Receipt {
  readonly fact: NewFact;
  readonly by: string;
  /** Whom the task asked that is completed with it, where it completes one. */
  readonly asked?: Role | undefined;
}

/**
 * Why somebody may not say that they act on danger: what they name is no report of any, or it is their own report, of
 * which nobody else would know. The last rung alone has nobody above it: a duty inspector whose task it has become may.
 */
export function receiptRefused(record: CareRecord, { fact, by, asked }: Receipt): Refusal | undefined {
  if (fact.kind !== 'concernReceived' && fact.kind !== 'safetyReportReceived') return undefined;
  const { about } = fact.data as FactData['concernReceived'];
  const named = about === undefined ? undefined : record.facts[about - 1];
  if (about !== undefined && !(named && isReportFor(named, fact.kind))) {
    return refuse('answersNothing', `Fact ${about} of this case is nothing that ${fact.kind} answers (data.about).`);
  }
  if (asked === 'duty-inspector' || !receives(record, fact).some((report) => report.by === by)) return undefined;
  return refuse(
    'ownReport',
    'You reported this yourself. Somebody else has to say that they act on it, so that two people know.'
  );
}

/** The reports that a receipt would answer, in every version of them. */
function receives(record: CareRecord, receipt: NewFact): Fact[] {
  const { facts } = record;
  const at = receipt.happenedAt;
  const fact = { ...receipt, seq: facts.length + 1, receivedAt: at, recordedAt: at, by: '', commandId: '' } as Fact;
  const answered = answersIn([...careState(record).counted, fact], [...facts, fact]);
  const origins = new Set(
    [...answered].flatMap(([seq, answers]) => (answers.some((each) => each.seq === fact.seq) ? [seq] : []))
  );
  return facts.filter((each) => isReportFor(each, receipt.kind) && origins.has(originOf(each, facts)));
}

function isReportFor({ kind }: Fact, receipt: NewFact['kind']): boolean {
  return demandsOf(kind).some((each) => isOfDanger(each) && each.answeredBy.includes(receipt));
}
