import type { CaseSummary, Scopes } from './caseSummary';
import type { ProjectedDuty, ProjectedReferral, ProjectedRung, ProjectedTask, Projection } from './projection';

type Repeated = keyof Scopes | 'caseId' | 'caseVersion';
/** Without what the summary says already. */
type Lean<Item> = Omit<Item, Repeated>;

/** A projection as it travels from the workflow to the activity: what every document repeats is said once. */
export interface PackedProjection extends Omit<Projection, 'tasks' | 'referrals' | 'duties' | 'rungs'> {
  readonly tasks: readonly Omit<Lean<ProjectedTask>, 'tier'>[];
  readonly referrals: readonly Lean<ProjectedReferral>[];
  readonly duties: readonly Lean<ProjectedDuty>[];
  readonly rungs: readonly Lean<ProjectedRung>[];
}

const repeated = ['investigatingForce', 'homeForce', 'owningTeam', 'officerInCase', 'caseId', 'caseVersion'] as const;

export function packed(projection: Projection): PackedProjection {
  return {
    ...projection,
    tasks: projection.tasks.map((task) => without(task, [...repeated, 'tier'])),
    referrals: projection.referrals.map((referral) => without(referral, repeated)),
    duties: projection.duties.map((duty) => without(duty, repeated)),
    rungs: projection.rungs.map((rung) => without(rung, repeated)),
  };
}

export function unpacked({ summary, tasks, referrals, duties, rungs, ...rest }: PackedProjection): Projection {
  const { caseId, version: caseVersion, tier } = summary;
  const scopes = scopesIn(summary);
  const ofVersion = { ...scopes, caseId, caseVersion };
  return {
    ...rest,
    summary,
    tasks: tasks.map((task) => ({ ...task, ...scopes, caseId, tier }) as ProjectedTask),
    referrals: referrals.map((referral) => ({ ...referral, ...ofVersion }) as ProjectedReferral),
    duties: duties.map((duty) => ({ ...duty, ...ofVersion }) as ProjectedDuty),
    rungs: rungs.map((rung) => ({ ...rung, ...scopes, caseId }) as ProjectedRung),
  };
}

function scopesIn({ investigatingForce, homeForce, owningTeam, officerInCase }: CaseSummary): Scopes {
  return { investigatingForce, homeForce, owningTeam, ...(officerInCase === undefined ? {} : { officerInCase }) };
}

function without<Item extends object, Key extends string>(item: Item, keys: readonly Key[]): Omit<Item, Key> {
  const names: readonly string[] = keys;
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name))) as Omit<Item, Key>;
}
