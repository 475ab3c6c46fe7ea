// Written by: projections alone, append-only: a rung is reached once, whatever restarts.
import type { Connection, Model } from 'mongoose';
import type { ProjectedRung } from '../../domain/projection/projection';
import { collection } from '../store/collection';

export interface RungDocument extends Omit<ProjectedRung, 'investigatingForce' | 'homeForce'> {
  /** `<caseId>.<duty>:<rung>` */
  readonly _id: string;
  readonly forces: readonly string[];
}

export function rungs(connection: Connection): Model<RungDocument> {
  const fields = {
    caseId: String,
    duty: String,
    rung: String,
    at: String,
    dueBy: String,
    forces: [String],
    owningTeam: String,
    officerInCase: String,
    barred: { type: [String], default: undefined },
    visibleTo: { type: [String], default: undefined },
  };
  return collection(connection, 'rungs', fields, [{ key: { at: 1, _id: 1 } }]);
}

export function rungDocument({
  investigatingForce,
  homeForce,
  askedRoles: _asked,
  ...rung
}: ProjectedRung): RungDocument {
  const forces = [...new Set([investigatingForce, homeForce])];
  return { _id: `${rung.caseId}.${rung.duty}:${rung.rung}`, forces, ...rung };
}
