import { z } from 'zod';
import type { Engine } from '../../commands/engine';
import type { DiaryFeed } from '../../database/court/diaryFeeds';
import { addCalendarDays, addHours } from '../../domain/time/londonTime';
import { instantText, pageOf } from '../http/answerShapes';
import { endpoint, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import { codeName, dayValue, uuidValue } from '../http/values';
import { readDiary } from './diaryReader';

const text = z.string();
const entryShape = z
  .object({
    hearingId: text,
    hearing: text,
    on: text,
    at: instantText.optional(),
    untilOn: text.optional(),
    certainty: text.optional(),
    court: text.optional(),
    cancelled: z.boolean(),
    urns: z.array(text),
    cases: z.array(z.object({ caseId: text, role: text })).meta({ description: 'Those that you may see.' }),
    sequence: z.int(),
  })
  .meta({ id: 'DiaryEntry' });
const feedShape = z
  .object({
    feedId: text,
    team: text.optional(),
    mine: z.boolean(),
    createdAt: instantText,
    expiresAt: instantText,
    revokedAt: instantText.optional(),
  })
  .meta({ id: 'DiaryFeed' });
const feedBody = z.strictObject({ team: codeName.optional(), mine: z.boolean() }).meta({ id: 'NewDiaryFeed' });
const isTrue = z
  .enum(['true', 'false'])
  .default('false')
  .transform((given) => given === 'true');

const mostDays = 92;
const feedHours = 180 * 24;

/** The court diary of a person and of a team, and feeds of it for their calendars. */
export function diary(engine: Engine): Endpoint[] {
  const { diaryFeeds } = engine.database;
  return [
    endpoint({
      method: 'get',
      path: '/diary',
      summary: 'Hearings of the cases that you may see, a hearing of many cases once',
      description: `At most ${mostDays} days. \`mine\` leaves those in which you have something to do.`,
      query: z.strictObject({ from: dayValue, to: dayValue, team: codeName.optional(), mine: isTrue }),
      answers: { 200: { description: 'In the order of the days.', schema: pageOf(entryShape) } },
      async handle(asked) {
        const { from, to } = asked.query;
        if (to < from || to > addCalendarDays(from, mostDays)) {
          const errors = [{ parameter: 'to', message: `From the first day to ${mostDays} days after it` }];
          throw new Problem('invalidQuery', 'The query is not as it should be.', { errors });
        }
        const entries = await readDiary(engine, asked, asked.query, asked.now);
        return { status: 200, body: { items: entries.map(({ key: _key, ...entry }) => entry) } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/diary/feeds',
      summary: 'Have your diary in your own calendar: the address is given once',
      description: 'Whoever has the address reads it, so it holds no name. It runs out after 180 days.',
      body: feedBody,
      answers: { 201: { description: 'The feed.', schema: feedShape.extend({ address: text }) } },
      async handle(asked) {
        const { caller, roles, now, body } = asked;
        const { id, force, teams } = caller;
        const given = {
          ...body,
          owner: { id, force, teams },
          roles,
          createdAt: now,
          expiresAt: addHours(now, feedHours),
        };
        const { feed, token } = await diaryFeeds.addFeed(given);
        return { status: 201, body: { ...shown(feed), address: `/calendar/${token}.ics` } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/diary/feeds',
      summary: 'Your feeds, without their addresses',
      answers: { 200: { description: 'Oldest first.', schema: pageOf(feedShape) } },
      async handle({ caller }) {
        return { status: 200, body: { items: (await diaryFeeds.feedsOf(caller.id)).map(shown) } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/diary/feeds/{feedId}/revocation',
      summary: 'Make the address of a feed of yours worth nothing',
      params: z.object({ feedId: uuidValue }),
      answers: { 200: { description: 'It is.', schema: z.object({ feedId: text }) } },
      async handle({ params: { feedId }, caller, now }) {
        if (!(await diaryFeeds.revoke(feedId, caller.id, now))) throw notFound();
        return { status: 200, body: { feedId } };
      },
    }),
  ];
}

function shown({ feedId, team, mine, createdAt, expiresAt, revokedAt }: DiaryFeed) {
  const rest = { ...(team === undefined ? {} : { team }), ...(revokedAt === undefined ? {} : { revokedAt }) };
  return { feedId, mine, createdAt, expiresAt, ...rest };
}
