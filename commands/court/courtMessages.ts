import { z } from 'zod';
import type { InboundMessage, MessageCounts } from '../../database/corporate/inboundMessage';
import { withLastDay } from '../../domain/court/availability/lengthOfTrial';
import type { CourtEvent } from '../../domain/court/courtEvent';
import { addHours, instant } from '../../domain/time/londonTime';
import { readApart } from '../../gateways/courts/readApart';
import type { AboutProsecution, CourtEnvelope, Said } from '../../gateways/courts/reading';
import { withoutRepeats } from '../../gateways/courts/repeats';
import type { Engine } from '../engine';
import type { InboundWay, Outcome } from '../inbound/inboundWay';
import { uuidOf } from '../uuidOf';
import { courtCaseIdOf, tellCourtCase } from './courtCaseCalls';
import { followNumbers } from './followNumbers';
import { withWordsHashed } from './hashedBailWords';
import { askAbout, likelyLines } from './likelyLines';
import { askAboutMissing } from './missingFromLists';
import { placesOf, referencesIn, type Placed } from './placeProsecutions';

/** A message of courts as it is stored: its body as it came, and what its envelope said. */
export const courtMessage = z.strictObject({
  kind: z.string().max(200).optional(),
  courtId: z.string().max(200).optional(),
  contentOn: z.iso.date().optional(),
  urn: z.string().max(30).optional(),
  body: z.union([z.string(), z.record(z.string(), z.unknown()), z.array(z.unknown())]),
});
export type CourtMessage = z.infer<typeof courtMessage>;

const sweptAfterHours = 30 / 3600;
const prosecutionsAtOnce = 8;
/** By so many numbers a list is found again when it is known whose they are. */
const mostUses = 20_000;

/** Lists, hearings, results and witnesses: each prosecution that a message speaks of is told once, in whatever order. */
export const courtMessages: InboundWay<CourtMessage> = {
  schemaVersions: ['1'],
  contract: courtMessage,
  subject: () => undefined,
  async carryOut(engine, message, { body, ...given }): Promise<Outcome> {
    const envelope: CourtEnvelope = { ...given, occurredAt: message.occurredAt };
    const read = await readApart(body, envelope, defendantIdOf(engine));
    if ('refused' in read) return { state: 'parked', because: read.refused, kind: read.kind };
    const { kind, reading } = read;
    if (reading.says === 'nothing') return { state: 'saysNothing', because: { code: reading.because }, kind };
    if (reading.numbers) return { ...(await followNumbers(engine, message, reading.numbers)), kind };
    return reading.list
      ? { ...(await carryOutList(engine, message, reading.prosecutions, reading.list)), kind }
      : { ...(await carryOutEvents(engine, message, withWordsHashed(engine, reading.prosecutions))), kind };
  },
};

/** Names and summons numbers as ids that nobody without the key can guess. */
export function defendantIdOf({ database }: Pick<Engine, 'database'>) {
  return (kind: string, value: string) => uuidOf(`defendant ${database.hash('courtDefendant', `${kind} ${value}`)}`);
}

/** A message about one or a few prosecutions. What names one by an id that nobody has heard of yet waits for who has. */
async function carryOutEvents(
  engine: Engine,
  message: InboundMessage,
  prosecutions: readonly AboutProsecution[]
): Promise<Outcome> {
  const { inboundMessages, courtReferences } = engine.database;
  const references = referencesIn(prosecutions);
  // First noted, then looked up: whoever makes one known meanwhile finds this message.
  if (references.length > 0) await inboundMessages.noteUses(message.messageId, references);
  const known = await courtReferences.findReferences(references);
  const found = prosecutions.map((about) => placesOf(about, known));
  const placed = found.flat();
  await tell(engine, message, placed);
  const stirred = await makeKnown(engine, message, placed);
  const waiting = found.filter((places) => places.length === 0).length;
  const counts = countsOf({ told: new Set(placed.map(({ urn }) => urn)).size, waiting });
  const personIds = await peopleOf(engine, placed);
  return waiting > 0
    ? { state: 'waiting', counts, personIds, stirred }
    : { state: 'taken', counts, personIds, stirred };
}

