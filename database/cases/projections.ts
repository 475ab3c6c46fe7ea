import type { Model } from 'mongoose';
import type { Projection } from '../../domain/projection/projection';
import { eventDocument, supersedings, type CaseEventDocument } from './caseEvents';
import { recordDocument, type CaseRecordDocument } from './caseRecords';
import { caseDocument, type CaseDocument } from './cases';
import { dutyDocument, type DutyDocument } from '../code/duties';
import type { Sealer } from '../encryption/masterKey';
import { addUnchanging, writeNewest } from '../store/newestWins';
import { addition, mark, oneCommand, replacement, type Write } from '../store/oneCommand';
import { referralDocument, type ReferralDocument } from '../referrals/referrals';
import { rungDocument, type RungDocument } from '../code/rungs';
import { taskDocument, type TaskDocument } from './tasks';

/** What the workers write of a case: nothing else writes these collections. */
export interface Projections {
  /**
   * Writes what a step of the case changed. Twice is harmless, and an older projection that arrives late changes
   * nothing. The case's own document is written last: its version says that all the rest is there.
   */
  saveProjection(projection: Projection): Promise<void>;
}

export interface ProjectedCollections {
  readonly cases: Model<CaseDocument>;
  readonly tasks: Model<TaskDocument>;
  readonly caseEvents: Model<CaseEventDocument>;
  readonly referrals: Model<ReferralDocument>;
  readonly duties: Model<DutyDocument>;
  readonly rungs: Model<RungDocument>;
  readonly caseRecords: Model<CaseRecordDocument>;
}

export interface ProjectionSealers {
  readonly events: Sealer;
  readonly records: Sealer;
}

export function projections(collections: ProjectedCollections, sealers: ProjectionSealers): Projections {
  const write = oneCommand(collections.cases);
  return {
    async saveProjection(projection) {
      const documents = documentsOf(projection, sealers);
      if (!(await write(inOrder(collections, documents)))) await oneByOne(collections, documents);
    },
  };
}

interface Documents {
  readonly tasks: readonly TaskDocument[];
  readonly events: readonly CaseEventDocument[];
  readonly superseded: ReturnType<typeof supersedings>;
  readonly referrals: readonly ReferralDocument[];
  readonly duties: readonly DutyDocument[];
  readonly rungs: readonly RungDocument[];
  readonly records: readonly CaseRecordDocument[];
  readonly theCase: CaseDocument;
}

function documentsOf(projection: Projection, sealers: ProjectionSealers): Documents {
  const { summary, tasks, facts, referrals, duties, rungs, endedRecord } = projection;
  const { caseId, version } = summary;
  return {
    tasks: tasks.map((task) => taskDocument(task, version)),
    events: facts.map((fact) => eventDocument(caseId, fact, sealers.events)),
    superseded: supersedings(caseId, facts),
    referrals: referrals.map(referralDocument),
    duties: duties.map(dutyDocument),
    rungs: rungs.map(rungDocument),
    records: endedRecord ? [recordDocument(endedRecord, sealers.records)] : [],
    theCase: caseDocument(summary),
  };
}

/** The usual way: what is new is added, which costs a server less than looking for an older one. */
function inOrder(to: ProjectedCollections, { theCase, ...rest }: Documents): Write[] {
  return [
    ...rest.tasks.map((each) => (isNew(each) ? addition(to.tasks, each) : replacement(to.tasks, each))),
    ...rest.events.map((each) => addition(to.caseEvents, each)),
    ...rest.superseded.map(({ _id, supersededBy }) => mark(to.caseEvents, _id, { supersededBy })),
    ...rest.referrals.map((each) => replacement(to.referrals, each)),
    ...rest.duties.map((each) => (theCase.version === 1 ? addition(to.duties, each) : replacement(to.duties, each))),
    ...rest.rungs.map((each) => addition(to.rungs, each)),
    ...rest.records.map((each) => replacement(to.caseRecords, each)),
    theCase.version === 1 ? addition(to.cases, theCase) : replacement(to.cases, theCase),
  ];
}

function isNew({ open, task }: TaskDocument): boolean {
  return open && task.version === 1;
}

/** The careful way, for what is written again, late, or to an older server. */
async function oneByOne(to: ProjectedCollections, { theCase, ...rest }: Documents): Promise<void> {
  await Promise.all([
    writeNewest(to.tasks, rest.tasks),
    addUnchanging(to.caseEvents, rest.events),
    writeNewest(to.referrals, rest.referrals),
    writeNewest(to.duties, rest.duties),
    addUnchanging(to.rungs, rest.rungs),
    writeNewest(to.caseRecords, rest.records),
  ]);
  for (const { _id, supersededBy } of rest.superseded) {
    await to.caseEvents.collection.updateOne({ _id } as never, { $set: { supersededBy } }, { upsert: true });
  }
  await writeNewest(to.cases, [theCase]);
}
