import { z } from 'zod';
import type { Cases } from '../../database/cases/cases';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { visible } from '../access/scopes';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { witnessFacts } from '../facts/witnessFacts';
import type { CommandCalls } from '../http/commandCalls';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import { freeText, listOf, opaqueId, uuidValue } from '../http/values';

const mostCases = 200;
const casesAtOnce = 8;

const decision = witnessFacts.readinessDecided
  .omit({ hearingId: true })
  .extend({ caseIds: listOf(uuidValue, mostCases).min(1), note: freeText.optional() })
  .meta({ id: 'ReadinessDecision' });
const body = z.strictObject({ decisions: z.array(decision).min(1).max(50) }).meta({ id: 'ReadinessDecisions' });
type Decision = z.output<typeof decision>;

const outcomeShape = z.object({
  caseId: z.string(),
  item: z.string(),
  recorded: z.boolean(),
  because: z.string().optional().meta({ description: 'Why the case refused it, as a code.' }),
});

/** What a readiness meeting decides, for several cases at once: each becomes a task of its owner by its day. */
export function readinessDecisions(cases: Pick<Cases, 'findCases'>, commands: CommandCalls): Endpoint[] {
  async function toBeTold(asked: Asked, hearingId: string, caseIds: readonly string[]) {
    const found = new Map((await cases.findCases(caseIds)).map((each) => [each.caseId, each]));
    for (const caseId of caseIds) {
      const about = visible(asked, found.get(caseId));
      if (!about.trials?.some((each) => each.hearingId === hearingId)) throw notFound();
    }
    return found as ReadonlyMap<string, CaseSummary>;
  }

  /** The same request sent again records nothing twice: each decision has a key of its own under the caller's. */
  async function record(
    asked: Asked<unknown>,
    about: CaseSummary,
    hearingId: string,
    place: number,
    decided: Decision
  ) {
    const { caseIds: _cases, note, ...rest } = decided;
    const key = asked.key === undefined ? undefined : `${asked.key} ${place} ${about.caseId}`;
    const source = sideOf(asked);
    try {
      await commands.carryOut(
        { ...asked, key },
        {
          verb: 'recordEvent',
          status: 201,
          about,
          note,
          order: ({ noteId }) => ({
            fact: newFact('readinessDecided', { hearingId, ...rest }, {}, { source, now: asked.now, noteId }),
          }),
        }
      );
      return { caseId: about.caseId, item: rest.item, recorded: true };
    } catch (error) {
      // What one case refuses holds up no other; what nobody knows yet is for the caller to send again.
      if (!(error instanceof Problem) || error.status >= 500 || error.code === 'idempotencyKeyReused') throw error;
      return { caseId: about.caseId, item: rest.item, recorded: false, because: error.code };
    }
  }

  return [
    endpoint({
      method: 'post',
      path: '/trials/{hearingId}/decisions',
      summary:
        'Record what a readiness meeting decided, for several witnesses at once: each becomes a task of its owner',
      description: 'Sent again with the same Idempotency-Key it records what was not recorded yet, and nothing twice.',
      params: z.object({ hearingId: opaqueId }),
      body,
      idempotent: true,
      answers: {
        201: { description: 'What each case said.', schema: z.object({ items: z.array(outcomeShape) }) },
      },
      async handle(asked) {
        const { hearingId } = asked.params;
        const { decisions } = asked.body;
        const known = await toBeTold(asked, hearingId, [...new Set(decisions.flatMap(({ caseIds }) => caseIds))]);
        const wanted = decisions.flatMap((decided, place) =>
          [...new Set(decided.caseIds)].map((caseId) => ({ decided, place, about: visible(asked, known.get(caseId)) }))
        );
        const items: z.output<typeof outcomeShape>[] = [];
        for (let from = 0; from < wanted.length; from += casesAtOnce) {
          const some = wanted.slice(from, from + casesAtOnce);
          items.push(
            ...(await Promise.all(
              some.map(({ about, place, decided }) => record(asked, about, hearingId, place, decided))
            ))
          );
        }
        return { status: 201, body: { items } };
      },
    }),
  ];
}
