import { tracksEnded } from '../suspectTracks';
import type { WantedTask } from '../task';
import { standardDays, standardWorkingDays, type Step } from './step';

/**
 * The end of the team's work: asked for once every suspect's track has ended, and never done by the clock alone.
 * A hand-over to another force ends the case when the other side has acknowledged it. Silence: the case stays open and
 * stays ours.
 */
export const closure: Step = (view) => {
  const tasks: WantedTask[] = [];
  const { transferAsked, tracks } = view.state;
  if (transferAsked) {
    const limit = standardWorkingDays(view, 1, transferAsked.at);
    tasks.push({ key: `acknowledgeHandover:${transferAsked.seq}`, kind: 'acknowledgeHandover', ...limit });
  }
  const ended = tracksEnded(tracks);
  if (ended) {
    const { openedAt, standards } = view.record.opening;
    const from = ended.at > openedAt ? ended.at : openedAt;
    tasks.push({ key: `closeCase:${ended.seq}`, kind: 'closeCase', ...standardDays(standards.closureDays, from) });
  }
  return { tasks };
};
