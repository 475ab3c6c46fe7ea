import { measuresThatAre, type MeasureRound, type MeasureState } from '../court/measures/measureState';
import { measuresUnderDirection, type MeasureStatus } from '../court/measures/measureStatus';
import type { TaskKind, WantedTask } from '../task';
import type { Instant } from '../time/londonTime';
import { later, standardDays, standardWorkingDays, type CaseView, type Limit } from './step';

const passedOnWorkingDays = 1;
const dischargeDays = 28;
const withProsecution = ['referred', 'toApply', 'applied', 'opposed', 'notOpposed'] as const;

/**
 * What the prosecution was asked for, or has applied for, it withdraws once it hears of the opting out; a direction is the
 * court's alone to discharge (s.20), and would wait for the witness at court. Silence: both stay open.
 */
export function optingOut(view: CaseView, round: MeasureRound, since: Instant): WantedTask[] {
  const { optOutPassedOn: passedOn } = round;
  const left = measuresThatAre(round, 'optedOut').flatMap((measure) => round.measures.get(measure) ?? []);
  const leftFrom = (...statuses: readonly MeasureStatus[]) =>
    left.filter(({ optedOutFrom }) => optedOutFrom !== undefined && statuses.includes(optedOutFrom));
  const isPassedOn = ({ seq }: MeasureState) => seq <= (passedOn?.seq ?? 0);
  const toPassOn = leftFrom(...withProsecution, ...measuresUnderDirection).filter((each) => !isPassedOn(each));
  const toDischarge = leftFrom(...measuresUnderDirection).filter(isPassedOn);
  return [
    ...ask('passOnOptOut', toPassOn, (at) => standardWorkingDays(view, passedOnWorkingDays, later(at, since))),
    ...ask('recordMeasuresDischarge', toDischarge, (at) =>
      standardDays(dischargeDays, later(later(at, passedOn?.at), since))
    ),
  ];
}

function ask(kind: TaskKind, which: readonly MeasureState[], limitFrom: (at: Instant) => Limit): WantedTask[] {
  const last = [...which].sort((one, other) => one.seq - other.seq).at(-1);
  if (!last) return [];
  const about = [...new Set(which.map(({ seq }) => seq))];
  return [{ key: `${kind}:${last.seq}`, kind, about, ...limitFrom(last.since) }];
}
