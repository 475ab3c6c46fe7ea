/** A command cannot go on: the message is all that the person at the keyboard needs, so that no stack is shown. */
export class CommandStopped extends Error {
  override readonly name = 'CommandStopped';

  constructor(
    message: string,
    /** 1: something to put right first. 2: not finished; the same command, run again, goes on where it stopped. */
    readonly exitCode: 1 | 2
  ) {
    super(message);
  }
}
