import { z } from 'zod';
import { courtPartners } from '../domain/court/partners/courtPartner';
import { httpAddress } from './values';

const route = z.union([
  z.strictObject({ url: httpAddress, key: z.string().optional() }),
  z.strictObject({ email: z.email() }),
]);
const shape = z.record(z.string().regex(/^([a-z0-9-]{1,60}|\*)$/), z.partialRecord(z.enum(courtPartners), route));

/** How each force reaches its partners at court, by the force's code; `*` for forces that are not named. */
export type CourtPartnerAddresses = Readonly<z.output<typeof shape>>;

/** JSON: `{"hertfordshire":{"witnessService":{"url":"https://…","key":"…"},"victimContactScheme":{"email":"vcs@…"}}}`. */
export const courtPartnerAddresses = z.string().transform((text, context): CourtPartnerAddresses => {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'must be JSON that names, for each force and partner, a url with a key, or an email',
    });
    return z.NEVER;
  }
});
