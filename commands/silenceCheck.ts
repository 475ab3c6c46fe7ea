import { slices, type SilenceChecked, type SilentCases } from '../database/operations/silentCases';
import type { Instant } from '../domain/time/londonTime';
import { silenceOf } from '../domain/morning/silence';

/** How far a check has come, so that whoever takes it up again goes on from there. */
export interface SilenceProgress {
  readonly nextSlice: number;
  readonly openCases: number;
  readonly silentCases: number;
  readonly healed: number;
}

const atTheStart: SilenceProgress = { nextSlice: 0, openCases: 0, silentCases: 0, healed: 0 };

/**
 * Looks at every open case as it stood at `at` and keeps a finding for each that has no owner or no next dated thing;
 * what has healed goes. It is done slice by slice: `reached` hears of each, and a slice done twice is done once.
 */
export async function checkForSilence(
  store: SilentCases,
  at: Instant,
  from: SilenceProgress = atTheStart,
  reached: (progress: SilenceProgress) => void = () => undefined
): Promise<SilenceChecked & { readonly healed: number }> {
  let progress = from;
  while (progress.nextSlice < slices) {
    const { nextSlice, openCases, silentCases, healed } = progress;
    const open = await store.openCases(nextSlice);
    const silent = open.map((of) => ({ of, why: silenceOf(of, at) })).filter(({ why }) => why.length > 0);
    progress = {
      nextSlice: nextSlice + 1,
      openCases: openCases + open.length,
      silentCases: silentCases + silent.length,
      healed: healed + (await store.settle(nextSlice, silent, at)),
    };
    reached(progress);
  }
  const { openCases, silentCases, healed } = progress;
  await store.noteChecked({ checkedAt: at, openCases, silentCases });
  return { checkedAt: at, openCases, silentCases, healed };
}
