import type { NewCommand, StoredAnswer, StoredCommand } from '../database/cases/commands';
import { DatabaseAway } from '../database/store/connection';
import { instant, type Instant } from '../domain/time/londonTime';
import { storedAnswer } from './commandAnswer';
import type { Engine } from './engine';
import { sendCommand } from './sendCommand';

/** A call has long ended by then, one way or the other. */
const sweptAfterMs = 30_000;

export interface Answered {
  readonly answer: StoredAnswer;
  /** The command, as it was first stored: under a known key it may be an earlier one. */
  readonly command: StoredCommand;
  /** It had been answered before; nothing was sent. */
  readonly replayed: boolean;
}

/**
 * Stores a command, sends it and stores its answer: the same key gives the same answer across crashes, runs and days.
 * 'keyReused' where the key was used for something else. Throws TemporalAway, CaseBusy or DatabaseAway where the answer
 * is not known yet; the sweep then sends the command again, and so may the caller with the same key.
 */
export async function carryOutCommand(
  engine: Engine,
  command: NewCommand,
  now: Instant
): Promise<Answered | 'keyReused'> {
  const { commands } = engine.database;
  const stored = await commands.storeCommand(command, now, instant(Date.parse(now) + sweptAfterMs));
  if (stored.fingerprint !== command.fingerprint) return 'keyReused';
  if (stored.answer) return { answer: stored.answer, command: stored, replayed: true };
  return { answer: await sendAndAnswer(engine, stored), command: stored, replayed: false };
}

/** Sends a stored command and stores its answer. */
export async function sendAndAnswer(engine: Engine, command: StoredCommand): Promise<StoredAnswer> {
  const answer = storedAnswer(command, await sendCommand(engine, command));
  try {
    await engine.database.commands.storeAnswer(command.commandId, answer, instant(Date.now()));
  } catch (error) {
    // It is carried out and will not be again: the sweep asks the case for the same answer and stores that.
    if (!(error instanceof DatabaseAway)) throw error;
  }
  return answer;
}
