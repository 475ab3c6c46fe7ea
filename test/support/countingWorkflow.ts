let calls = 0;

/** Counts in a variable of its module: more than one means that workflows see each other's variables. */
export async function count(): Promise<number> {
  calls += 1;
  return calls;
}
