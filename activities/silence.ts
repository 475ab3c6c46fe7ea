import { Context } from '@temporalio/activity';
import { checkForSilence, type SilenceProgress } from '../commands/silenceCheck';
import type { SilentCases } from '../database/operations/silentCases';
import type { Instant } from '../domain/time/londonTime';

export type SilenceActivities = ReturnType<typeof silenceActivities>;

/** What a check found, for the log: counts alone. */
export type TellSilence = (found: { openCases: number; silentCases: number; healed: number }) => void;

export const silenceActivities = (store: SilentCases, tell: TellSilence = () => undefined) => ({
  /** Twice is harmless: findings are what the cases are. Taken up again, it goes on from where its heartbeat had come. */
  async findSilentCases({ at }: { at: Instant }): Promise<{ silentCases: number }> {
    const context = Context.current();
    const from = context.info.heartbeatDetails as SilenceProgress | undefined;
    const { openCases, silentCases, healed } = await checkForSilence(store, at, from, (progress) =>
      context.heartbeat(progress)
    );
    tell({ openCases, silentCases, healed });
    return { silentCases };
  },
});
