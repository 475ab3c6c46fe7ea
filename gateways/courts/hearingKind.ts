import type { HearingKind } from '../../domain/vocabulary';

/** By the words of a court; the first that fits counts. What only speaks of a trial or a sentence is none. */
const byWords: readonly (readonly [RegExp, HearingKind])[] = [
  [/\bmention\b|\bmode of trial\b|\bcommittal for (trial|breach)|\bfix\b|^(for )?breach of (?!bail)/i, 'other'],
  [/\bpre[- ]?trial|\bptr\b|readiness|further case management/i, 'other'],
  [/\bappeal\b/i, 'appeal'],
  [/plea (&|and) (trial|case|directions)|\bptph?\b|\bptpa?\b|\bpcmh?\b/i, 'pleaAndTrialPreparation'],
  [/\bbail\b/i, 'bailHearing'],
  [/\bapplication\b(?!.*\band sentence\b)/i, 'other'],
  [/sentenc/i, 'sentence'],
  [/\btrials?\b|\bnewton\b/i, 'trial'],
  [/first hearing|first appearance/i, 'firstHearing'],
];

const codes: Readonly<Partial<Record<HearingKind, string>>> = {
  appeal: 'ACN ACO ACS ACY APH APL APP ASE',
  pleaAndTrialPreparation: 'FPTP PAD PTP',
  bailHearing: 'BAI BLA BRG BVA SUB',
  sentence: 'CSE CSP CSS DPR DRR DRS DSE DTS SAC SEN SOA SPA SPO SPR',
  trial: 'TBK TFL TFW TIS TNW TPH TPI TPR TPW TRE TRI TRL TWC',
  firstHearing: 'FH',
};

/** By the letters with which Crown Courts write it in their lists. */
const byCode = new Map(
  Object.entries(codes).flatMap(([kind, letters]) => letters.split(' ').map((code) => [code, kind as HearingKind]))
);

/**
 * What kind of hearing a court's words mean, or its letters where the words say nothing; what is not known is another
 * kind of hearing, to which nobody is called.
 */
export function hearingKind(...said: readonly (string | undefined)[]): HearingKind {
  for (const each of said) {
    if (each === undefined) continue;
    const found = byCode.get(each.trim().toUpperCase()) ?? byWords.find(([pattern]) => pattern.test(each))?.[1];
    if (found) return found;
  }
  return 'other';
}
