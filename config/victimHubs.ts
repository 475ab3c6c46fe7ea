import { z } from 'zod';
import { httpAddress } from './values';

const shape = z.record(
  z.string().regex(/^([a-z0-9-]{1,60}|\*)$/),
  z.strictObject({ url: httpAddress, key: z.string().optional() })
);

/** Where the Victim Hub of each force is, by the force's code; `*` for those that are not named. */
export type VictimHubAddresses = Readonly<z.output<typeof shape>>;

/** JSON: `{"hertfordshire":{"url":"https://hub.herts.example/","key":"…"}}`. */
export const victimHubAddresses = z.string().transform((text, context): VictimHubAddresses => {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'must be JSON that names, for each force, the url of its hub and a key',
    });
    return z.NEVER;
  }
});
