export type SweepActivities = ReturnType<typeof sweepActivities>;

/** One pass each over what is unfinished; how many were finished. */
export interface UnfinishedWork {
  startMissing(): Promise<number>;
  resendUnfinished(): Promise<number>;
  tellAmendments(): Promise<number>;
  startDeliveries(): Promise<number>;
  takeInMessages(): Promise<number>;
}

/** Twice is harmless: starts, commands and amendments carry ids of their own, which are known the second time. */
export const sweepActivities = (work: UnfinishedWork) => ({
  startMissingCases: () => work.startMissing(),
  resendUnfinishedCommands: () => work.resendUnfinished(),
  tellAmendments: () => work.tellAmendments(),
  startDeliveries: () => work.startDeliveries(),
  takeInMessages: () => work.takeInMessages(),
});
