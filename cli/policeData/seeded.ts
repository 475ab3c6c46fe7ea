import { createHash } from 'node:crypto';

/** Choices that are always the same for the same seed. */
export interface Seeded {
  /** From 0 up to, not including, 1. */
  share(): number;
  oneOf<T>(list: readonly [T, ...T[]]): T;
}

/** Draws choices from a purpose and an id, so that what one purpose draws never shifts what another does. */
export function seeded(purpose: string, id: string): Seeded {
  const digest = createHash('sha256').update(`${purpose}\n${id}`).digest();
  let [a, b, c, counter] = [0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)) as [
    number,
    number,
    number,
    number,
  ];
  // The small fast counter generator (sfc32), in 32-bit arithmetic.
  const share = (): number => {
    const next = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + next;
    c |= 0;
    return (next >>> 0) / 0x1_0000_0000;
  };
  return { share, oneOf: (list) => list[Math.floor(share() * list.length)] ?? list[0] };
}
