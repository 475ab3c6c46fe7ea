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
 * court's alone to discharge (s.20), and would wait for the witness at court. Who wants it again before that has it as it
 * was, and whoever may have heard of the opting out hears of that too. Silence: each stays open.
 */
export function optingOut(view: CaseView, round: MeasureRound, since: Instant): WantedTask[] {
  const { optOutPassedOn: passedOn, wantedAgainPassedOn } = round;
  const left = measuresThatAre(round, 'optedOut').flatMap((measure) => round.measures.get(measure) ?? []);
  const leftFrom = (...statuses: readonly MeasureStatus[]) =>
    left.filter(({ optedOutFrom }) => optedOutFrom !== undefined && statuses.includes(optedOutFrom.status));
  const isPassedOn = ({ seq }: MeasureState) => seq <= (passedOn?.seq ?? 0);
  const toPassOn = leftFrom(...withProsecution, ...measuresUnderDirection).filter((each) => !isPassedOn(each));
  const toDischarge = leftFrom(...measuresUnderDirection).filter(isPassedOn);
  const wantedAgain = measuresThatAre(round, ...measuresUnderDirection)
    .flatMap((measure) => round.measures.get(measure)?.wantedAgain ?? [])
    .filter(({ seq }) => seq > (wantedAgainPassedOn?.seq ?? 0));
  const soon = (at: Instant) => standardWorkingDays(view, passedOnWorkingDays, later(at, since));
  return [
    ...ask('passOnOptOut', toPassOn.map(givenBy), soon),
    ...ask('passOnMeasuresWantedAgain', wantedAgain, soon),
    ...ask(
      'recordMeasuresDischarge',
      toDischarge.map((each) => each.directedSince ?? givenBy(each)),
      (at) => standardDays(dischargeDays, later(later(at, passedOn?.at), since))
    ),
  ];
}

interface Word {
  readonly seq: number;
  readonly at: Instant;
}

const givenBy = ({ seq, since }: MeasureState): Word => ({ seq, at: since });

function ask(kind: TaskKind, words: readonly Word[], limitFrom: (at: Instant) => Limit): WantedTask[] {
  const last = [...words].sort((one, other) => one.seq - other.seq).at(-1);
  if (!last) return [];
  const about = [...new Set(words.map(({ seq }) => seq))];
  return [{ key: `${kind}:${last.seq}`, kind, about, ...limitFrom(last.at) }];
}