/** A list of a court's whole day or week: only prosecutions of ours are told, and what is likely ours is asked about. */
async function carryOutList(
  engine: Engine,
  message: InboundMessage,
  prosecutions: readonly AboutProsecution[],
  list: Parameters<typeof askAboutMissing>[3]
): Promise<Outcome> {
  const { courtReferences, inboundMessages } = engine.database;
  const references = referencesIn(prosecutions);
  const named = prosecutions.flatMap(({ urn }) => (urn === undefined ? [] : [nameOf(courtCaseIdOf(engine, urn))]));
  const uses = [...new Set(named), ...references].slice(0, mostUses);
  if (uses.length > 0) await inboundMessages.noteUses(message.messageId, uses);
  const known = await courtReferences.findReferences(references);
  const numbered = prosecutions.flatMap((about) => placesOf(about, known));
  const ours = await knownUrns(engine, [...new Set(numbered.map(({ urn }) => urn))]);
  const certain = numbered.filter(({ urn }) => ours.has(urn));
  const open = prosecutions.filter((about) => about.urn === undefined && placesOf(about, known).length === 0);
  const likely = await askAbout(engine, message, list.publishedAt, await likelyLines(engine, open));
  const placed = [...certain, ...likely.decided];
  await tell(engine, message, placed);
  const stirred = await makeKnown(engine, message, placed);
  await askAboutMissing(engine, message, placed, list);
  const notOurs = prosecutions.length - new Set(placed.map(({ about }) => about)).size - likely.asked;
  const told = new Set(placed.map(({ urn }) => urn)).size;
  return { state: 'taken', counts: countsOf({ told, notOurs, likely: likely.asked }), stirred };
}

/** As what a list remembers that it named a prosecution, so that it is found once that is one of ours. */
const nameOf = (courtCaseId: string) => `prosecution:${courtCaseId}`;

/** Lets the lists go again that named a prosecution before it was one of ours: the sweep takes them in. Twice is harmless. */
export async function letListsGoAgain({ database }: Engine, courtCaseId: string): Promise<void> {
  await database.inboundMessages.stir([nameOf(courtCaseId)], '', instant(Date.now()));
}

function countsOf(some: Partial<MessageCounts>): MessageCounts {
  return { told: 0, notOurs: 0, likely: 0, waiting: 0, ...some };
}

/** Of these numbers the ones that a charge, a tied case or an earlier message has made a prosecution of ours. */
async function knownUrns(engine: Engine, urns: readonly string[]): Promise<Set<string>> {
  const ids = new Map(urns.map((urn) => [courtCaseIdOf(engine, urn), urn]));
  const known = await engine.database.courtCases.knownAmong([...ids.keys()]);
  return new Set([...ids].flatMap(([courtCaseId, urn]) => (known.has(courtCaseId) ? [urn] : [])));
}

/** The events of a message: they came with it, when it came. */
export function heardIn(
  { calendar }: Pick<Engine, 'calendar'>,
  { messageId, receivedAt }: Pick<InboundMessage, 'messageId' | 'receivedAt'>,
  events: readonly Said[]
): CourtEvent[] {
  return events.map((event) => {
    const data =
      event.kind === 'hearingSet' || event.kind === 'listed' ? withLastDay(event.data, calendar) : event.data;
    return { ...event, data, messageId, receivedAt } as CourtEvent;
  });
}

async function tell(engine: Engine, message: InboundMessage, placed: readonly Placed[]): Promise<void> {
  const byUrn = new Map<string, Said[]>();
  for (const { urn, events } of placed) {
    const said = byUrn.get(urn);
    if (said) said.push(...events);
    else byUrn.set(urn, [...events]);
  }
  const left = [...byUrn].filter(([, events]) => events.length > 0);
  const takeTurns = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      await tellCourtCase(engine, next[0], heardIn(engine, message, withoutRepeats(next[1])));
    }
  };
  await Promise.all(Array.from({ length: prosecutionsAtOnce }, takeTurns));
}

/** Writes what the message makes known, and lets go again what waited for it or must be told to more. Their ids. */
async function makeKnown(engine: Engine, message: InboundMessage, placed: readonly Placed[]): Promise<string[]> {
  const { courtReferences, inboundMessages } = engine.database;
  const found = placed.flatMap(({ urn, about }) =>
    about.makesKnown.map(({ reference, defendant }) => ({ reference, urn, defendant }))
  );
  const fresh = await courtReferences.addReferences(found, message.messageId);
  const tryAgainAt = addHours(instant(Date.now()), sweptAfterHours);
  return inboundMessages.stir(fresh, message.messageId, tryAgainAt);
}

/** Whose cases the prosecutions concern: with any of them the message is erased. */
async function peopleOf({ database }: Engine, placed: readonly Placed[]): Promise<string[]> {
  const urns = [...new Set(placed.map(({ urn }) => urn))];
  const views = await Promise.all(
    urns.map((urn) => database.courtCases.findCourtCase(courtCaseIdOf({ database }, urn)))
  );
  const caseIds = views.flatMap((view) => view?.linked.map(({ caseId }) => caseId) ?? []);
  const cases = await database.cases.findCases([...new Set(caseIds)]);
  return [...new Set(cases.map(({ personId }) => personId))];
}
