import { z } from 'zod';
import { factsOf } from '../../database/cases/factsOf';
import type { Database } from '../../database/openDatabase';
import { bookingsFor, type Booking } from '../../domain/court/witnesses/trialSummary';
import { knownAs, toldOfHearing, toldStates } from '../../domain/court/whoIsTold';
import { effectiveFacts, eventsReviewed } from '../../domain/effectiveFacts';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { instantText } from '../http/answerShapes';
import { endpoint, type Endpoint } from '../http/endpoint';
import { notFound } from '../http/errors';
import { courtCasePath, hearingShape } from './courtCaseShape';
import type { CourtCasesInScope } from './courtCasesInScope';

const text = z.string();
const toldShape = z
  .object({
    hearing: hearingShape.pick({ hearingId: true, hearing: true, on: true, status: true }),
    counts: z.record(z.enum(toldStates), z.int()),
    items: z.array(
      z.object({
        caseId: text,
        role: text,
        personId: text,
        state: z.enum(toldStates),
        news: z.object({ kind: text, fact: z.int(), on: text.optional() }).optional(),
        heardAt: instantText.optional(),
        channel: text.optional(),
        at: instantText.optional(),
        because: text.optional(),
        bookings: z
          .array(
            z.object({
              arrangementId: text,
              arrangement: text,
              on: text,
              state: z.enum(['toCancel', 'cancelled', 'stands']),
            })
          )
          .meta({
            description: 'What the Victim Hub booked for this hearing, and whether it must still be cancelled.',
          }),
      })
    ),
    bookings: z.object({ toCancel: z.int(), cancelled: z.int(), stands: z.int() }),
  })
  .meta({
    id: 'WhoIsTold',
    description: 'A message says that a day is off, and no more: the news itself is told by people.',
  });

const atOnce = 8;

/** Who knows how a hearing stands: told by a person, by a message, still to be called, or their case has not heard. */
export function whoIsTold(database: Database, inScope: CourtCasesInScope): Endpoint[] {
  const { courtCases, timeline, outbox } = database;

  return [
    endpoint({
      method: 'get',
      path: '/court-cases/{courtCaseId}/hearings/{hearingId}/told',
      summary: 'Who was told of the last word on a hearing, how and when, and who is still to be; those first',
      params: courtCasePath.extend({ hearingId: text.min(1).max(300) }),
      answers: { 200: { description: 'The cases that you may see.', schema: toldShape } },
      async handle(asked) {
        const { courtCaseId, hearingId } = asked.params;
        const { view, cases } = await inScope.find(asked, courtCaseId);
        const hearing = view.hearings.find((each) => each.hearingId === hearingId);
        const record = await courtCases.loadCourtRecord(courtCaseId);
        if (!hearing || !record) throw notFound();
        const standing = async ({ caseId, role, personId, arrangements }: CaseSummary) => {
          const facts = await factsOf(timeline, caseId);
          const messages = (await outbox.itemsOfCase(caseId, 'message')).flatMap((item) =>
            // That the place has changed says not where they are to go: they are still to be called.
            item.about.courtDate === undefined || item.about.template === 'place-moved'
              ? []
              : { ...item, about: Number(item.about.courtDate), channel: item.about.channel ?? '' }
          );
          const counted = effectiveFacts(facts, eventsReviewed(facts));
          const ids = knownAs(record, caseId, hearingId);
          const bookings = bookingsFor(arrangements, ids);
          return { caseId, role, personId, ...toldOfHearing(counted, ids, messages), bookings };
        };
        const items: Awaited<ReturnType<typeof standing>>[] = [];
        const left = [...cases.values()];
        const takeTurns = async () => {
          for (let next = left.shift(); next; next = left.shift()) items.push(await standing(next));
        };
        await Promise.all(Array.from({ length: atOnce }, takeTurns));
        const rank = ({ state, caseId }: (typeof items)[number]) => `${toldStates.indexOf(state)}|${caseId}`;
        items.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
        const counts = Object.fromEntries(
          toldStates.map((state) => [state, items.filter((each) => each.state === state).length])
        );
        const booked = (wanted: Booking['state']) =>
          items.flatMap(({ bookings }) => bookings).filter(({ state }) => state === wanted).length;
        const bookings = { toCancel: booked('toCancel'), cancelled: booked('cancelled'), stands: booked('stands') };
        const { hearing: kind, on, status } = hearing;
        const shown = { hearingId, hearing: kind, status, ...(on === undefined ? {} : { on }) };
        return { status: 200, body: { hearing: shown, counts, bookings, items } };
      },
    }),
  ];
}
