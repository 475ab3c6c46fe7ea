import { z } from 'zod';
import type { Engine } from '../../commands/engine';
import { tellJoined } from '../../commands/tellJoined';
import { uuidOf } from '../../commands/uuidOf';
import { matchIdOf, matchReasons, matchStates, placeOf, type PersonMatch } from '../../database/people/personMatches';
import { isInScope } from '../../database/store/scope';
import { stages } from '../../domain/careRecord';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { instantText, pageOf } from '../http/answerShapes';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import { scopesOf } from '../access/scopes';
import { freeText, uuidValue } from '../http/values';
import { cursorOf, paging } from '../http/cursor';

const sideShape = z.object({
  personId: z.string(),
  cases: z.array(
    z.object({
      caseId: z.string(),
      stage: z.enum(stages),
      ended: z.boolean(),
      offenceCategory: z.string(),
      openedAt: instantText,
    })
  ),
});
const matchShape = z
  .object({
    matchId: z.string(),
    reasons: z.array(z.enum(matchReasons)),
    foundAt: instantText,
    persons: z.array(sideShape).meta({ description: 'Two records, with their cases. Each case shows its person.' }),
  })
  .meta({ id: 'PersonMatch' });
const decidedShape = z
  .object({
    matchId: z.string().optional(),
    state: z.enum(matchStates),
    personId: z.string().optional().meta({ description: 'The record that stays.' }),
    cases: z.int().optional().meta({ description: 'Open cases that were told.' }),
  })
  .meta({ id: 'PersonMatchDecided' });

const matchPath = z.object({ matchId: z.string().regex(/^[0-9a-f]{32}$/, 'Give the id as it was given to you') });
const joiningBody = z
  .strictObject({
    reason: z.enum(['victimSaidSo', 'officerSaidSo', 'recordsSystemSaysSo', 'detailsCompared']),
    note: freeText.optional(),
  })
  .meta({ id: 'PersonJoining' });
const rejectionBody = z
  .strictObject({
    reason: z.enum(['victimSaidSo', 'sharedContact', 'relatives', 'differentPeople', 'cannotTell']),
    note: freeText.optional(),
  })
  .meta({ id: 'PersonMatchRejection' });
const partingBody = z
  .strictObject({
    reason: z.enum(['victimSaidSo', 'officerSaidSo', 'recordsSystemSaysSo', 'joinedInError']),
    note: freeText.optional(),
  })
  .meta({ id: 'PersonParting' });

const listQuery = z.strictObject({ ...paging });
const readAtOnce = 100;
/** Matches that a caller may not see are passed over; after so many a page ends, though it is not full. */
const mostPassedOver = 2_000;

