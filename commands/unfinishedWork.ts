import { instant, type Instant } from '../domain/time/londonTime';
import { sendAndAnswer } from './carryOutCommand';
import type { Engine } from './engine';
import { startDelivery } from './queueItem';
import { takeIn } from './inbound/takeIn';
import { startCases } from './startCases';
import { tellAmendment } from './tellAmendment';
import { CaseMissing, TemporalAway } from './temporalFailures';

/** One pass each over what a crash or an outage left unfinished; each answers how much it finished. */
export interface UnfinishedWork {
  startMissing(): Promise<number>;
  resendUnfinished(): Promise<number>;
  tellAmendments(): Promise<number>;
  startDeliveries(): Promise<number>;
  takeInMessages(): Promise<number>;
}

/** So much at most a pass takes on, a few at a time: what is left, the next one finds. */
const perPass = 500;
const atOnce = 5;
const passMs = 90_000;

const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;

/** What went wrong with which piece of work; ids and the error's name alone. */
export type NoteFailure = (failure: { readonly work: string; readonly id: string; readonly why: string }) => void;

/** The sweeps. What fails is put off, ever longer, and tried again until it succeeds; an engine that is away ends a pass. */
export function unfinishedWork(engine: Engine, noteFailure: NoteFailure = () => undefined): UnfinishedWork {
  const { crimeReports, commands, amendments, outbox, inboundMessages } = engine.database;
  const now = () => instant(Date.now());

  return {
    async startMissing() {
      const reports = await crimeReports.unstarted(now(), perPass);
      return each('startCases', reports, ({ reportId }) => reportId, {
        finish: (report) => startCases(engine, report),
        putOff: ({ reportId, recordedAt }) => crimeReports.postponeStart(reportId, later(recordedAt)),
      });
    },
    async resendUnfinished() {
      const unanswered = await commands.unanswered(now(), perPass);
      return each('sendCommand', unanswered, ({ commandId }) => commandId, {
        finish: async (command) => void (await sendAndAnswer(engine, command)),
        putOff: ({ commandId, storedAt }) => commands.postpone(commandId, later(storedAt)),
      });
    },
    async tellAmendments() {
      const untold = await amendments.untold(now(), perPass);
      return each('tellAmendment', untold, ({ reportId, number }) => `${reportId}:${number}`, {
        finish: async ({ reportId, number }) => {
          const report = await crimeReports.findReport(reportId);
          if (report) await tellAmendment(engine, report, number);
        },
        putOff: ({ reportId, number, recordedAt }) => amendments.postponeTelling(reportId, number, later(recordedAt)),
      });
    },
    async startDeliveries() {
      const items = await outbox.unstarted(now(), perPass);
      return each('startDelivery', items, ({ itemId }) => itemId, {
        finish: ({ itemId }) => startDelivery(engine, itemId),
        putOff: ({ itemId, queuedAt }) => outbox.postponeStart(itemId, later(queuedAt)),
      });
    },
    async takeInMessages() {
      const waiting = await inboundMessages.unfinished(now(), perPass);
      return each('takeInMessage', waiting, ({ messageId }) => messageId, {
        finish: async (message) => void (await takeIn(engine, message)),
        putOff: ({ messageId, receivedAt }) => inboundMessages.postpone(messageId, later(receivedAt)),
      });
    },
  };

  async function each<Piece>(
    work: string,
    pieces: readonly Piece[],
    idOf: (piece: Piece) => string,
    { finish, putOff }: { finish: (piece: Piece) => Promise<void>; putOff: (piece: Piece) => Promise<void> }
  ): Promise<number> {
    const left = [...pieces];
    const until = Date.now() + passMs;
    let finished = 0;
    let isAway = false;
    const takeTurns = async () => {
      for (let piece = left.shift(); piece !== undefined && !isAway && Date.now() < until; piece = left.shift()) {
        try {
          await finish(piece);
          finished += 1;
        } catch (error) {
          noteFailure({ work, id: idOf(piece), why: error instanceof Error ? error.name : 'unknown' });
          await putOff(piece);
          if (error instanceof TemporalAway && !(error instanceof CaseMissing)) isAway = true;
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, takeTurns));
    return finished;
  }
}

/** As long again as the work has waited already, within bounds. */
function later(since: Instant): Instant {
  const waited = Date.now() - Date.parse(since);
  return instant(Date.now() + Math.min(Math.max(waited, firstWaitMs), longestWaitMs));
}
