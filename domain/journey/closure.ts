import { tracksEnded } from '../tracks/suspectTracks';
import type { WantedTask } from '../task';
import { later, oursSince, standardDays, standardWorkingDays, type Step } from './step';

/**
 * The end of the team's work: asked for once every suspect's track has ended, and never done by the clock alone.
 * A hand-over to another force ends the case when the other side has acknowledged it. Silence: the case stays open and
 * stays ours.
 */
export const closure: Step = (view) => {
  const tasks: WantedTask[] = [];
  const { transferAsked, tracks } = view.state;
  if (transferAsked) {
    const limit = standardWorkingDays(view, 1, later(transferAsked.at, oursSince(view)));
    tasks.push({ key: `acknowledgeHandover:${transferAsked.seq}`, kind: 'acknowledgeHandover', ...limit });
  }
  const ended = tracksEnded(tracks);
  if (ended) {
    const limit = standardDays(view.record.opening.standards.closureDays, later(ended.at, oursSince(view)));
    tasks.push({ key: `closeCase:${ended.seq}`, kind: 'closeCase', ...limit });
  }
  return { tasks };
};