/** Records that may be of one person: people decide, once. No restricted case is ever joined with another in this way. */
export function personMatches(engine: Engine): Endpoint[] {
  const { persons, personMatches: matches, cases, notes } = engine.database;

  /** Their cases that the caller sees; undefined where one is restricted, kept from the caller or not known yet. */
  async function sideOf(asked: Asked, personId: string): Promise<readonly CaseSummary[] | undefined> {
    const ids = await persons.caseIdsOf([personId]);
    const found = await cases.findCases(ids);
    const isKept = ({ visibleTo, barred }: CaseSummary) =>
      visibleTo !== undefined || barred?.includes(asked.caller.id) === true;
    if (found.length < ids.length || found.some(isKept)) return undefined;
    const scopes = scopesOf(asked);
    const seen = found.filter((each) => scopes.some((scope) => isInScope(each, scope)));
    return seen.length === 0 ? undefined : seen;
  }

  async function shown(asked: Asked, { matchId, reasons, foundAt, personIds }: PersonMatch) {
    const sides = await Promise.all(
      personIds.map(async (id) => {
        const seen = await sideOf(asked, id);
        const person = seen && (await persons.readPerson(id));
        return seen && person ? [{ personId: person.personId, cases: seen.map(shownCase) }] : [];
      })
    );
    const [one, other] = sides.flat();
    // Joined by another match, or erased, they need no decision any more.
    if (!one || !other || one.personId === other.personId) return undefined;
    return { matchId, reasons: [...reasons], foundAt, persons: [one, other] };
  }

  async function matchOf(asked: Asked, matchId: string): Promise<PersonMatch> {
    const match = await matches.findMatch(matchId);
    const sides = match && (await Promise.all(match.personIds.map((id) => sideOf(asked, id))));
    if (!match || sides?.some((side) => side === undefined)) throw notFound();
    return match;
  }

  async function keepNote({ caller, now }: Asked, note: string | undefined, about: string, personId: string) {
    const [caseId] = note === undefined ? [] : await persons.caseIdsOf([personId]);
    if (note === undefined || caseId === undefined) return {};
    const noteId = uuidOf(`${about} ${now}`);
    await notes.keepNote({ noteId, personId, caseId, text: note, by: caller.id, at: now });
    return { noteId };
  }

  return [
    endpoint({
      method: 'get',
      path: '/person-matches',
      summary: 'Records that may be of one person, longest waiting first',
      description:
        'A page can hold fewer than asked for, or none, and still name a next one: others are not shown to you.',
      query: listQuery,
      answers: { 200: { description: 'Both within your reach.', schema: pageOf(matchShape) } },
      async handle(asked) {
        const { limit } = asked.query;
        const items: NonNullable<Awaited<ReturnType<typeof shown>>>[] = [];
        let { cursor } = asked.query;
        for (let passed = 0; passed < mostPassedOver; passed += readAtOnce) {
          const page = await matches.waiting(asked.caller.force, { limit: readAtOnce, cursor });
          for (const match of page.items) {
            if (items.length === limit) return { status: 200, body: { items, next: cursorOf(cursor ?? '') } };
            const item = await shown(asked, match);
            if (item) items.push(item);
            cursor = placeOf(match);
          }
          if (page.next === undefined) return { status: 200, body: { items } };
        }
        return { status: 200, body: { items, next: cursorOf(cursor ?? '') } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/person-matches/{matchId}/joining',
      summary: 'They are one person: the older record stays and stands for both',
      params: matchPath,
      body: joiningBody,
      answers: { 200: { description: 'Joined.', schema: decidedShape } },
      async handle(asked) {
        const { matchId } = asked.params;
        const { personIds, state } = await matchOf(asked, matchId);
        const [one = '', other = ''] = personIds;
        if (state === 'joined') return { status: 200, body: { matchId, state, ...(await staying(one)) } };
        const { caller, now } = asked;
        const joining = await persons.join(one, other, caller.id, now);
        if (!joining) throw notFound();
        const told = await tellJoined(engine, 'personJoined', joining, { by: caller.id, now });
        const { reason, note } = asked.body;
        const kept = await keepNote(asked, note, `joining ${matchId}`, joining.personId);
        const decision = { state: 'joined', because: reason, by: caller.id, at: now, ...kept } as const;
        await matches.decide(matchId, ['waiting', 'rejected', 'parted'], decision);
        return { status: 200, body: { matchId, state: 'joined', personId: joining.personId, cases: told } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/person-matches/{matchId}/rejection',
      summary: 'They are not one person, and nobody is asked again',
      params: matchPath,
      body: rejectionBody,
      answers: { 200: { description: 'Rejected.', schema: decidedShape } },
      async handle(asked) {
        const { matchId } = asked.params;
        const { personIds, state } = await matchOf(asked, matchId);
        const { reason, note } = asked.body;
        const { caller, now } = asked;
        if (state === 'waiting') {
          const kept = await keepNote(asked, note, `rejection ${matchId}`, personIds[0] ?? '');
          const decision = { state: 'rejected', because: reason, by: caller.id, at: now, ...kept } as const;
          if (!(await matches.decide(matchId, ['waiting'], decision))) throw decided();
        } else if (state !== 'rejected') throw decided();
        return { status: 200, body: { matchId, state: 'rejected' } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/persons/{personId}/parting',
      summary: 'Undo a join: the record that was joined into another is one of its own again',
      params: z.object({ personId: uuidValue }),
      body: partingBody,
      answers: { 200: { description: 'Parted.', schema: decidedShape } },
      async handle(asked) {
        const { personId } = asked.params;
        const { caller, now } = asked;
        const own = await cases.findCases(await persons.caseIdsWithin(personId));
        const scopes = scopesOf(asked);
        if (!own.some((each) => scopes.some((scope) => isInScope(each, scope)))) throw notFound();
        const parting = await persons.part(personId, caller.id, now);
        if (!parting) throw new Problem('matchDecided', 'This record is not joined into another one.');
        const { reason, note } = asked.body;
        const kept = await keepNote(asked, note, `parting ${personId}`, personId);
        const both = [parting.personId, personId];
        await matches.addMatches([{ personIds: both, reasons: [], forces: [] }], now);
        const decision = { state: 'parted', because: reason, by: caller.id, at: now, ...kept } as const;
        await matches.decide(matchIdOf(both), ['waiting', 'joined', 'rejected'], decision);
        const told = await tellJoined(engine, 'personParted', parting, { by: caller.id, now });
        return { status: 200, body: { state: 'parted', personId: parting.personId, cases: told } };
      },
    }),
  ];

  async function staying(personId: string) {
    const [root] = await persons.idsOf(personId);
    return root === undefined ? {} : { personId: root };
  }
}

function decided(): Problem {
  return new Problem('matchDecided', 'Somebody has decided this already.');
}

function shownCase({ caseId, stage, ended, offenceCategory, openedAt }: CaseSummary) {
  return { caseId, stage, ended, offenceCategory, openedAt };
}
