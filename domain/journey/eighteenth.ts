import { startOfLondonDay } from '../time/londonTime';
import { later, nothing, oursSince, standardWorkingDays, type Step } from './step';

const askWithinWorkingDays = 5;

/**
 * On the day a child turns 18 they are asked themself what they want.
 * Silence: nobody receives for them any more from that day on, unless they say so; the question stays open.
 */
export const eighteenth: Step = (view) => {
  const { eighteenOn, askedAtEighteen } = view.state;
  if (eighteenOn === undefined) return nothing;
  const turnsAt = startOfLondonDay(eighteenOn);
  if (askedAtEighteen && askedAtEighteen.at >= turnsAt) return nothing;
  if (view.now < turnsAt) return { tasks: [], wakeAt: [turnsAt] };
  // Who was of age when the case began is asked like everybody else.
  if (turnsAt <= view.record.opening.receivedAt) return nothing;
  const from = later(turnsAt, later(oursSince(view), knownSince(view)));
  const limit = standardWorkingDays(view, askWithinWorkingDays, from);
  return { tasks: [{ key: `askAtEighteen:${eighteenOn}`, kind: 'askAtEighteen', ...limit }] };
};

/** When the day became known, where it was told after the report. */
function knownSince({ state }: Parameters<Step>[0]): string | undefined {
  return state.counted.findLast(({ kind }) => kind === 'eighteenthBirthdayKnown')?.recordedAt;
}
