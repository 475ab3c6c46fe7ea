import { z } from 'zod';
import { roles, type Role } from '../domain/vocabulary';

/**
 * Whom an escalation is pushed to: an e-mail address or a mobile number, by force and by the role that must answer. `*`
 * stands for the roles that are not named.
 */
export type DutyDesks = Readonly<Record<string, Readonly<Partial<Record<Role | '*', string>>>>>;

const shape = z.record(
  z.string().regex(/^[a-z0-9-]{1,60}$/),
  z.partialRecord(z.enum([...roles, '*']), z.string().regex(/^([^\s@]{1,64}@[^\s@]{1,190}|\+?[\d ]{10,20})$/))
);

/** JSON: `{"hertfordshire":{"duty-inspector":"07700 900456","*":"duty-desk@herts.police.uk"}}`. */
export const dutyDesks = z.string().transform((text, context): DutyDesks => {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    const message = 'must be JSON that names, for each force, roles and their e-mail address or mobile number';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
});

/** The desk that answers for a role: of the first of these forces that has one. */
export function deskFor(desks: DutyDesks, forces: readonly string[], role: Role): string | undefined {
  for (const force of forces) {
    const desk = desks[force]?.[role] ?? desks[force]?.['*'];
    if (desk !== undefined) return desk;
  }
  return undefined;
}
