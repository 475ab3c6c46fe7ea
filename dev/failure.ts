/** Something that the person at the keyboard can put right. Its message is the whole explanation: no stack is shown. */
export class SetUpError extends Error {
  override readonly name: string = 'SetUpError';
}

/** One line for any thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Says in one sentence why a command could not go on and leaves with exit code 1; a stack only where we are to blame. */
export function leaveWith(error: unknown): never {
  const isExplained = error instanceof SetUpError || (error instanceof Error && error.name === 'ConfigError');
  console.error(isExplained ? messageOf(error) : error);
  process.exit(1);
}
