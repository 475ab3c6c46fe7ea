// Written by: projections alone, each duty whole, guarded by the version of its case.
import type { Connection, Model } from 'mongoose';
import { obligationById } from '../../domain/code/editions';
import type { ProjectedDuty } from '../../domain/projection/projection';
import { collection, whole } from '../store/collection';

/** A duty that has arisen, with what has become of it; how it stands depends on the time and is worked out when read. */
export interface DutyDocument {
  /** `<caseId>.<number of the fact>.<obligation>` */
  readonly _id: string;
  /** The version of the case that it was written with. */
  readonly version: number;
  readonly caseId: string;
  readonly isWindow: boolean;
  readonly forces: readonly string[];
  readonly owningTeam: string;
  readonly officerInCase?: string | undefined;
  readonly barred?: readonly string[] | undefined;
  readonly visibleTo?: readonly string[] | undefined;
  /** The day and instant by which compliance counts it: when it is due, or, without a clock, when it arose. */
  readonly countsAt: string;
  readonly duty: ProjectedDuty;
}

export function duties(connection: Connection): Model<DutyDocument> {
  const fields = {
    version: Number,
    caseId: String,
    isWindow: Boolean,
    forces: [String],
    owningTeam: String,
    officerInCase: String,
    barred: { type: [String], default: undefined },
    visibleTo: { type: [String], default: undefined },
    countsAt: String,
    duty: whole,
  };
  return collection(connection, 'duties', fields, [{ key: { caseId: 1 } }, { key: { countsAt: 1, _id: 1 } }]);
}

export function dutyDocument(duty: ProjectedDuty): DutyDocument {
  const { caseId, caseVersion, id, obligation, dueBy, from, investigatingForce, homeForce } = duty;
  const { nature } = obligationById(obligation);
  return {
    _id: `${caseId}.${id}`,
    version: caseVersion,
    caseId,
    isWindow: nature === 'window',
    forces: [...new Set([investigatingForce, homeForce])],
    owningTeam: duty.owningTeam,
    ...(duty.officerInCase === undefined ? {} : { officerInCase: duty.officerInCase }),
    ...(duty.barred ? { barred: duty.barred } : {}),
    ...(duty.visibleTo ? { visibleTo: duty.visibleTo } : {}),
    countsAt: dueBy ?? from,
    duty,
  };
}
